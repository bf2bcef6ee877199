"""Sent twice, stored once, whatever the order of presses, tabs, changes of mind and closing (R-3)."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from surveys.responses.domain.changing import ask_to_change
from surveys.responses.domain.hearing import heard_answers
from surveys.responses.domain.sending import Closed, send_response
from surveys.responses.models import Response, TicketForm
from tests.factories.responses import a_ticket, a_version, words

pytestmark = pytest.mark.django_db
KEYS, TEXTS = st.sampled_from(["k1", "k2", "k3"]), st.sampled_from(["one", "two", "three"])


class Sending(RuleBasedStateMachine):
    """The model: what was stored first, and whether the form is open."""

    def __init__(self):
        super().__init__()
        self.world = transaction.atomic()
        self.world.__enter__()
        self.ticket = a_ticket(version=a_version())
        self.stored = None
        self.open = True

    def send(self, key, text, tab=0):
        return send_response(
            self.ticket, form="before", answers={"Q09": words(text)}, idempotency_key=key, now=timezone.now()
        )

    @rule(key=KEYS, text=TEXTS)
    def press_send(self, key, text):
        if self.stored is None and not self.open:
            with pytest.raises(Closed):
                self.send(key, text)
            return
        response = self.send(key, text)
        if self.stored is None:
            self.stored = (response.pk, key, text)
        assert (response.pk, response.sent_key) == self.stored[:2]

    @precondition(lambda self: self.open)
    @rule()
    def close(self):
        TicketForm.objects.filter(ticket=self.ticket).update(closes_at=timezone.now() - dt.timedelta(hours=1))
        self.open = False

    @precondition(lambda self: self.stored)
    @rule(kind=st.sampled_from(["change", "take_back"]))
    def change_my_mind(self, kind):
        if self.mine().change_requests.count() < 15:
            ask_to_change(self.mine(), kind=kind, words="later words", now=timezone.now())

    def mine(self):
        return Response.objects.get(ticket=self.ticket)

    @invariant()
    def one_response_with_the_first_words(self):
        kept = list(Response.objects.filter(ticket=self.ticket))
        assert len(kept) == (1 if self.stored else 0)
        if self.stored:
            heard = {part.part_id: part.words for question in heard_answers(kept[0]) for part in question.parts}
            assert heard["Q09"] == self.stored[2]

    def teardown(self):
        transaction.set_rollback(True)
        self.world.__exit__(None, None, None)


def test_any_order_of_presses_stores_one_response_with_the_first_words():
    from hypothesis.stateful import run_state_machine_as_test

    a_version()
    quick = settings(max_examples=20, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Sending, settings=quick)


def pressed_before_the_other_was_seen() -> list[Response]:
    """Two sends on one ticket of which neither found the other: what is left is the store's own rule."""
    ticket = a_ticket(version=a_version())

    def send(key: str) -> Response:
        return send_response(
            ticket, form="before", answers={"Q09": words(key)}, idempotency_key=key, now=timezone.now()
        )

    first = send("one")
    Response.objects.filter(pk=first.pk).update(ticket=None)  # not there yet when the second looks
    second = send("two")
    Response.objects.filter(pk=first.pk).update(ticket=ticket)
    return [first, second]


def test_two_sends_that_both_found_nothing_are_never_both_stored():
    with pytest.raises(IntegrityError), transaction.atomic():
        pressed_before_the_other_was_seen()
    assert not Response.objects.exists()


def test_without_the_unique_constraint_the_same_two_sends_are_stored_twice():
    """Negative control of R-3: a table of the same rows without the rule stands before the real one."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE responses_response AS SELECT * FROM responses_response")
        both = pressed_before_the_other_was_seen()
        assert Response.objects.filter(ticket=both[1].ticket, form="before").count() == 2
        transaction.set_rollback(True)
