"""One small world, on a Monday morning, and a young person in it."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from tests.factories.meetings import MONDAY, WORD, Booked, with_card
from tests.factories.responses import child_client
from tests.promises.world import World, build_world


@pytest.fixture
def world(db: None) -> Iterator[World]:
    with time_machine.travel(MONDAY, tick=False):
        yield build_world()


@pytest.fixture
def card(world: World) -> Booked:
    """A second young person's card, nothing sent yet, a word agreed."""
    return with_card(worker=world.card.worker, chair=world.card.chair, word=WORD, behind=("when",))


@pytest.fixture
def child(card: Booked) -> Client:
    client = child_client(card.fresh().ticket)
    assert client.post("/me/say/before/").status_code == 302
    return client
