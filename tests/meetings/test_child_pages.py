"""What a card opens, and what only the agreed word opens (S2)."""

import re

import pytest
from django.urls import reverse

from participation.meetings.domain.cards import stop_card
from participation.meetings.enums import Behind
from participation.meetings.models import InviteWording
from tests.factories.meetings import MEETING_AT, MONDAY, WORD, with_card
from tests.meetings.pages import PAGES, SECRETS, a_reply, child, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(monday, reader):
    return None


def without_token(page):
    return re.sub(r'csrfmiddlewaretoken" value="[^"]+"', "", page)


def test_the_invite_says_what_why_how_choices_and_rights():
    page = text_of(child(with_card()).get(reverse("invite")))
    for said in (
        "This meeting is not to blame you or tell you off. Police may come. Ask us what that means for you.",
        "Some adults are worried someone may be treating you badly. We may have got bits wrong.",
        "What you say can still change the plan. Jo reads your words before the meeting.",
        "Saying no is OK. The meeting may still happen. You can still send words.",
        "Have someone speak for you",
        "Your rights",
    ):
        assert said in page.replace("&#x27;", "'"), said


def test_the_invite_asks_once_whether_it_is_clear():
    page = text_of(child(with_card()).get(reverse("invite")))
    assert page.count("Is this clear?") == 1
    assert f'href="{reverse("talk")}">Ask someone</a>' in page
    assert page.count("data-aloud hidden") == 2  # here, and under More
    assert "js/aloud.js" in page


def test_without_an_agreed_word_the_worker_tells_when_where_and_who():
    page = text_of(child(with_card()).get(reverse("invite")))
    assert "Sam will tell you in person when and where it is" in page
    assert not any(secret in page for secret in SECRETS)


@pytest.mark.parametrize("name", PAGES)
def test_a_stranger_with_the_card_learns_no_time_place_person_reply_or_advocate(name):
    a = with_card(word=WORD, behind=tuple(Behind.values))
    a_reply(a)
    page = text_of(child(a).get(reverse(name)))
    assert not any(secret in page for secret in (*SECRETS, "Taxis on Fridays", "Said only in person"))


def test_with_or_without_a_reply_a_stranger_sees_the_same_page():
    a = with_card(word=WORD, behind=tuple(Behind.values))
    client = child(a)
    before = without_token(text_of(client.get(reverse("outcome"))))
    a_reply(a)
    assert without_token(text_of(client.get(reverse("outcome")))) == before


@pytest.mark.parametrize("name", PAGES)
def test_a_stopped_card_opens_no_page(name):
    a = with_card()
    client = child(a)
    stop_card(a.fresh(), by=a.worker, now=MONDAY)
    assert client.get(reverse(name)).status_code == 302


def test_every_page_has_a_neutral_title_and_holds_no_answer_in_its_address():
    a = with_card(word=WORD, behind=tuple(Behind.values))
    client = child(a)
    titles = set()
    for name in (*PAGES, "agreed_word"):
        page = text_of(client.get(reverse(name)))
        title = page.split("<title>")[1].split("</title>")[0].lower()
        titles.add(title)
        assert not any(word in title for word in ("police", "safeguard", "exploit", "council", "meeting", "abuse"))
    assert len(titles) == len(PAGES) + 1


@pytest.mark.parametrize("name", [*PAGES, "agreed_word"])
def test_reading_a_page_writes_nothing(name):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    a = with_card(word=WORD, behind=tuple(Behind.values))
    client = child(a)
    client.get(reverse(name))
    with CaptureQueriesContext(connection) as queries:
        client.get(reverse(name))
    written = [query["sql"] for query in queries if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert not [sql for sql in written if "sitting" not in sql and "session" not in sql]


def test_a_consultation_card_has_no_meeting_pages():
    from tests.factories.responses import a_ticket, child_client

    client = child_client(a_ticket(kind="consultation"))
    assert client.get(reverse("invite")).status_code == 404


def test_without_a_published_text_the_invite_says_who_will_tell():
    a = with_card()
    InviteWording.objects.all().delete()
    page = child(a).get(reverse("invite"))
    assert "Sam will tell you in person what this is about" in text_of(page)


@pytest.mark.parametrize(
    ("hour", "minute", "said"), [(16, 0, "4pm"), (9, 30, "9:30am"), (0, 5, "12:05am"), (12, 0, "12pm")]
)
def test_times_are_said_as_people_say_them(hour, minute, said):
    from participation.meetings.domain.invites import clock_of

    assert clock_of(MEETING_AT.replace(hour=hour, minute=minute)) == said


def test_the_invite_names_everyone_who_may_read(reader):
    page = text_of(child(with_card()).get(reverse("invite")))
    for said in ("Sam", "Jo", reader.first_name, "It goes on your record", "Police or a court can ask for it"):
        assert said in page
