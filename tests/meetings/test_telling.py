"""Nobody gets a card before it is decided that telling is safe (S4)."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.meetings.domain.cards import NotReady, make_card
from participation.meetings.domain.progress import how_many_untold
from participation.meetings.domain.telling import (
    AdultChoice,
    Telling,
    decide_telling,
    reasons_to_wait,
    to_look_at_again,
)
from participation.meetings.forms.telling import AdultForm, TellingForm, WordAndBehindForm
from participation.meetings.models import Invitation, Meeting
from tests.factories.meetings import MONDAY, SAFE, booked, safe

pytestmark = pytest.mark.django_db
TODAY = MONDAY.date()


def decide(a, telling):
    decide_telling(a.invitation, telling=telling, adults=[], by=a.worker, now=MONDAY)
    return a.invitation


def test_no_card_before_anybody_decided():
    a = booked()
    with pytest.raises(NotReady):
        make_card(a.invitation, by=a.worker, card_number=0, now=MONDAY)
    assert a.fresh().ticket is None


def test_no_card_while_the_answer_is_not_yet():
    a = booked()
    decide(a, Telling(safe="not_yet", decided_by="Sam", review_on=TODAY, how="worker", where="x", by_whom="y"))
    with pytest.raises(NotReady):
        make_card(a.invitation, by=a.worker, card_number=0, now=MONDAY)


@pytest.mark.parametrize("missing", ["decided_by", "how", "where", "by_whom"])
def test_every_part_of_the_gate_is_needed(missing):
    a = booked()
    full = {"safe": "yes", "decided_by": "Sam", "how": "worker", "where": "At our office", "by_whom": "Sam"}
    decide(a, Telling(**(full | {missing: ""})))
    assert len(reasons_to_wait(a.invitation)) == 1
    decide(a, Telling(**full))
    assert reasons_to_wait(a.invitation) == []


def test_a_not_yet_comes_back_on_its_review_day():
    a = booked()
    decide(a, Telling(safe="not_yet", decided_by="Sam", review_on=TODAY))
    assert to_look_at_again(a.invitation, today=TODAY)
    assert not to_look_at_again(a.invitation, today=TODAY - dt.timedelta(days=1))


def test_a_held_or_forbidden_leaflet_is_never_counted_or_nagged():
    choices = (AdultChoice("birth_parent", "Mum", "hold"), AdultChoice("other", "Stepdad", "never"))
    a = safe(booked(), adults=choices)
    assert {adult.decision for adult in a.invitation.adults.all()} == {"hold", "never"}
    assert reasons_to_wait(a.invitation) == []
    assert how_many_untold(a.worker) == 0


def test_deciding_again_replaces_what_was_decided_about_adults():
    a = safe(booked(), adults=(AdultChoice("birth_parent", "Mum", "send"),))
    safe(a, adults=(AdultChoice("birth_parent", "Mum", "never"),))
    assert [adult.decision for adult in a.invitation.adults.all()] == ["never"]


def form(**given):
    full = {"safe": "yes", "decided_by": "Sam", "how": "worker", "where": "At our office", "by_whom": "Sam"}
    return TellingForm(full | given, today=TODAY)


def test_not_yet_needs_a_day_to_look_again_and_nothing_of_the_card():
    assert "review_on" in form(safe="not_yet").errors
    assert "review_on" in form(safe="not_yet", review_on="2026-11-01").errors
    assert form(safe="not_yet", review_on="2026-11-30", how="", where="", by_whom="").is_valid()


def test_a_place_of_hand_over_is_chosen_not_typed():
    assert "where" in form(where="12 Some Street").errors


@pytest.mark.parametrize("row", [{"kind": "birth_parent"}, {"who": "Mum"}, {"decision": "send"}])
def test_each_named_adult_needs_a_decision(row):
    assert AdultForm(row).errors


def test_an_empty_adult_row_is_nobody():
    assert AdultForm({}).is_valid()


def test_nothing_can_stand_behind_no_word():
    assert "agreed_word" in WordAndBehindForm({"behind": ["when"]}).errors
    assert WordAndBehindForm({}).is_valid()


@given(
    safe=st.sampled_from(["", "yes", "not_yet"]),
    fields=st.fixed_dictionaries({name: st.booleans() for name in ("by", "how", "where", "who")}),
    cancelled=st.booleans(),
)
def test_the_gate_opens_only_when_everything_is_decided(safe, fields, cancelled):
    invitation = Invitation(
        safe_to_tell=safe,
        safe_decided_by="Sam" if fields["by"] else "",
        handed_over_how="worker" if fields["how"] else "",
        handed_over_where="office" if fields["where"] else "",
        handed_over_by="Sam" if fields["who"] else "",
    )
    invitation.meeting = Meeting(news="cancelled" if cancelled else "")
    is_open = reasons_to_wait(invitation) == []
    assert is_open == (safe == "yes" and all(fields.values()) and not cancelled)


def test_the_safe_example_passes():
    assert reasons_to_wait(decide(booked(), SAFE)) == []


def test_the_card_page_names_who_gets_the_leaflet_and_nobody_who_does_not():
    from participation.meetings.domain.telling import leaflet_for

    choices = (
        AdultChoice("birth_parent", "Mum", "send"),
        AdultChoice("foster_carer", "Kim", "hold"),
        AdultChoice("other", "Stepdad", "never"),
    )
    assert leaflet_for(safe(booked(), adults=choices).invitation) == ["Mum"]
