import pytest
import time_machine

from accounts.models import Role
from tests.factories.accounts import UserFactory
from tests.factories.listening import put_on_rota
from tests.factories.meetings import MONDAY


@pytest.fixture
def reader(db):
    """Somebody on the rota for the next weeks, so that boxes for words open (S18)."""
    user = UserFactory(roles=[Role.READER], first_name="Robin")
    put_on_rota(user, day=MONDAY.date(), days=60)
    return user


@pytest.fixture
def monday():
    """The clock stands on Monday 23 November 2026, 10 in the morning."""
    with time_machine.travel(MONDAY, tick=False) as traveller:
        yield traveller
