"""What somebody learns who has the card, the phone or both: AC-1, AC-6, AC-11, AC-12, AC-14."""

import datetime as dt

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.utils import timezone

from surveys.responses import access, registry
from surveys.responses.domain import sittings
from surveys.responses.models import Draft, Response
from tests.factories.responses import a_ticket, child_client, issued
from tests.responses.walking import CANARY, CHECK, START, send, session_keys

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 20, 10, 0, tzinfo=dt.UTC)
PAGES = tuple(f"/me/say/before/{rest}" for rest in ("", "1/", "2/", "check/", "sent/", "saved/", "change/", "who/"))


def cookie_of(client: Client) -> str:
    return client.cookies[settings.CHILD_SESSION_COOKIE_NAME].value


def holding(cookie: str) -> Client:
    client = Client()
    client.cookies[settings.CHILD_SESSION_COOKIE_NAME] = cookie
    return client


def answered(ticket) -> Client:
    client = child_client(ticket)
    client.post(START)
    client.post("/me/say/before/1/", {"words-Q09": CANARY, "next": "yes"})
    return client


@pytest.mark.parametrize("is_sent", [False, True], ids=["before sending", "after sending"])
def test_ac1_no_page_shows_the_words_with_the_same_cookie_a_new_one_or_the_code(is_sent):
    ticket = a_ticket()
    client = answered(ticket)
    early = cookie_of(client)
    if is_sent:
        assert send(client).status_code == 303
    for who in (client, holding(early), holding(cookie_of(client)), child_client(ticket)):
        for address in PAGES:
            assert CANARY not in who.get(address, follow=True).text, address


def test_ac1_the_search_finds_words_that_come_straight_back():
    """The control: a box with something to mend shows what was typed, to that one request only."""
    client = answered(a_ticket())
    long = CANARY + "x" * 2000
    assert CANARY in client.post("/me/say/before/1/", {"words-Q09": long, "next": "yes"}).text


def test_ac6_many_who_open_one_card_lock_nobody_out_and_the_worker_is_told():
    told = []
    registry.register_other_device(lambda ticket, now: told.append(ticket.pk))
    ticket = a_ticket()
    clients = [child_client(ticket, now=timezone.now() - dt.timedelta(minutes=6 - each)) for each in range(6)]
    assert [client.get(START).status_code for client in clients] == [302, 302, 302, 200, 200, 200]
    assert len(told) == 5
    assert child_client(ticket).get(START).status_code == 200


def test_ac6_with_room_for_six_the_first_three_would_stay_and_one_device_alone_is_told_to_nobody(monkeypatch):
    """The control: it is the limit that ends the oldest visits, and the second device that is told."""
    told = []
    registry.register_other_device(lambda ticket, now: told.append(ticket.pk))
    monkeypatch.setattr(sittings, "MOST_AT_ONCE", 6)
    ticket = a_ticket()
    clients = [child_client(ticket, now=timezone.now() - dt.timedelta(minutes=6))]
    assert told == []
    clients += [child_client(ticket, now=timezone.now() - dt.timedelta(minutes=5 - each)) for each in range(5)]
    assert [client.get(START).status_code for client in clients] == [200] * 6
    assert len(told) == 5


def types_the_code_with_a_planted_key() -> tuple[str, Client]:
    code = issued().code
    session = Client().session
    session["planted"] = "x"
    session.save()
    victim = holding(session.session_key)
    victim.post("/go/", {"code": code})
    assert victim.get("/me/").status_code == 200
    return session.session_key, victim


def test_ac11_a_key_that_was_planted_before_the_code_is_never_the_key_of_the_visit():
    key, victim = types_the_code_with_a_planted_key()
    assert cookie_of(victim) != key
    assert holding(key).get("/me/").status_code == 302
    assert "planted" not in session_keys(cookie_of(victim))


def test_ac11_if_the_session_were_not_dropped_at_the_code_the_planted_key_would_open_the_visit(monkeypatch):
    """The control."""
    monkeypatch.setattr(access, "end_this_sitting", lambda request, now: None)
    key, victim = types_the_code_with_a_planted_key()
    assert cookie_of(victim) == key
    assert holding(key).get("/me/").status_code == 200
    assert "planted" in session_keys(key)


def test_ac12_next_young_person_on_the_same_tablet_finds_nothing_of_the_one_before():
    first, second = issued(), issued()
    tablet = Client()
    tablet.post("/go/", {"code": first.code})
    tablet.post(START)
    tablet.post("/me/say/before/1/", {"words-Q09": CANARY, "next": "yes"})
    tablet.post("/me/say/before/with/", {"helper": "worker"})
    before = cookie_of(tablet)
    own = tablet.get("/me/say/before/1/").text  # the control: what is looked for below is there to be found
    assert "You have answered this" in own
    assert "Helping you" in own
    assert holding(before).get("/me/").status_code == 200
    tablet.post("/go/", {"code": second.code})
    assert tablet.post(START)["Location"] == "/me/say/before/1/"
    page = tablet.get("/me/say/before/1/").text
    assert CANARY not in page
    assert "You have answered this" not in page
    assert "Helping you" not in page
    assert Draft.objects.count() == 2
    assert holding(before).get("/me/").status_code == 302


CAPTURED = {"send": "yes", "key": "k" * 32, "count": "yes"}


def ready_to_send() -> Client:
    """The form closes in five minutes."""
    client = child_client(a_ticket(now=NOW, closes_in=dt.timedelta(minutes=5)), now=NOW)
    client.post(START)
    client.post("/me/say/before/1/", {"words-Q09": CANARY, "next": "yes"})
    return client


def test_ac14_a_captured_send_that_is_played_again_after_the_close_changes_nothing():
    with time_machine.travel(NOW, tick=False) as clock:
        client = ready_to_send()
        clock.shift(dt.timedelta(minutes=10))
        assert client.post(CHECK, CAPTURED).status_code == 409
        assert Response.objects.count() == 0
        assert Client().post(CHECK, CAPTURED)["Location"] == "/?over=1"
        assert Response.objects.count() == 0


def test_ac14_the_same_send_is_stored_before_the_close_and_played_again_after_it_stays_one():
    """The control: nothing but the close refuses it; and what was stored is not stored twice."""
    with time_machine.travel(NOW, tick=False) as clock:
        client = ready_to_send()
        clock.shift(dt.timedelta(minutes=4))
        assert client.post(CHECK, CAPTURED).status_code == 303
        assert Response.objects.count() == 1
        clock.shift(dt.timedelta(minutes=6))
        client.post(CHECK, CAPTURED)
        assert Client().post(CHECK, CAPTURED)["Location"] == "/?over=1"
        assert Response.objects.count() == 1
