"""The small world of the promises serves here too."""

from tests.promises.conftest import world  # noqa: F401  a fixture
