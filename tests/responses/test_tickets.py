import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from surveys.responses.domain import tickets
from surveys.responses.models import Sitting, Ticket, TicketForm
from tests.factories.responses import a_ticket, issued, sent

pytestmark = pytest.mark.django_db


def test_code_is_stored_nowhere():
    given = issued()
    row = Ticket.objects.filter(pk=given.ticket.pk).values().get()
    plain = given.code.replace("-", "")
    assert not any(plain in str(value) or given.code in str(value) for value in row.values())
    assert given.code not in repr(given)


def test_right_code_finds_its_ticket():
    given = issued()
    assert tickets.find_ticket(given.code.lower().replace("-", " "), now=timezone.now()) == given.ticket


def codes_in_every_state():
    now = timezone.now()
    used, expired, revoked, good = (
        issued(kind="consultation"),
        issued(expires_in=dt.timedelta(0)),
        issued(),
        issued(),
    )
    sent(used.ticket, answers={})
    tickets.revoke(revoked.ticket, by=None, now=now)
    return {
        "wrong": "0000-0000-0000",
        "used": used.code,
        "expired": expired.code,
        "revoked": revoked.code,
        "good": good.code,
    }


def test_wrong_used_expired_and_revoked_codes_find_nothing():
    codes = codes_in_every_state()
    found = {state: tickets.find_ticket(code, now=timezone.now()) for state, code in codes.items()}
    assert [state for state, ticket in found.items() if ticket] == ["good"]


def test_every_state_of_a_code_costs_the_same_queries_and_one_key_derivation(monkeypatch):
    codes = codes_in_every_state()
    derived = []
    real = tickets.slow_digest
    monkeypatch.setattr(tickets, "slow_digest", lambda *args, **kwargs: derived.append(1) or real(*args, **kwargs))
    work = {}
    for state, code in codes.items():
        derived.clear()
        with CaptureQueriesContext(
            connection,
        ) as queries:
            tickets.find_ticket(code, now=timezone.now())
        work[state] = (len(queries), len(derived))
    assert set(work.values()) == {(1, 1)}


def test_finding_a_ticket_changes_nothing():
    given = issued()
    before = Ticket.objects.values().get(pk=given.ticket.pk)
    for _ in range(3):
        tickets.find_ticket(given.code, now=timezone.now())
    assert Ticket.objects.values().get(pk=given.ticket.pk) == before
    assert not Sitting.objects.exists()


def test_reissued_code_opens_the_same_ticket_and_the_old_one_nothing():
    given = issued()
    new = tickets.reissue_code(given.ticket, by=None, now=timezone.now())
    assert tickets.find_ticket(given.code, now=timezone.now()) is None
    assert tickets.find_ticket(new, now=timezone.now()) == given.ticket


def test_agreed_word_is_tolerant_and_never_stored():
    ticket = a_ticket(agreed_word="Green Bicycle")
    now = timezone.now()
    assert tickets.agreed_word_matches(ticket, "  green  bicycle ", now=now)
    assert not tickets.agreed_word_matches(ticket, "green", now=now)
    assert "reen" not in ticket.agreed_word_digest
    tickets.set_agreed_word(ticket, "")
    assert not tickets.agreed_word_matches(ticket, "", now=now)


def test_card_without_agreed_word_matches_no_word():
    assert not tickets.agreed_word_matches(a_ticket(), "", now=timezone.now())


def test_one_form_of_each_kind_on_a_ticket():
    ticket = a_ticket()
    form = ticket.forms.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        TicketForm.objects.create(
            ticket=ticket,
            form=form.form,
            questionnaire=form.questionnaire,
            opens_at=form.opens_at,
            closes_at=form.closes_at,
        )


def test_not_named_ticket_has_no_key_of_a_child():
    assert a_ticket(kind="consultation").respondent_key == ""
    assert len(a_ticket().respondent_key) == 32


def test_participation_is_written_only_where_given():
    ticket = a_ticket()
    tickets.record_participation(ticket, took_part_as="phone")
    tickets.record_participation(ticket, told_back_on=dt.date(2026, 11, 1))
    ticket.refresh_from_db()
    assert (ticket.took_part_as, ticket.told_back_on) == ("phone", dt.date(2026, 11, 1))


def test_seeded_code_needs_the_alphabet():
    with pytest.raises(ValueError, match="12 signs"):
        issued(code="short")
    assert issued(code="TEST-0000-0001").code == "TE5T-0000-0001"
