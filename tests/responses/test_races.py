"""Twenty at once on one card store one response, on SQLite and on PostgreSQL (R-4)."""

import threading
import uuid

import pytest
from django.db import connection, connections
from django.utils import timezone

from surveys.responses.domain.sending import AlreadySent, Closed, send_response
from surveys.responses.domain.sittings import MOST_AT_ONCE, open_sitting
from surveys.responses.domain.tickets import revoke
from surveys.responses.models import Answer, Response, Sitting, Words
from tests.factories.responses import a_ticket, child_client, question_url, words

pytestmark = pytest.mark.django_db(transaction=True)
THREADS = 20


def at_once(work, count=THREADS):
    """Runs `work(number)` in threads that start together; gives back what each returned or raised."""
    gate, results = threading.Barrier(count), [None] * count

    def run(number):
        try:
            gate.wait()
            results[number] = work(number)
        except Exception as error:
            results[number] = error
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_twenty_threads_sending_on_one_ticket_store_one_response():
    ticket = a_ticket()

    def send(number):
        answers = {"Q09": words(f"words of thread {number}")}
        return send_response(
            ticket, form="before", answers=answers, idempotency_key=uuid.uuid4().hex, now=timezone.now()
        )

    results = at_once(send)
    assert not [each for each in results if not isinstance(each, Response)]
    assert len({each.pk for each in results}) == 1
    assert Response.objects.count() == 1
    assert Words.objects.count() == 1
    assert len({each.sent_key for each in results}) == 1


def test_twenty_threads_using_one_not_named_code_store_one_response():
    ticket = a_ticket(kind="consultation")

    def send(number):
        return send_response(
            ticket, form="consultation", answers={}, idempotency_key=uuid.uuid4().hex, now=timezone.now()
        )

    results = at_once(send)
    assert sum(isinstance(each, Response) for each in results) == 1
    assert sum(isinstance(each, AlreadySent) for each in results) == THREADS - 1
    assert Response.objects.count() == 1


def test_twenty_browsers_pressing_send_at_once_all_hear_that_it_is_saved():
    ticket = a_ticket()
    browser = child_client(ticket)
    browser.post("/me/say/before/")
    browser.post(question_url(1), {"words-Q09": "the words"})
    clients = [child_client(ticket) for _ in range(3)]

    def press(number):
        return clients[number].post("/me/say/before/check/", {"send": "yes", "key": uuid.uuid4().hex})

    results = at_once(press, 3)
    assert {each.get("Location", each) for each in results} == {"/me/say/before/sent/"}
    assert Response.objects.count() == 1
    assert Words.objects.count() == 1


def test_revoking_and_sending_at_once_leave_a_whole_response_or_none():
    ticket = a_ticket()

    def act(number):
        if number == 0:
            return revoke(ticket, by=None, now=timezone.now())
        return send_response(
            ticket,
            form="before",
            answers={"Q09": words("x")},
            idempotency_key=str(number),
            now=timezone.now(),
        )

    results = at_once(act, 8)
    assert all(each is None or isinstance(each, Response | Closed) for each in results), results
    assert Response.objects.count() <= 1
    assert Words.objects.count() == Response.objects.count()
    parts = len(ticket.forms.get().questionnaire.current_version().schema)
    assert Answer.objects.count() == Response.objects.count() * parts


def test_ten_visits_opened_at_once_leave_three():
    ticket = a_ticket()
    results = at_once(lambda number: open_sitting(ticket, now=timezone.now()), 10)
    assert all(isinstance(each, Sitting) for each in results), results
    assert Sitting.objects.filter(ended_at=None).count() == MOST_AT_ONCE


def test_store_of_this_run_has_real_locks():
    assert connection.vendor == "postgresql" or "memory" not in str(connection.settings_dict["NAME"])
