"""Nothing that was sent can be missed, and what cannot wait stands first (S13, D13)."""

import datetime as dt
from itertools import product

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import Role, RoleGrant, User
from participation.listening.domain.assignments import say_not_them
from participation.listening.domain.later_readers import come_later
from participation.listening.domain.queue import queue_for
from participation.listening.domain.readings import NotForYou, mark_read
from participation.listening.domain.rota import on_duty
from participation.listening.domain.walls import access_to, can_read
from participation.listening.enums import Access
from participation.listening.models import ReaderDuty
from surveys.questionnaires.enums import FormKind
from surveys.questionnaires.starter import all_wordings
from surveys.responses.models import ChangeRequest, Response
from tests.factories.accounts import UserFactory
from tests.factories.listening import DAY, MONDAY, make_child, put_on_rota
from tests.listening.conftest import People

HOUR = dt.timedelta(hours=1)


def ids(user: User, now: dt.datetime = MONDAY) -> list[object]:
    return [item.id for item in queue_for(user, now=now)]


def test_every_named_answer_is_read_not_only_words(people: People) -> None:
    response = make_child(worker=people.worker).sends(options={"Q13-home": ("safe",)})
    assert ids(people.worker) == [response.pk]
    assert ids(people.reader) == [response.pk]


def test_words_of_a_consultation_are_read_too(people: People) -> None:
    written = make_child(named=False).sends("I want the bus to stop at our school")
    make_child(named=False).sends(options={"Q14": ("yes",)})
    assert ids(people.reader) == [written.pk]
    assert ids(people.worker) == []


def test_nobody_else_has_it_in_their_queue(people: People) -> None:
    make_child(worker=people.worker, chair=people.chair).sends("x")
    assert ids(people.outsider) == []
    assert ids(people.off_duty) == []
    assert ids(people.lead) == []


def test_the_lead_has_it_when_it_is_overdue(people: People) -> None:
    response = make_child(worker=people.worker).sends("x")
    assert ids(people.lead, MONDAY + DAY) == []
    assert ids(people.lead, MONDAY + DAY + HOUR) == [response.pk]
    assert queue_for(people.lead, now=MONDAY + DAY + HOUR)[0].overdue


def test_the_lead_has_it_at_once_when_nobody_else_may_read(people: People) -> None:
    child = make_child(worker=people.worker)
    response = child.sends("x")
    say_not_them(child.ticket, users=[people.worker, people.reader], now=MONDAY)
    assert ids(people.worker) == ids(people.reader) == []
    assert ids(people.lead) == [response.pk]


def test_read_by_one_it_leaves_the_rota_and_stays_with_the_other_named_person_until_the_meeting(
    people: People,
) -> None:
    child = make_child(worker=people.worker, chair=people.chair, meeting_at=MONDAY + 3 * DAY)
    response = child.sends("x")
    mark_read(response, by=people.worker, now=MONDAY)
    assert ids(people.reader) == ids(people.worker) == []
    assert ids(people.chair) == [response.pk]
    assert "Sam" in queue_for(people.chair, now=MONDAY)[0].read_by
    assert ids(people.chair, MONDAY + 3 * DAY) == []


def test_reading_twice_and_two_people_at_once_is_fine(people: People) -> None:
    response = make_child(worker=people.worker).sends("x")
    first = mark_read(response, by=people.worker, now=MONDAY)
    assert mark_read(response, by=people.worker, now=MONDAY + HOUR).read_at == first.read_at
    mark_read(response, by=people.reader, now=MONDAY)
    assert response.readings.count() == 2


def test_an_outsider_cannot_say_they_read_it(people: People) -> None:
    response = make_child(worker=people.worker).sends("x")
    with pytest.raises(NotForYou):
        mark_read(response, by=people.outsider, now=MONDAY)
    assert response.readings.count() == 0


def test_a_wish_to_take_it_back_brings_it_back_to_a_reader(people: People) -> None:
    response = make_child(worker=people.worker).sends("x")
    mark_read(response, by=people.worker, now=MONDAY)
    ChangeRequest.objects.create(response=response, kind="take_back", asked_at=MONDAY)
    assert queue_for(people.reader, now=MONDAY)[0].asks_change
    mark_read(response, by=people.reader, now=MONDAY)
    assert ids(people.reader) == []


def test_what_cannot_wait_stands_first(people: People) -> None:
    plain = make_child(worker=people.worker).sends("plain", now=MONDAY - 5 * HOUR)
    home = make_child(worker=people.worker).sends(options={"Q13-home": ("not",)})
    nobody = make_child(worker=people.worker).sends(options={"Q14": ("no",)})
    watched = make_child(worker=people.worker).sends("x", was_watched="yes")
    asked = make_child(worker=people.worker)
    talked = asked.sends("x")
    asked.asks_to_talk()
    late = make_child(worker=people.worker, meeting_at=MONDAY + HOUR).sends("x")
    items = queue_for(people.worker, now=MONDAY)
    assert items[-1].id == plain.pk
    assert {item.id for item in items[:-1]} == {home.pk, nobody.pk, watched.pk, talked.pk, late.pk}
    assert all(item.first_because for item in items[:-1])
    assert {item.id for item in items if item.late} == {late.pk}


