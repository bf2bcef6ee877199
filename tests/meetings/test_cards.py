"""A card opens the right forms for the right time; its code is kept nowhere (S1, S2)."""

import datetime as dt

import pytest
from django.db import connection

from participation.listening.models import Listener
from participation.meetings.domain.booking import cancel_meeting, move_meeting, told_the_news
from participation.meetings.domain.cards import AlreadyMade, NotReady, make_card, make_new_code, stop_card
from surveys.responses import registry
from surveys.responses.domain.tickets import find_ticket
from surveys.responses.models import Ticket
from tests.factories.meetings import MEETING_AT, MONDAY, NICKNAME, WORD, booked, publish_form, safe, with_card

pytestmark = pytest.mark.django_db
AFTER = dt.timedelta(days=28)


def everything_stored() -> str:
    """Every value of every table, as the database holds it."""
    cells = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608  names of our own tables
            cells += [str(cell) for row in cursor.fetchall() for cell in row]
    return "\n".join(cells)


def test_the_before_form_is_open_until_the_meeting_and_the_after_form_from_then_on():
    a = with_card()
    forms = {form.form: form for form in a.fresh().ticket.forms.all()}
    assert (forms["before"].opens_at, forms["before"].closes_at) == (MONDAY, MEETING_AT)
    assert (forms["after"].opens_at, forms["after"].closes_at) == (MEETING_AT, MEETING_AT + AFTER)


def test_a_card_lives_28_days_after_the_meeting():
    a = with_card()
    just_before = MEETING_AT + AFTER - dt.timedelta(seconds=1)
    assert find_ticket(a.card.code, now=just_before) is not None
    assert find_ticket(a.card.code, now=MEETING_AT + AFTER) is None


def test_the_code_and_the_word_are_stored_nowhere():
    a = with_card(word=WORD, behind=("when",))
    stored = everything_stored()
    assert a.card.code not in stored
    assert a.card.code.replace("-", "") not in stored
    assert WORD not in stored


def test_the_same_young_person_keeps_one_key_over_meetings():
    a = with_card()
    b = safe(booked(worker=a.worker, chair=a.chair))
    b.invitation.participant = a.invitation.participant
    b.invitation.save()
    make_card(b.invitation, by=b.worker, card_number=0, now=MONDAY)
    keys = set(Ticket.objects.values_list("respondent_key", flat=True))
    assert keys == {a.invitation.participant.respondent_key}


def test_two_presses_make_one_card():
    a = with_card()
    with pytest.raises(AlreadyMade):
        make_card(a.invitation, by=a.worker, card_number=0, now=MONDAY)
    assert Ticket.objects.count() == 1


def test_a_new_code_stops_the_old_one_and_a_reloaded_page_does_not_make_another():
    a = with_card()
    made = make_new_code(a.invitation, by=a.worker, card_number=1, now=MONDAY)
    assert find_ticket(a.card.code, now=MONDAY) is None
    assert find_ticket(made.code, now=MONDAY) is not None
    with pytest.raises(AlreadyMade):
        make_new_code(a.invitation, by=a.worker, card_number=1, now=MONDAY)
    assert find_ticket(made.code, now=MONDAY) is not None


def test_no_new_code_without_a_card_or_after_its_end():
    a = safe(booked())
    with pytest.raises(NotReady):
        make_new_code(a.invitation, by=a.worker, card_number=0, now=MONDAY)
    b = with_card()
    with pytest.raises(NotReady):
        make_new_code(b.invitation, by=b.worker, card_number=1, now=MEETING_AT + AFTER)


def test_in_custody_there_is_a_rights_card_without_code_or_ticket():
    publish_form("before")
    a = safe(booked(invitation={"place": "custody"}))
    card = make_card(a.invitation, by=a.worker, card_number=0, now=MONDAY)
    assert card.code == ""
    assert a.fresh().ticket is None
    assert a.fresh().was_given == "rights card"
    assert Ticket.objects.count() == 0


def test_questions_do_not_open_for_a_card_of_someone_now_in_custody():
    a = with_card()
    a.invitation.refresh_from_db()
    a.invitation.place = "custody"
    a.invitation.save()
    ticket = a.fresh().ticket
    version = ticket.forms.get(form="before").questionnaire.current_version()
    assert registry.why_shut(version, ticket=ticket, now=MONDAY)


def test_while_police_ask_the_questions_about_worries_are_left_out():
    quiet, loud = with_card(), with_card(police_live=True)
    assert not registry.left_out(quiet.fresh().ticket) & {"Q07", "Q10", "Q12", "Q13"}
    assert registry.left_out(loud.fresh().ticket) >= {"Q07", "Q10", "Q12", "Q13"}


def test_worker_and_chair_are_the_named_listeners():
    a = with_card()
    named = {(row.user_id, row.part) for row in Listener.objects.filter(ticket=a.fresh().ticket)}
    assert named == {(a.worker.pk, "reads"), (a.chair.pk, "runs")}


def test_a_moved_meeting_takes_its_card_along():
    a = with_card()
    later = MEETING_AT + dt.timedelta(days=7)
    move_meeting(a.meeting, starts_at=later, by=a.worker, now=MONDAY)
    ticket = a.fresh().ticket
    assert ticket.expires_at == later + AFTER
    assert ticket.forms.get(form="before").closes_at == later
    assert (ticket.forms.get(form="after").opens_at, ticket.forms.get(form="after").closes_at) == (
        later,
        later + AFTER,
    )
    assert Listener.objects.filter(ticket=ticket, hear_by=later - dt.timedelta(hours=2)).count() == 2


def test_moving_does_not_bring_a_stopped_card_back():
    a = with_card()
    stop_card(a.fresh(), by=a.worker, now=MONDAY)
    move_meeting(a.meeting, starts_at=MEETING_AT + AFTER, by=a.worker, now=MONDAY)
    assert find_ticket(a.card.code, now=MONDAY) is None


@pytest.mark.parametrize("change", ["moved", "cancelled"])
def test_news_waits_until_told_in_person(change):
    a = with_card()
    if change == "moved":
        move_meeting(a.meeting, starts_at=MEETING_AT + AFTER, by=a.worker, now=MONDAY)
    else:
        cancel_meeting(a.meeting, by=a.worker, now=MONDAY)
    assert a.fresh().needs_telling
    told_the_news(a.fresh(), by=a.worker, now=MONDAY)
    assert not a.fresh().needs_telling


def test_nobody_has_to_be_told_of_a_meeting_they_never_heard_of():
    a = safe(booked())
    cancel_meeting(a.meeting, by=a.worker, now=MONDAY)
    assert not a.fresh().needs_telling


def test_a_cancelled_meeting_gives_out_no_card():
    a = safe(booked())
    cancel_meeting(a.meeting, by=a.worker, now=MONDAY)
    with pytest.raises(NotReady):
        make_card(a.invitation, by=a.worker, card_number=0, now=MONDAY)


def test_names_places_and_words_rest_sealed():
    a = with_card(part_without="Because of Marjolaine", word=WORD, behind=("when",))
    stored = everything_stored()
    for secret in (NICKNAME, "Zanzibarhall", "Brodwenna", "Marjolaine"):
        assert secret not in stored, secret
    assert a.fresh().meeting.place.open() == "Zanzibarhall"


def test_nothing_is_ever_mailed_to_a_young_person(mailoutbox):
    a = with_card()
    move_meeting(a.meeting, starts_at=MEETING_AT + AFTER, by=a.worker, now=MONDAY)
    assert mailoutbox == []
