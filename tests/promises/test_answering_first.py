"""Somebody else has the card and answers before the young person does (AC-2, S2, S3, S5)."""

import datetime as dt
from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from accounts.models import Role
from participation.meetings.domain.cards import make_new_code
from participation.meetings.models import VisitTask
from surveys.responses.domain.changing import ask_to_change
from surveys.responses.domain.counting import ids_to_count
from surveys.responses.domain.hearing import heard_answers
from surveys.responses.domain.retention import record_doubted
from surveys.responses.models import Response
from surveys.themes.domain.walls import is_open_to_writers
from tests.factories.accounts import UserFactory
from tests.factories.listening import put_on_rota
from tests.factories.meetings import DAY, MONDAY, PLACE, WORD, Booked, with_card
from tests.meetings.pages import at, child, staff, text_of

pytestmark = pytest.mark.django_db
NOT_THEIRS = "zq everything is fine at home"


@pytest.fixture(autouse=True)
def _clock_and_reader(db: None) -> Iterator[None]:
    with time_machine.travel(MONDAY, tick=False):
        put_on_rota(UserFactory(roles=[Role.READER]), day=MONDAY.date(), days=30)
        yield


@pytest.fixture
def card() -> Booked:
    return with_card(word=WORD, behind=("when",))


def answered_by_somebody_else(card: Booked) -> Response:
    stranger = child(card)
    assert PLACE not in text_of(stranger.get(reverse("invite")))  # the word is not on the card
    return card.sends(wants=NOT_THEIRS)


def counted() -> set[object]:
    return set(ids_to_count(forms=["before"], sent_before=MONDAY + DAY))


def test_the_worker_sees_that_it_was_opened_and_sent_and_the_chair_that_nobody_has_asked_them_alone(
    card: Booked,
) -> None:
    """AC-2: nothing in the store can tell who typed, so people are told that nobody has asked yet."""
    answered_by_somebody_else(card)
    assert card.fresh().ticket.opened_at == MONDAY
    for who in (card.worker, card.chair):
        assert "Not yet checked with the young person" in text_of(staff(who).get(at("statement", card)))
    staff(card.worker).post(at("statement_checked", card))
    assert "Not yet checked" not in text_of(staff(card.chair).get(at("statement", card)))


def test_the_young_person_who_comes_second_gets_in_and_the_worker_is_asked_to_visit(card: Booked) -> None:
    """AC-2, S3: to be first gains nothing."""
    answered_by_somebody_else(card)
    assert not VisitTask.objects.exists()
    young = child(card)
    assert young.get("/me/").status_code == 200
    assert VisitTask.objects.filter(reason="ask_alone", done_at=None).count() == 1


def test_what_was_not_theirs_leaves_the_counts_at_their_word_and_is_still_kept_for_people(card: Booked) -> None:
    """AC-2, S5: after the visit, with a new code, they take it back; nothing is erased by whoever holds a card."""
    response = answered_by_somebody_else(card)
    stranger = child(card)
    assert counted() == {response.pk}
    make_new_code(card.fresh(), by=card.worker, card_number=card.fresh().cards_made, now=MONDAY)
    assert stranger.get("/me/").status_code == 302
    ask_to_change(response, kind="take_back", words="", now=MONDAY + dt.timedelta(hours=1))
    assert counted() == set()
    kept = {part.words for question in heard_answers(Response.objects.get()) for part in question.parts}
    assert NOT_THEIRS in kept


def test_what_the_worker_marks_doubtful_is_in_no_count_and_on_no_sheet_and_is_still_kept(card: Booked) -> None:
    """AC-2: never silently deleted; the young person's own word, given later, brings it back."""
    card.sends(wants=NOT_THEIRS, share="people", marks={"share": True})
    response = Response.objects.get()
    sheet, worker = at("statement_sheet", card), staff(card.worker)
    assert counted() == {response.pk}
    assert NOT_THEIRS in text_of(staff(card.chair).get(sheet))
    assert staff(card.chair).post(reverse("work_doubted", args=[response.pk])).status_code == 404
    worker.post(reverse("work_doubted", args=[response.pk]))
    assert counted() == set()
    assert NOT_THEIRS not in text_of(staff(card.chair).get(sheet))
    statement = text_of(staff(card.chair).get(at("statement", card)))
    assert "These may not be their words" in statement
    assert NOT_THEIRS in statement
    worker.post(reverse("work_checked", args=[response.pk]))
    assert counted() == {response.pk}


def test_report_writers_open_nothing_that_is_doubted(card: Booked) -> None:
    """AC-2: words that a stranger typed are in no theme and no quote."""
    response = card.sends(wants=NOT_THEIRS)
    response.writers_may_read = True
    assert is_open_to_writers(response)
    record_doubted(response, by=card.worker, now=MONDAY)
    assert not is_open_to_writers(response)


def test_nobody_reads_back_what_they_sent_as_somebody_else(card: Booked) -> None:
    """AC-1, AC-2: neither the one who was first nor the one who came second."""
    first: Client = child(card)
    card.sends(wants=NOT_THEIRS)
    for client in (first, child(card)):
        for page in ("/me/", "/me/invite/", "/me/say/before/", "/me/say/before/check/", "/me/say/before/sent/"):
            assert NOT_THEIRS not in text_of(client.get(page, follow=True))
