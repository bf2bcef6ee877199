"""Two people, one moment: real commits, real threads, on whichever database the tests run."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from accounts.models import Role, User
from participation.listening.domain import alerts
from participation.listening.domain.readings import mark_read
from participation.listening.enums import Source, StepKind, Urgency
from participation.listening.models import Alert, AlertStep, Reading
from tests.factories.accounts import UserFactory
from tests.factories.listening import MONDAY, make_child, put_on_rota

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 6


def together(act: Callable[[int], object]) -> list[object]:
    def one(number: int) -> object:
        try:
            return act(number)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(one, range(AT_ONCE)))


def readers() -> list[User]:
    found = [UserFactory(roles=[Role.READER]) for _ in range(AT_ONCE)]
    for user in found:
        put_on_rota(user)
    return found


def test_six_pick_it_up_at_once_and_all_hear_the_same_one_name() -> None:
    people = readers()
    alert = make_child().asks_to_talk()
    names = together(lambda n: alerts.acknowledge(alert, by=people[n], now=MONDAY).by_id)
    assert len(set(names)) == 1
    assert AlertStep.objects.filter(alert=alert, kind=StepKind.ACKNOWLEDGED).count() == 1


def test_six_presses_at_once_make_one_alert() -> None:
    readers()
    child = make_child()

    def press(_: int) -> object:
        return alerts.raise_alert(
            source=Source.CARD, urgency=Urgency.TALK, ticket=child.ticket, once="same", now=MONDAY
        ).pk

    assert len(set(together(press))) == 1
    assert Alert.objects.count() == 1


def test_six_read_it_at_once_and_all_are_written_down_once() -> None:
    people = readers()
    response = make_child().sends("x")
    together(lambda n: mark_read(response, by=people[n % 2], now=MONDAY))
    assert Reading.objects.filter(response=response).count() == 2
