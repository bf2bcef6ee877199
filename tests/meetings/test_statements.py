"""Two statements: what only the chair reads, and exactly what was ticked (S9)."""

from pathlib import Path

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import Role, RoleGrant
from core.models import AuditEntry
from participation.listening.domain.assignments import say_not_them
from participation.listening.models import Reading
from participation.meetings.domain.statements import may_be_said
from surveys.responses.domain.hearing import HeardPart, HeardQuestion
from surveys.responses.models import Response
from tests.factories.accounts import UserFactory
from tests.factories.listening import put_on_call
from tests.factories.meetings import MONDAY, NICKNAME, PLACE, with_card
from tests.meetings.pages import at, staff, text_of

pytestmark = pytest.mark.django_db
TIGRINYA = "ኩዕሶ እፈቱ"
WANTS, NOT_THERE = "Moonlit bicycle rides", "My uncle Thaddeus"


@pytest.fixture(autouse=True)
def _clock(monday, reader):
    return None


def test_the_chair_reads_everything_on_screen_in_their_own_words():
    a = with_card()
    a.sends(wants=WANTS, not_there=NOT_THERE)
    page = text_of(staff(a.chair).get(at("statement", a)))
    assert WANTS in page
    assert NOT_THERE in page
    assert '<blockquote class="words" lang="en" dir="auto">' in page


def test_the_chair_has_read_words_in_another_language_only_when_they_were_interpreted():
    a, days = with_card(), put_on_call()
    response = a.sends(wants=TIGRINYA, share="people", marks={"share": True, "language": "ti"})
    client = staff(a.chair)
    page = text_of(client.get(at("statement", a)))
    assert "Needs an interpreter: Tigrinya" in page
    assert f'lang="ti" dir="auto">{TIGRINYA}' in page  # exactly as written, never translated
    assert client.post(at("statement_read", a)).status_code == 422
    assert not Reading.objects.exists()
    form = {"who_ti": str(days.interpreter_id), "asked_ti": "on"}
    assert client.post(at("statement_read", a), form).status_code == 302
    assert Reading.objects.get(response=response).interpreted.get().name == "Selam"
    page = text_of(client.get(at("statement", a)))
    assert "Needs an interpreter" not in page
    assert "interpreted by" in page
    assert "In Tigrinya, exactly as they wrote it" in text_of(client.get(at("statement_sheet", a)))


def test_words_are_shown_exactly_as_typed():
    a = with_card()
    typed = "he's <b>my boyfriend</b> & i dont want\nu to talk 2 him"
    a.sends(wants=typed)
    page = text_of(staff(a.chair).get(at("statement", a)))
    assert "he&#x27;s &lt;b&gt;my boyfriend&lt;/b&gt; &amp; i dont want\nu to talk 2 him" in page


@pytest.mark.parametrize(
    ("share", "marks", "is_on_paper"),
    [
        ("people", {"share": True}, True),
        ("people", {"share": False}, False),
        ("just", {"share": True}, False),
        ("people", {"share": True, "hide_from_parents": True}, False),
    ],
)
def test_paper_holds_exactly_what_was_ticked(share, marks, is_on_paper):
    a = with_card()
    a.sends(wants=WANTS, not_there=NOT_THERE, share=share, marks=marks, was_watched="yes")
    sheet = text_of(staff(a.chair).get(at("statement_sheet", a)))
    assert (WANTS in sheet) == is_on_paper
    for private in (NOT_THERE, NICKNAME, PLACE, "watching", "not to hear", "Not yet checked"):
        assert private not in sheet


@given(
    shared=st.booleans(),
    people=st.booleans(),
    hidden=st.booleans(),
    chair_only=st.booleans(),
    state=st.sampled_from(["answered", "skipped", "declined", "not_asked"]),
)
def test_nothing_private_can_be_said_in_front_of_everyone(shared, people, hidden, chair_only, state):
    part = HeardPart("Q11", "?", state, words="x", share=shared, hide_from_parents=hidden)
    question = HeardQuestion("Q11", "?", "chair_only" if chair_only else "all", "", (part,))
    said = may_be_said(Response(share="people" if people else "just"), question, part)
    assert said == (shared and people and not hidden and not chair_only and state == "answered")


def test_the_chairs_part_is_screen_only():
    from django.contrib.staticfiles import finders

    a = with_card()
    a.sends(wants=WANTS, not_there=NOT_THERE)
    page = text_of(staff(a.chair).get(at("statement", a)))
    screen, paper = page.split('<p class="paper-only">')
    assert NOT_THERE in screen
    assert NOT_THERE not in paper
    assert screen.index('<div class="screen-only') < screen.index(NOT_THERE)
    css = Path(finders.find("css/meetings.css")).read_text()
    print_rules = css.split("@media print")[1]
    assert ".screen-only, .chair-only { display: none !important; }" in print_rules


