"""What the agreed word opens, for how long, and for whom (S2)."""

import datetime as dt
import itertools

import pytest
from django.urls import reverse

from participation.listening.domain.readings import mark_read
from participation.meetings.domain.booking import cancel_meeting, move_meeting, told_the_news
from participation.meetings.domain.cards import change_agreed_word
from participation.meetings.enums import Behind
from tests.factories.meetings import MEETING_AT, MONDAY, OFFICER, PLACE, WORD, with_card
from tests.meetings.pages import PAGES, SECRETS, a_reply, child, child_session, open_word, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(monday, reader):
    return None


def test_behind_the_word_stands_when_where_and_who():
    a = with_card(word=WORD, behind=("when",))
    client = child(a)
    assert open_word(client, "  Blue   KETTLE ").status_code == 302
    page = text_of(client.get(reverse("invite")))
    assert PLACE in page
    assert OFFICER in page
    assert "Thursday 3 December" in page
    assert "4pm, about 45 minutes" in page
    assert "police officer, tries to stop people who hurt or use children" in page


@pytest.mark.parametrize("word", ["red kettle", "blue", "x" * 64, "☃", "blue kettle\x00extra"])
def test_a_wrong_word_opens_nothing(word):
    a = with_card(word=WORD, behind=("when",))
    client = child(a)
    assert open_word(client, word).status_code == 200
    assert not any(secret in text_of(client.get(reverse("invite"))) for secret in SECRETS)


@pytest.mark.parametrize(
    "behind",
    [combination for size in (1, 2, 3) for combination in itertools.combinations(Behind.values, size)],
)
def test_the_word_opens_only_what_was_chosen(behind):
    a = with_card(word=WORD, behind=behind)
    mark_read(a.sends(wants="Fewer meetings"), by=a.worker, now=MONDAY)
    a_reply(a)
    client = child(a)
    open_word(client, WORD)
    invite, after = text_of(client.get(reverse("invite"))), text_of(client.get(reverse("outcome")))
    assert (PLACE in invite) == ("when" in behind)
    assert ("Sam read them on" in after) == ("read" in behind)
    assert ("Taxis on Fridays" in after) == ("outcome" in behind)
    assert ("Where it stands" in text_of(client.get(reverse("advocate")))) == ("advocate" in behind)
    assert "Fewer meetings" not in invite + after


def test_the_word_closes_after_ten_minutes(monday):
    a = with_card(word=WORD, behind=("when",))
    client = child(a)
    open_word(client, WORD)
    monday.shift(dt.timedelta(minutes=9))
    assert PLACE in text_of(client.get(reverse("invite")))
    monday.shift(dt.timedelta(minutes=2))
    assert PLACE not in text_of(client.get(reverse("invite")))


def test_a_changed_word_closes_what_the_old_one_opened():
    a = with_card(word=WORD, behind=("when",))
    client = child(a)
    open_word(client, WORD)
    change_agreed_word(a.fresh(), word="green kettle", behind=["when"], by=a.worker, now=MONDAY)
    assert PLACE not in text_of(client.get(reverse("invite")))
    assert open_word(client, WORD).status_code == 200
    assert open_word(client, "green kettle").status_code == 302


def test_one_card_does_not_open_what_stands_behind_anothers_word():
    a, b = with_card(word=WORD, behind=("when",)), with_card(word="other word", behind=("when",))
    client = child(a)
    open_word(client, WORD)
    other = child(b)
    session = child_session(other)
    session["behind_word"] = child_session(client)["behind_word"]
    session.save()
    assert PLACE not in text_of(other.get(reverse("invite")))


def test_many_wrong_words_wait_a_little_and_lock_nothing(monday):
    a = with_card(word=WORD, behind=("when",))
    client = child(a)
    for _ in range(12):
        open_word(client, "no")
    slowed = open_word(client, WORD)
    assert "wait a little" in text_of(slowed)
    for name in PAGES:
        assert client.get(reverse(name)).status_code == 200
    monday.shift(dt.timedelta(minutes=11))
    assert open_word(client, WORD).status_code == 302


def test_what_stands_behind_the_word_ends_28_days_after_the_meeting(monday):
    a = with_card(word=WORD, behind=("when",))
    ticket = a.fresh().ticket
    ticket.expires_at = MEETING_AT + dt.timedelta(days=400)  # even if a card were to live longer
    ticket.save()
    monday.move_to(MEETING_AT + dt.timedelta(days=28, minutes=-1))
    client = child(a)
    open_word(client, WORD)
    assert PLACE in text_of(client.get(reverse("invite")))
    monday.shift(dt.timedelta(minutes=1))
    assert PLACE not in text_of(client.get(reverse("invite")))


def test_a_new_time_is_told_in_person_before_the_card_shows_it():
    a = with_card(word=WORD, behind=("when",))
    client = child(a)
    open_word(client, WORD)
    move_meeting(a.meeting, starts_at=MEETING_AT + dt.timedelta(days=7), place="Lighthouse", by=a.worker, now=MONDAY)
    page = text_of(client.get(reverse("invite")))
    assert "Something has changed. Sam will tell you in person." in page
    assert "10 December" not in page
    assert "Lighthouse" not in page
    told_the_news(a.fresh(), by=a.worker, now=MONDAY)
    assert "Lighthouse" in text_of(client.get(reverse("invite")))


def test_a_cancelled_meeting_shows_no_time_or_place():
    a = with_card(word=WORD, behind=("when",))
    client = child(a)
    open_word(client, WORD)
    cancel_meeting(a.meeting, by=a.worker, now=MONDAY)
    told_the_news(a.fresh(), by=a.worker, now=MONDAY)
    assert not any(secret in text_of(client.get(reverse("invite"))) for secret in SECRETS)


def test_a_part_without_them_is_always_said_and_its_reason_only_behind_the_word():
    a = with_card(word=WORD, behind=("when",), part_without="Adults check dates first")
    client = child(a)
    page = text_of(client.get(reverse("invite")))
    assert "a part you are not in" in page
    assert "Adults check dates first" not in page
    open_word(client, WORD)
    assert "Adults check dates first" in text_of(client.get(reverse("invite")))


def test_a_wrong_address_after_the_word_leads_to_the_invite():
    a = with_card(word=WORD, behind=("when",))
    answer = open_word(child(a), WORD, back_to="https://example.org/")
    assert answer["Location"] == reverse("invite")
