"""Readers see what the worker calls a young person, where meetings know it."""

from participation.listening import registry
from participation.listening.domain.alert_list import open_alerts
from participation.listening.domain.queue import queue_for
from tests.factories.listening import MONDAY, make_child
from tests.listening.conftest import People


def test_the_name_comes_from_the_room_above(people: People) -> None:
    child = make_child(worker=people.worker)
    child.sends("x")
    child.asks_to_talk()
    assert queue_for(people.worker, now=MONDAY)[0].who == "Someone aged 12 to 15"
    naming = lambda tickets: {child.ticket.pk: "Robin"}  # noqa: E731  a naming is a function of one line
    registry.register_names(naming)
    try:
        assert queue_for(people.worker, now=MONDAY)[0].who == "Robin"
        assert open_alerts(people.worker, now=MONDAY)[0].who == "Robin"
    finally:
        registry._naming.remove(naming)


def test_meetings_have_given_their_names() -> None:
    assert registry._naming
