"""Nobody's words stay unread: who steps in, and who is rung, where those who were named do not read (S7, S13)."""

import pytest
import time_machine
from django.core import mail
from django.urls import reverse

from accounts.models import Role, User
from participation.listening.domain.assignments import say_not_them
from participation.listening.domain.escalation import escalate_due
from participation.listening.domain.later_readers import come_later, untold_for
from participation.listening.domain.queue import queue_for
from participation.listening.domain.readings import open_to_read
from participation.listening.domain.telling import tell_of_change
from participation.listening.models import ReaderDuty
from surveys.responses.models import ChangeRequest, Response
from tests.factories.accounts import UserFactory
from tests.factories.listening import DAY, MONDAY, Child, make_child, put_on_rota
from tests.listening.conftest import People, all_gone, staff

WORDS = "I want to stay at my school."


def rung() -> set[str]:
    return {address for message in mail.outbox for address in message.to}


def ask_to_take_back(response: Response) -> None:
    request = ChangeRequest(response=response, kind="take_back", asked_at=MONDAY)
    request.save()
    tell_of_change(request, MONDAY)


def test_a_new_safeguarding_lead_steps_in_by_name_when_it_is_overdue(people: People, child: Child) -> None:
    response = child.sends(WORDS)
    lead = UserFactory(roles=[Role.SAFEGUARDING_LEAD])
    assert queue_for(lead, now=MONDAY) == []
    [item] = queue_for(lead, now=MONDAY + 3 * DAY)
    assert item.tell_first
    come_later(response, by=lead, told=True, now=MONDAY + 3 * DAY)
    open_to_read(response, by=lead, now=MONDAY + 3 * DAY)


def test_words_without_a_name_are_read_in_place_of_those_who_were_named(
    people: People, newcomer: User, monday: object
) -> None:
    response = make_child(named=False).sends(WORDS)
    all_gone(people, newcomer)
    client, address = staff(newcomer), reverse("work_reading", args=[response.pk])
    page = client.get(address)
    assert "nobody can be told" in page.text
    assert WORDS not in page.text
    client.post(reverse("work_tell_first", args=[response.pk]), {"told": "no"})
    assert WORDS in client.get(address).text
    assert not untold_for(newcomer).exists()


@pytest.mark.parametrize("on_rota", [True, False])
def test_those_who_can_step_in_are_rung_once_as_soon_as_nobody_named_is_left(
    people: People, child: Child, newcomer: User, on_rota: bool
) -> None:
    child.sends(WORDS)
    all_gone(people, newcomer)
    lead = UserFactory(roles=[Role.SAFEGUARDING_LEAD])
    if not on_rota:
        ReaderDuty.objects.all().delete()
    mail.outbox.clear()
    with time_machine.travel(MONDAY, tick=False):
        escalate_due(now=MONDAY)
        escalate_due(now=MONDAY)
    rung = sorted(address for message in mail.outbox for address in message.to)
    assert rung == sorted([lead.email] + ([newcomer.email] if on_rota else []))


def test_nobody_is_rung_for_words_they_could_not_open(people: People, child: Child, newcomer: User) -> None:
    child.sends(WORDS)
    put_on_rota(newcomer, days=30)
    mail.outbox.clear()
    escalate_due(now=MONDAY + 3 * DAY)
    rung = {address for message in mail.outbox for address in message.to}
    assert rung == {people.worker.email, people.reader.email, people.lead.email}


def test_where_the_only_lead_was_refused_the_rota_steps_in_when_it_is_overdue(
    people: People, child: Child, newcomer: User
) -> None:
    """The worker is away, the chair does not look: a person still reads it (S13)."""
    child.sends(WORDS)
    say_not_them(child.ticket, users=[people.lead], now=MONDAY)
    ReaderDuty.objects.all().delete()
    put_on_rota(newcomer, days=30)
    assert queue_for(newcomer, now=MONDAY) == []
    mail.outbox.clear()
    escalate_due(now=MONDAY + 3 * DAY)
    assert rung() == {people.worker.email, newcomer.email}
    [item] = queue_for(newcomer, now=MONDAY + 3 * DAY)
    assert item.tell_first


def test_where_only_the_chair_is_left_the_chair_is_rung(people: People, child: Child) -> None:
    response = child.sends(WORDS)
    say_not_them(child.ticket, users=[people.lead, people.worker], now=MONDAY)
    ReaderDuty.objects.all().delete()
    mail.outbox.clear()
    escalate_due(now=MONDAY + 3 * DAY)
    assert rung() == {people.chair.email}
    mail.outbox.clear()
    ask_to_take_back(response)
    assert rung() == {people.chair.email}


def test_a_ring_that_reaches_nobody_waits_for_somebody(people: People, child: Child, newcomer: User) -> None:
    child.sends(WORDS)
    all_gone(people, newcomer)
    ReaderDuty.objects.all().delete()
    escalate_due(now=MONDAY + 3 * DAY)
    mail.outbox.clear()
    put_on_rota(newcomer, days=30)
    escalate_due(now=MONDAY + 3 * DAY)
    assert rung() == {newcomer.email}


def test_somebody_who_lost_their_role_keeps_nobody_else_from_reading(
    people: People, child: Child, newcomer: User
) -> None:
    child.sends(WORDS)
    all_gone(people, newcomer)
    User.objects.filter(pk=people.worker.pk).update(is_active=True)
    people.worker.role_grants.all().delete()
    assert [item.tell_first for item in queue_for(newcomer, now=MONDAY)] == [True]


def test_without_a_name_on_it_nobody_new_opens_what_somebody_named_can_read(people: People, newcomer: User) -> None:
    response = make_child(named=False).sends(WORDS)
    new_lead = UserFactory(roles=[Role.SAFEGUARDING_LEAD])
    put_on_rota(newcomer, days=30)
    for when in (MONDAY, MONDAY + 5 * DAY):
        assert queue_for(new_lead, now=when) == queue_for(newcomer, now=when) == []
    assert [item.id for item in queue_for(people.lead, now=MONDAY + 5 * DAY)] == [response.pk]
