"""A Monday in an open quarter, with people who write reports."""

from collections.abc import Iterator

import pytest
import time_machine

from tests.factories.meetings import MONDAY
from tests.factories.themes import Desk, a_desk


@pytest.fixture
def desk(db: None) -> Iterator[Desk]:
    with time_machine.travel(MONDAY, tick=False):
        yield a_desk()
