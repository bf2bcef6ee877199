import datetime as dt

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.utils import timezone

from surveys.responses import registry
from surveys.responses.domain import sittings
from surveys.responses.domain.tickets import revoke
from surveys.responses.models import Sitting, Ticket
from tests.factories.responses import a_ticket, carry_on, child_client

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 20, 10, 0, tzinfo=dt.UTC)
START = "/me/say/before/"


def minutes(count):
    return dt.timedelta(minutes=count)


def test_visit_ends_after_fifteen_quiet_minutes_and_not_before():
    with time_machine.travel(NOW, tick=False) as clock:
        client = child_client(a_ticket(now=NOW), now=NOW)
        clock.move_to(NOW + minutes(14))
        assert client.get(START).status_code == 200
        clock.move_to(NOW + minutes(14) + minutes(14))
        assert client.get(START).status_code == 200
        clock.move_to(NOW + minutes(43))
        over = client.get(START)
        assert (over.status_code, over["Location"]) == (302, "/?over=1")


def test_visit_ends_after_an_hour_however_awake():
    with time_machine.travel(NOW, tick=False) as clock:
        client = child_client(a_ticket(now=NOW), now=NOW)
        for step in range(5, 60, 5):
            clock.move_to(NOW + minutes(step))
            assert client.get(START).status_code == 200
        clock.move_to(NOW + minutes(60))
        assert client.get(START)["Location"] == "/?over=1"


def test_page_is_told_how_long_the_visit_can_last():
    with time_machine.travel(NOW, tick=False) as clock:
        client = child_client(a_ticket(now=NOW), now=NOW)
        clock.move_to(NOW + minutes(14))
        assert 'data-left="2760"' in client.get(START).text


def test_quiet_and_whole_time_end_to_the_second():
    sitting = sittings.open_sitting(a_ticket(now=NOW), now=NOW)
    second = dt.timedelta(seconds=1)
    assert sittings.is_live(sitting, now=NOW + minutes(15) - second)
    assert not sittings.is_live(sitting, now=NOW + minutes(15))
    sitting.seen_at = NOW + minutes(59)
    assert sittings.is_live(sitting, now=NOW + minutes(60) - second)
    assert not sittings.is_live(sitting, now=NOW + minutes(60))


def test_fourth_visit_ends_the_oldest_and_locks_nobody_out():
    ticket = a_ticket()
    clients = []
    now = timezone.now() - minutes(4)
    for number in range(4):
        clients.append(child_client(ticket, now=now + minutes(number)))
    answers = [client.get(START).status_code for client in clients]
    assert answers == [302, 200, 200, 200]


def test_worker_is_told_of_a_second_place_and_nothing_of_the_device():
    told = []
    registry.register_other_device(lambda ticket, now: told.append(ticket.pk))
    ticket = a_ticket()
    sittings.open_sitting(ticket, now=timezone.now())
    assert told == []
    sittings.open_sitting(ticket, now=timezone.now())
    assert told == [ticket.pk]
    assert {field.name for field in Sitting._meta.fields} == {
        "id",
        "ticket",
        "started_at",
        "seen_at",
        "ended_at",
        "helper",
        "was_helped",
    }


def test_revoked_card_ends_at_the_next_request():
    ticket = a_ticket()
    client = child_client(ticket)
    assert client.get(START).status_code == 200
    revoke(ticket, by=None, now=timezone.now())
    assert client.get(START)["Location"] == "/?over=1"


def test_session_holds_the_name_of_the_visit_and_nothing_else():
    client = child_client(a_ticket())
    client.get(START)
    assert set(session_of(client)) == {"sitting"}


def session_of(client):
    from importlib import import_module

    key = client.cookies[settings.CHILD_SESSION_COOKIE_NAME].value
    return dict(import_module(settings.SESSION_ENGINE).SessionStore(key).items())


def test_second_card_in_one_browser_starts_clean_and_under_a_new_key():
    from django.contrib.sessions.backends.db import SessionStore
    from django.test import RequestFactory

    from surveys.responses.access import start_sitting

    first, second = a_ticket(), a_ticket()
    request = RequestFactory().post("/go/")
    request.session = SessionStore()
    old = start_sitting(request, first, timezone.now())
    request.session["left_over"] = "x"
    request.session.save()
    key = request.session.session_key
    start_sitting(request, second, timezone.now())
    request.session.save()
    assert request.session.session_key != key
    assert "left_over" not in request.session
    old.refresh_from_db()
    assert old.ended_at is not None


@pytest.mark.parametrize("forged", ["", "x", "00000000-0000-0000-0000-000000000000", 5, None])
def test_forged_visit_opens_nothing(forged):
    from django.contrib.sessions.backends.db import SessionStore

    client = Client()
    session = SessionStore()
    session["sitting"] = forged
    session.save()
    client.cookies[settings.CHILD_SESSION_COOKIE_NAME] = session.session_key
    assert client.get(START)["Location"] == "/?over=1"


def test_not_named_card_keeps_only_the_day_it_was_opened():
    ticket = a_ticket(kind="consultation")
    sittings.open_sitting(ticket, now=NOW)
    ticket.refresh_from_db()
    assert timezone.localtime(ticket.opened_at).time() == dt.time(0)


def test_old_visits_are_forgotten_after_a_day():
    ticket = a_ticket()
    sittings.open_sitting(ticket, now=NOW)
    assert sittings.forget_ended_sittings(now=NOW + dt.timedelta(hours=25)) == 1
    assert Ticket.objects.filter(pk=ticket.pk).exists()


def test_code_typed_again_comes_back_to_the_same_question():
    ticket = a_ticket()
    client = child_client(ticket)
    client.post(START)
    client.post("/me/say/before/1/", {"next": "yes"})
    client.post("/me/say/before/2/", {"skip": "yes"})
    carry_on(client, ticket)
    assert client.post(START)["Location"] == "/me/say/before/3/"


def test_words_on_a_page_left_open_too_long_are_sealed_away_and_the_code_is_asked_for():
    from surveys.responses.models import DraftAnswer

    with time_machine.travel(NOW, tick=False) as clock:
        client = child_client(a_ticket(now=NOW), now=NOW)
        client.post(START)
        clock.move_to(NOW + minutes(30))
        over = client.post("/me/say/before/1/", {"words-Q09": "slowly typed words", "next": "yes"})
        assert over["Location"] == "/?over=1"
        assert "slowly typed words" in DraftAnswer.objects.get(part_id="Q09").sealed.open()
        assert client.post("/me/say/before/1/", {"words-Q09": "a stranger"})["Location"] == "/?over=1"
        assert "slowly typed words" in DraftAnswer.objects.get(part_id="Q09").sealed.open()


def test_words_after_the_card_was_stopped_are_not_taken():
    from surveys.responses.models import DraftAnswer

    ticket = a_ticket()
    client = child_client(ticket)
    client.post(START)
    revoke(ticket, by=None, now=timezone.now())
    assert client.post("/me/say/before/1/", {"words-Q09": "x"})["Location"] == "/?over=1"
    assert not DraftAnswer.objects.exists()
