"""What every test can count on: the real database of the run, the real browser, a clock that can be set."""

import os
import shutil

import pytest
from hypothesis import settings

from tests.add_only_tables import flush_may_empty_add_only_tables  # noqa: F401  a fixture for every test
from tests.browser import CHROMIUM_ARGS

# Playwright's loop runs in the test's thread, so Django would refuse its plain ORM calls there, teardown included.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

settings.register_profile("no clock", deadline=None)  # a busy machine fails no test; time goes to the bench
settings.load_profile("no clock")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    """The system's own Chromium; a missing browser fails the journeys, it never skips them."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.fail("Chromium is missing. Run: sudo apt-get install chromium", pytrace=False)
    return {**browser_type_launch_args, "executable_path": path, "args": CHROMIUM_ARGS}


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests with real commits come last: they empty the tables, and what migrations stored is gone with it.

    pytest-django has put them in that order; pytest then moves everything that shares the browser to its first use.
    """
    items.sort(key=_commits)


def _commits(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    return bool(marker and marker.kwargs.get("transaction")) or "transactional_db" in getattr(item, "fixturenames", ())
