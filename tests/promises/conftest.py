"""One small world, on a Monday morning."""

from collections.abc import Iterator

import pytest
import time_machine

from tests.factories.meetings import MONDAY
from tests.promises.world import World, build_world


@pytest.fixture
def world(db: None) -> Iterator[World]:
    with time_machine.travel(MONDAY, tick=False):
        yield build_world()