def test_being_watched_is_told_to_the_chair_on_screen_only():
    a = with_card()
    a.sends(wants=WANTS, share="people", marks={"share": True}, was_watched="yes")
    assert "telling them what to put" in text_of(staff(a.chair).get(at("statement", a)))
    assert "telling" not in text_of(staff(a.chair).get(at("statement_sheet", a)))


def test_not_yet_checked_with_the_young_person_until_the_worker_asked_them_alone():
    a = with_card()
    a.sends(wants=WANTS)
    statement, checked = at("statement", a), at("statement_checked", a)
    assert "Not yet checked with the young person" in text_of(staff(a.chair).get(statement))
    assert staff(a.chair).post(checked).status_code == 404
    assert staff(a.worker).post(checked).status_code == 302
    assert "Not yet checked" not in text_of(staff(a.chair).get(statement))


@pytest.mark.parametrize("name", ["statement", "statement_sheet"])
def test_every_opening_is_in_the_read_log_without_a_word_of_the_child(name):
    a = with_card()
    a.sends(wants=WANTS)
    staff(a.chair).get(at(name, a))
    entry = AuditEntry.objects.get(action="response.read")
    assert entry.actor_id == a.chair.pk
    assert WANTS not in str(entry.detail)


def test_opening_is_not_yet_reading_and_the_button_is():
    a = with_card()
    a.sends(wants=WANTS)
    staff(a.chair).get(at("statement", a))
    assert not Reading.objects.exists()
    staff(a.chair).post(at("statement_read", a))
    assert Reading.objects.get().reader == a.chair


@pytest.mark.parametrize("refused", ["worker", "chair", "reader", "lead"])
def test_whoever_is_not_them_can_never_open_it(refused, reader):
    a = with_card()
    people = {
        "worker": a.worker,
        "chair": a.chair,
        "reader": reader,
        "lead": UserFactory(roles=[Role.SAFEGUARDING_LEAD]),
    }
    a.sends(wants=WANTS)
    person = people[refused]
    say_not_them(a.fresh().ticket, users=[person], now=MONDAY)
    for name in ("statement", "statement_sheet"):
        assert staff(person).get(at(name, a)).status_code == 404
    for name in ("statement_read", "statement_checked"):
        assert staff(person).post(at(name, a)).status_code == 404
    assert WANTS not in text_of(staff(person).get(reverse("work_meetings")))


def test_not_them_hides_how_they_take_part_too():
    a = with_card()
    a.sends(wants=WANTS, how=("not-this-time",))
    say_not_them(a.fresh().ticket, users=[a.chair], now=MONDAY)
    page = text_of(staff(a.chair).get(reverse("work_meeting", args=[a.meeting.pk])))
    assert "Not this time" not in page.split("They chose who hears them")[0]
    assert "They chose who hears them" in page


@pytest.mark.parametrize("role", [role for role in Role.values if role != "reader"])
def test_no_other_person_opens_it(role):
    a = with_card()
    a.sends(wants=WANTS)
    outsider = UserFactory(roles=[role])
    other = with_card(
        worker=UserFactory(roles=[Role.MEETING_WORKER, role]), chair=UserFactory(roles=[Role.CHAIR, role])
    )
    for person in (outsider, other.worker, other.chair):
        for name in ("statement", "statement_sheet"):
            assert staff(person).get(at(name, a)).status_code == 404
        swapped = reverse("statement", args=[other.meeting.pk, a.invitation.pk])
        assert staff(person).get(swapped).status_code == 404


def test_who_may_open_it_stands_in_the_text_the_young_person_was_shown(reader):
    from surveys.responses.registry import who_reads

    a = with_card()
    shown = {person.user_id for person in who_reads(a.fresh().ticket)}
    a.sends(wants=WANTS)
    for person in (a.worker, a.chair, reader):
        assert staff(person).get(at("statement", a)).status_code == 200
        assert str(person.pk) in shown


@pytest.mark.parametrize("who", ["worker", "chair"])
def test_a_role_taken_away_acts_at_once(who):
    a = with_card()
    a.sends(wants=WANTS)
    person = getattr(a, who)
    client = staff(person)
    assert client.get(at("statement", a)).status_code == 200
    RoleGrant.objects.filter(user=person).delete()
    assert client.get(at("statement", a)).status_code == 404


def test_there_is_no_statement_before_something_was_sent():
    a = with_card()
    assert staff(a.chair).get(at("statement", a)).status_code == 404


def test_pages_with_words_are_never_stored():
    a = with_card()
    a.sends(wants=WANTS)
    for name in ("statement", "statement_sheet"):
        assert "no-store" in staff(a.chair).get(at(name, a))["Cache-Control"]
