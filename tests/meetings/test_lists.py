"""The worker's list: what must not be forgotten, in a steady number of queries."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from participation.listening.domain.assignments import say_not_them
from participation.meetings.domain.booking import cancel_meeting, invite, move_meeting, told_the_news
from participation.meetings.domain.outcomes import told_in_person
from participation.meetings.domain.progress import STATES, how_many_untold, list_meetings
from participation.meetings.domain.telling import Telling, decide_telling
from tests.factories.meetings import MEETING_AT, MONDAY, booked, safe, with_card
from tests.meetings.pages import staff, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(monday, reader):
    return None


def listed(a, state, now=MONDAY):
    return [meeting.pk for meeting in list_meetings(a.worker, state=state, number=1, now=now)]


@pytest.mark.parametrize("state", STATES)
def test_a_cancelled_meeting_stays_on_every_list_until_told_in_person(state):
    a = with_card()
    cancel_meeting(a.meeting, by=a.worker, now=MONDAY)
    much_later = MEETING_AT + dt.timedelta(days=90)
    assert listed(a, state, much_later) == [a.meeting.pk]
    told_the_news(a.fresh(), by=a.worker, now=MONDAY)
    if state != "all":
        assert listed(a, state, much_later) == []


def test_a_moved_meeting_says_so_on_top_until_told():
    a = with_card()
    move_meeting(a.meeting, starts_at=MEETING_AT + dt.timedelta(days=7), by=a.worker, now=MONDAY)
    page = text_of(staff(a.worker).get(reverse("work_meetings")))
    assert "has to be told in person" in page.replace("\n", " ")
    assert "Tell them in person: moved" in page
    assert how_many_untold(a.worker) == 1


def test_a_reply_is_waited_for_until_told_in_person():
    a = with_card()
    after = MEETING_AT + dt.timedelta(days=1)
    assert listed(a, "reply", after) == [a.meeting.pk]
    told_in_person(a.fresh(), told_by="Sam", at=after, by=a.worker, now=after)
    assert listed(a, "reply", after) == []


def stage(a):
    return text_of(staff(a.worker).get(reverse("work_meetings")))


def test_the_list_says_the_next_thing_to_do():
    a = booked()
    assert "Decide: is it safe to tell?" in stage(a)
    decide_telling(
        a.invitation,
        telling=Telling(safe="not_yet", decided_by="S", review_on=MONDAY.date() + dt.timedelta(days=1)),
        adults=[],
        by=a.worker,
        now=MONDAY,
    )
    assert "Not safe to tell yet" in stage(a)
    decide_telling(
        a.invitation,
        telling=Telling(safe="not_yet", decided_by="S", review_on=MONDAY.date()),
        adults=[],
        by=a.worker,
        now=MONDAY,
    )
    assert "Look again today" in stage(a)
    assert "Ready for a card" in stage(safe(a))


def test_started_and_sent_are_shown_without_a_word_of_it():
    a = with_card()
    assert "Card made" in stage(a)
    a.sends(wants="Moonlit bicycle rides")
    page = stage(a)
    assert ">Sent<" in page
    assert "Moonlit" not in page


def test_not_them_does_not_even_see_that_something_was_sent():
    a = with_card()
    a.sends(wants="x")
    say_not_them(a.fresh().ticket, users=[a.worker], now=MONDAY)
    assert ">Sent<" not in stage(a)


def test_the_list_takes_the_same_number_of_queries_for_one_and_for_many():
    a = with_card()
    client = staff(a.worker)

    def queries():
        with CaptureQueriesContext(connection) as seen:
            client.get(reverse("work_meetings"))
        return len(seen)

    client.get(reverse("work_meetings"))
    with_one = queries()
    for _ in range(3):
        more = with_card(worker=a.worker, chair=a.chair)
        invite(more.meeting, nickname="Another", band="8-11", now=MONDAY)
    assert queries() == with_one


def test_a_meeting_takes_the_same_number_of_queries_for_one_and_for_many():
    a = with_card()
    client, address = staff(a.worker), reverse("work_meeting", args=[a.meeting.pk])

    def queries():
        with CaptureQueriesContext(connection) as seen:
            client.get(address)
        return len(seen)

    client.get(address)
    with_one = queries()
    for _ in range(4):
        invite(a.meeting, nickname="Another", band="8-11", now=MONDAY)
    assert queries() == with_one


def test_long_lists_come_in_pages():
    a = booked()
    for _ in range(21):
        booked(worker=a.worker, chair=a.chair)
    client = staff(a.worker)
    first = text_of(client.get(reverse("work_meetings")))
    assert "Page 1 of 2" in first
    assert "state=coming" in first
    for odd in ("99", "x", "-1", "0"):
        assert client.get(reverse("work_meetings"), {"page": odd, "state": "all"}).status_code == 200
    assert client.get(reverse("work_meetings"), {"state": "'; drop"}).status_code == 200
