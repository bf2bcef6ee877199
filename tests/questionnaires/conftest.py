"""People and helpers for the tests of questionnaires."""

import pytest

from accounts.models import Role
from tests.factories.accounts import UserFactory


@pytest.fixture
def administrator():
    return UserFactory(roles=[Role.ADMINISTRATOR])


@pytest.fixture
def worker():
    return UserFactory(roles=[Role.PARTICIPATION_WORKER])