@pytest.mark.parametrize(
    ("part_id", "option"),
    [("Q03", "no-one-right-now"), ("Q12a", "none"), ("Q12b", "home"), ("Q13-home", "depends")],
)
def test_one_tick_that_says_alone_or_unsafe_stands_first(people: People, part_id: str, option: str) -> None:
    make_child(worker=people.worker).sends("plain", now=MONDAY - 5 * HOUR)
    asked = next(
        wording.question for wording in all_wordings.WORDINGS if part_id in [part.id for part in wording.question.parts]
    )
    ticked = make_child(worker=people.worker, questions=(asked,)).sends(options={part_id: (option,)})
    first, last = queue_for(people.worker, now=MONDAY)
    assert first.id == ticked.pk
    assert first.first_because
    assert not last.first_because


def test_an_answer_after_the_meeting_is_not_late_by_that_meeting(people: People) -> None:
    child = make_child(worker=people.worker, meeting_at=MONDAY - DAY, form=FormKind.AFTER)
    child.sends("x")
    assert not queue_for(people.worker, now=MONDAY)[0].late


def test_the_queue_takes_the_same_number_of_queries_for_one_and_for_six(people: People) -> None:
    make_child(worker=people.worker).sends("x")
    with CaptureQueriesContext(connection) as one:
        queue_for(people.worker, now=MONDAY)
    for _ in range(5):
        make_child(worker=people.worker).sends("x")
    with CaptureQueriesContext(connection) as six:
        assert len(queue_for(people.worker, now=MONDAY)) == 6
    assert len(six) == len(one)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_sent_named_answer_is_in_somebodys_queue_until_it_is_read(people: People, data: st.DataObject) -> None:
    """Whoever was refused or has gone, whoever is on the rota since before or after Send, and however late it is.

    From the moment it is overdue nobody who could read it is passed over as long as anyone is left at all.
    """
    Response.objects.all().delete()
    ReaderDuty.objects.all().delete()
    newcomer, new_lead = UserFactory(roles=[Role.READER]), UserFactory(roles=[])
    everyone = [people.worker, people.chair, people.reader, people.lead, newcomer, new_lead]
    User.objects.update(is_active=False)  # those of the example before
    User.objects.filter(pk__in=[user.pk for user in everyone]).update(is_active=True)
    put_on_rota(people.reader, days=data.draw(st.integers(1, 9)))
    child = make_child(worker=people.worker, chair=people.chair, meeting_at=MONDAY + 2 * DAY)
    response = child.sends("x")
    put_on_rota(newcomer, days=20)
    RoleGrant.objects.create(user=new_lead, role=Role.SAFEGUARDING_LEAD)
    refused, gone = (data.draw(st.sets(st.sampled_from(range(6)))) for _ in range(2))
    say_not_them(child.ticket, users=[everyone[n] for n in refused], now=MONDAY)
    User.objects.filter(pk__in=[everyone[n].pk for n in gone]).update(is_active=False)
    later = MONDAY + data.draw(st.timedeltas(dt.timedelta(0), dt.timedelta(days=12)))
    here = User.objects.in_bulk([everyone[n].pk for n in range(6) if n not in gone])
    holders = [user for user in here.values() if response.pk in ids(user, later)]
    welcome = {n for n in range(6) if n not in gone | refused}
    assert bool(holders) is bool(welcome & ({0, 1, 4, 5, 3} | ({2} if people.reader in on_duty(now=later) else set())))
    assert not {user.pk for user in holders} & {everyone[n].pk for n in refused}
    for user in holders:
        knows = str(user.pk) in response.readers_named
        assert can_read(user, response, now=later) is knows
        assert knows or access_to(response, user=user, now=later) == Access.TELL_FIRST
    if later > MONDAY + 2 * DAY and welcome & {3, 4, 5}:
        assert {user.pk for user in holders} & {everyone[n].pk for n in (3, 4, 5)}  # never the two on the card alone
    if holders:
        if str(holders[0].pk) not in response.readers_named:
            come_later(response, by=holders[0], told=True, now=later)
        mark_read(response, by=holders[0], now=later)
        assert all(response.pk not in ids(everyone[n], later) for n in (3, 4, 5))


ONE_PERSON = ("named", "on_duty", "before_send", "lead", "refused")


@pytest.mark.parametrize(ONE_PERSON, list(product([False, True], repeat=len(ONE_PERSON))))
def test_who_may_read(people: People, named: bool, on_duty: bool, before_send: bool, lead: bool, refused: bool) -> None:
    """The whole matrix for one person in time: named or on duty, known to the young person, never against a no."""
    roles = [Role.SAFEGUARDING_LEAD] if lead else [Role.MEETING_WORKER]
    person = UserFactory(roles=roles)
    child = make_child(worker=person if named else people.worker)
    if on_duty and before_send:
        put_on_rota(person)
    response = child.sends("x")
    if on_duty and not before_send:
        put_on_rota(person)
    if refused:
        say_not_them(child.ticket, users=[person], now=MONDAY)
    knows = named or lead or before_send
    assert can_read(person, response, now=MONDAY) is ((named or on_duty) and knows and not refused)
