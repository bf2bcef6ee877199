"""What came of it: told in person first, then only what the chair marked (S12)."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.meetings.domain.outcomes import (
    NotSafeToShow,
    NotTheChair,
    mark_safe_if_read,
    told_in_person,
    what_came_of_it,
    write_line,
)
from participation.meetings.domain.taking_part import record_took_part
from participation.meetings.models import OutcomeLine
from tests.factories.meetings import MONDAY, OFFICER, PLACE, WORD, with_card
from tests.meetings.pages import at, staff, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(monday, reader):
    return None


def with_word():
    a = with_card(word=WORD, behind=("outcome",))
    a.invitation = a.fresh()
    return a


def line_of(a, text="Taxis to school on Fridays", kind="decided"):
    return write_line(a.fresh(), kind=kind, text=text, by=a.worker, now=MONDAY)


def told(a):
    told_in_person(a.fresh(), told_by="Sam", at=MONDAY, by=a.worker, now=MONDAY)


def test_nothing_shows_before_they_were_told_in_person():
    a = with_word()
    mark_safe_if_read(line_of(a), by=a.chair, now=MONDAY)
    assert what_came_of_it(a.fresh(), opened=True) is None
    told(a)
    assert [line.text for line in what_came_of_it(a.fresh(), opened=True).lines] == ["Taxis to school on Fridays"]


def test_nothing_shows_without_the_word():
    a = with_word()
    mark_safe_if_read(line_of(a), by=a.chair, now=MONDAY)
    told(a)
    assert what_came_of_it(a.fresh(), opened=False) is None


def test_an_unmarked_line_is_only_said_to_be_there():
    a = with_word()
    line_of(a, text="Something hard")
    told(a)
    shown = what_came_of_it(a.fresh(), opened=True)
    assert shown.lines == []
    assert shown.has_more


def test_a_part_we_cannot_tell_yet_never_shows_its_text():
    a = with_word()
    line = line_of(a, text="Kept for later", kind="not_yet")
    mark_safe_if_read(line, by=a.chair, now=MONDAY)
    told(a)
    shown = what_came_of_it(a.fresh(), opened=True)
    assert "Kept for later" not in str(shown)
    assert shown.has_more


def test_only_the_chair_marks_a_line_safe():
    a = with_word()
    line = line_of(a)
    with pytest.raises(NotTheChair):
        mark_safe_if_read(line, by=a.worker, now=MONDAY)
    assert staff(a.worker).post(at("mark_line", a, line.pk), {"safe": "yes"}).status_code == 404
    assert staff(a.chair).post(at("mark_line", a, line.pk), {"safe": "yes"}).status_code == 302
    assert OutcomeLine.objects.get().safe_if_read


@pytest.mark.parametrize(
    "text",
    [
        "Police will speak to him",
        "The officer rings you",
        f"Come back to {PLACE}",
        f"{OFFICER.lower()} will call",
        "Ring 01332 123456",
        "You move to DE1 2AB",
    ],
)
def test_a_line_with_a_name_place_number_or_police_cannot_be_marked(text):
    a = with_word()
    line = line_of(a, text=text)
    with pytest.raises(NotSafeToShow) as refused:
        mark_safe_if_read(line, by=a.chair, now=MONDAY)
    assert text not in str(refused.value)
    assert not OutcomeLine.objects.get().safe_if_read


def test_worker_and_chair_may_be_named():
    a = with_word()
    mark_safe_if_read(line_of(a, text="Sam rings the school. Jo checks in May."), by=a.chair, now=MONDAY)


@given(
    lines=st.lists(st.tuples(st.booleans(), st.sampled_from(["decided", "why", "next", "not_yet"])), max_size=6),
    was_told=st.booleans(),
    opened=st.booleans(),
    chosen=st.booleans(),
)
def test_only_marked_lines_show_and_only_when_told_opened_and_chosen(lines, was_told, opened, chosen):
    from types import SimpleNamespace
    from unittest.mock import Mock

    rows = [
        SimpleNamespace(
            kind=kind, safe_if_read=safe, text=SimpleNamespace(open=lambda: "x"), get_kind_display=lambda: "K"
        )
        for safe, kind in lines
    ]
    invitation = Mock(told_in_person_at=MONDAY if was_told else None, behind=["outcome"] if chosen else ["when"])
    invitation.outcome_lines.all.return_value = rows
    shown = what_came_of_it(invitation, opened=opened)
    if not (was_told and opened and chosen):
        assert shown is None
    else:
        assert len(shown.lines) == sum(1 for safe, kind in lines if safe and kind != "not_yet")
        assert shown.has_more == (len(shown.lines) < len(lines))


def test_telling_back_and_taking_part_reach_the_ticket():
    a = with_word()
    told(a)
    record_took_part(a.fresh(), how="someone-speaks", by=a.worker, now=MONDAY)
    ticket = a.fresh().ticket
    assert ticket.told_back_on == MONDAY.date()
    assert ticket.took_part_as == "someone-speaks"


def test_a_whole_reply_through_the_pages():
    a = with_word()
    worker, chair = staff(a.worker), staff(a.chair)
    assert worker.post(at("outcome_editor", a), {"kind": "decided", "text": "A taxi on Fridays"}).status_code == 302
    line = OutcomeLine.objects.get()
    chair.post(at("mark_line", a, line.pk), {"safe": "yes"})
    worker.post(at("outcome_told", a), {"told_by": "Sam", "day": "2026-11-23"})
    assert "Told on Monday 23 November by" in text_of(worker.get(at("outcome_editor", a)))
    assert what_came_of_it(a.fresh(), opened=True).lines[0].text == "A taxi on Fridays"
    worker.post(at("remove_line", a, line.pk))
    assert not OutcomeLine.objects.exists()


@pytest.mark.parametrize(
    "given",
    [{}, {"kind": "decided"}, {"kind": "gossip", "text": "x"}, {"kind": "why", "text": "x" * 501}],
)
def test_a_line_that_cannot_be_kept_says_so(given):
    a = with_word()
    answer = staff(a.worker).post(at("outcome_editor", a), given)
    assert answer.status_code == 400
    assert not OutcomeLine.objects.exists()


def test_telling_in_person_cannot_be_ticked_ahead_of_time():
    a = with_word()
    tomorrow = (MONDAY + dt.timedelta(days=1)).date().isoformat()
    answer = staff(a.worker).post(at("outcome_told", a), {"told_by": "Sam", "day": tomorrow})
    assert answer.status_code == 400
    assert a.fresh().told_in_person_at is None


def test_the_text_of_a_reply_rests_sealed():
    from tests.meetings.test_cards import everything_stored

    a = with_word()
    line_of(a, text="Wisteria on Wednesdays")
    assert "Wisteria" not in everything_stored()


def test_a_line_of_another_meeting_cannot_be_marked_through_mine():
    a, b = with_word(), with_word()
    line = line_of(b)
    assert staff(a.chair).post(at("mark_line", a, line.pk), {"safe": "yes"}).status_code == 404
