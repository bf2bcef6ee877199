"""A name first, then the words: readers whom the young person did not know of at Send (S7, S13)."""

from importlib import import_module

import pytest
import time_machine
from django.apps import apps
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.models import Role, User
from core.models import AuditEntry
from participation.listening.domain.assignments import say_not_them
from participation.listening.domain.desk import waiting_for
from participation.listening.domain.escalation import escalate_due
from participation.listening.domain.later_readers import come_later, tell_since, untold_for
from participation.listening.domain.queue import CANNOT_WAIT, queue_for
from participation.listening.domain.readings import NotForYou, open_to_read
from participation.listening.models import LaterReader, ReaderDuty
from surveys.responses.models import Response
from tests.factories.accounts import UserFactory
from tests.factories.listening import DAY, MONDAY, Child, make_child, put_on_rota
from tests.listening.conftest import People

WORDS = "I want to stay at my school."


@pytest.fixture
def child(people: People) -> Child:
    return make_child(worker=people.worker, chair=people.chair)


@pytest.fixture
def newcomer(people: People) -> User:
    return UserFactory(first_name="Zebedee", roles=[Role.READER])


def all_gone(people: People, newcomer: User) -> None:
    """Nobody of those named is left; the newcomer has the rota."""
    gone = [people.worker, people.chair, people.reader, people.off_duty, people.lead]
    User.objects.filter(pk__in=[user.pk for user in gone]).update(is_active=False)
    ReaderDuty.objects.all().delete()
    put_on_rota(newcomer, days=30)


def staff(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def actions(response: Response) -> list[str]:
    return list(AuditEntry.objects.filter(subject_id=str(response.pk)).order_by("pk").values_list("action", flat=True))


def test_while_somebody_named_can_read_a_newcomer_on_the_rota_has_nothing(
    people: People, child: Child, newcomer: User
) -> None:
    response = child.sends(WORDS)
    put_on_rota(newcomer, days=30)
    for when in (MONDAY, MONDAY + 5 * DAY):
        assert queue_for(newcomer, now=when) == []
        with pytest.raises(NotForYou):
            come_later(response, by=newcomer, told=True, now=when)


def test_where_nobody_named_is_left_the_newcomer_tells_their_name_and_then_reads(
    people: People, child: Child, newcomer: User, monday: object
) -> None:
    response = child.sends(WORDS, options={"Q13-home": ("not",)})
    all_gone(people, newcomer)
    [item] = queue_for(newcomer, now=MONDAY)
    assert item.tell_first
    assert item.first_because == (CANNOT_WAIT,)  # what was ticked is an answer too
    address, client = reverse("work_reading", args=[response.pk]), staff(newcomer)
    page = client.get(address)
    assert "Your name first" in page.text
    assert WORDS not in page.text
    with pytest.raises(NotForYou):
        open_to_read(response, by=newcomer, now=MONDAY)
    assert "response.read" not in actions(response)
    tell = reverse("work_tell_first", args=[response.pk])
    assert client.post(tell, {}).status_code == 422
    assert client.post(tell, {"told": "yes"}).url == address
    assert WORDS in client.get(address).text
    assert actions(response)[-2:] == ["response.later_reader", "response.read"]
    assert not untold_for(newcomer).exists()


def test_marking_as_read_or_raising_a_worry_is_no_way_round(
    people: People, child: Child, newcomer: User, monday: object
) -> None:
    response = child.sends(WORDS)
    all_gone(people, newcomer)
    for name, data in (("work_mark_read", {}), ("work_concern", {"about": "x", "once": "y"}), ("work_checked", {})):
        got = staff(newcomer).post(reverse(name, args=[response.pk]), data)
        assert WORDS not in got.content.decode(), name
    assert not response.readings.exists()
    assert "response.read" not in actions(response)


def test_whom_they_could_not_reach_stays_on_the_list_until_told(
    people: People, child: Child, newcomer: User, monday: object
) -> None:
    response = child.sends(WORDS)
    all_gone(people, newcomer)
    client = staff(newcomer)
    client.post(reverse("work_tell_first", args=[response.pk]), {"told": "no"})
    assert WORDS in client.get(reverse("work_reading", args=[response.pk])).text
    User.objects.filter(pk=people.worker.pk).update(is_active=True)
    later = LaterReader.objects.get()
    for user in (newcomer, people.worker):
        assert list(untold_for(user)) == [later]
        assert "does not know yet" in staff(user).get(reverse("work_queue")).text
        assert "To be told who reads" in [line.title for line in waiting_for(user, MONDAY)]
    with pytest.raises(NotForYou):
        tell_since(later, by=people.outsider, now=MONDAY)
    client.post(reverse("work_told_since", args=[later.pk]))
    assert not untold_for(newcomer).exists()
    assert "does not know yet" not in client.get(reverse("work_queue")).text


def test_a_young_person_who_says_no_to_the_newcomer_is_heard(people: People, child: Child, newcomer: User) -> None:
    response = child.sends(WORDS)
    all_gone(people, newcomer)
    second = UserFactory(roles=[Role.SAFEGUARDING_LEAD])
    come_later(response, by=newcomer, told=True, now=MONDAY)
    say_not_them(child.ticket, users=[newcomer], now=MONDAY)
    assert queue_for(newcomer, now=MONDAY) == []
    with pytest.raises(NotForYou):
        open_to_read(response, by=newcomer, now=MONDAY)
    assert [item.tell_first for item in queue_for(second, now=MONDAY)] == [True]


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


def test_answers_from_before_the_names_were_kept_stay_with_those_the_rule_named(people: People, child: Child) -> None:
    response, refused = child.sends(WORDS), UserFactory(roles=[Role.READER])
    put_on_rota(refused, days=9)
    say_not_them(child.ticket, users=[refused], now=MONDAY)
    Response.objects.update(readers_named=[])
    import_module("participation.listening.migrations.0005_named_by_the_rule_before").name_them(apps, None)
    response.refresh_from_db()
    wanted = [people.worker, people.chair, people.reader, people.lead]
    assert response.readers_named == sorted(str(user.pk) for user in wanted)
