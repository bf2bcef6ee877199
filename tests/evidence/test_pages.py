"""The set for an inspection: what is in it, what never is, and what happens to a broken seal."""

import datetime as dt

import pytest
from django.db import connection
from django.utils import timezone

from accounts.models import Role
from core import audit
from core.models import AuditEntry
from core.wall.guard import WallTouched
from participation.evidence import views
from participation.influence.enums import ReplyKind, Verdict
from participation.subgroups.domain.meetings import ask_decision, decide, plan_meeting
from surveys.releases.disclosure.content import PublishedQuote, PublishedSheet
from surveys.releases.domain.reach_actions import write_action
from surveys.releases.models import Release, ReleaseNote
from surveys.responses.models import Response
from tests.factories import influence, leaflets, subgroups
from tests.factories.accounts import UserFactory
from tests.factories.releases import frozen_release, quarter_window, table

pytestmark = pytest.mark.django_db
SET, PDF = "/work/evidence/set/", "/work/evidence/set.pdf"
MAY = {Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER}


@pytest.fixture
def officer(client):
    person = UserFactory(roles=[Role.DATA_PROTECTION_OFFICER])
    client.force_login(person)
    return person


def this_year() -> dict[str, str]:
    today = timezone.localdate()
    return {"first": (today - dt.timedelta(days=364)).isoformat(), "last": today.isoformat()}


def a_release(**fields: object) -> Release:
    """Frozen a few weeks ago, by the clock of the test."""
    day = timezone.localdate() - dt.timedelta(days=120)
    return frozen_release(quarter_window(day.year, (day.month - 1) // 3 + 1), **fields)


def shown(client, address: str = SET, **asked: str) -> str:
    answer = client.get(address, this_year() | asked)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("role", list(Role))
def test_three_roles_may_print_it(client, role):
    client.force_login(UserFactory(roles=[role]))
    for address in ("/work/evidence/", SET):
        assert client.get(address, this_year()).status_code == (200 if role in MAY else 404)


def test_an_empty_time_says_so(client, officer):
    page = shown(client)
    assert "Nothing was frozen, decided or replied to" in page
    assert "Nothing had been sealed" in page


def test_everything_of_the_time_is_in_it(client, officer):
    leaflets.council()
    now = timezone.now()
    release = a_release()
    write_action(release, "Ask two boxing clubs.", seen=0, by=None, now=now)
    ReleaseNote.objects.create(release=release, words="Two answers came twice.", written_at=now)
    influence.said("Fewer people in the room.", kind=ReplyKind.WE_DID)
    influence.recommended("Meet after school.", closed=True)
    group = subgroups.group()
    meeting = plan_meeting(group, held_on=timezone.localdate(), releases=[release], by=None, now=now)
    asked = ask_decision(
        meeting, asked="Start meetings at four?", release=release, measure_id="listened", by=None, now=now
    )
    decide(asked, verdict=Verdict.NOT, reason="The room is taken.", by=None, now=now)
    audit.seal_new_entries(now=now)
    page = shown(client)
    for words in (
        release.ref,
        "The seal fits",
        "People listened to me",
        "Ask two boxing clubs.",
        "Two answers came twice.",
        "Fewer people in the room.",
        "Meet after school.",
        "Start meetings at four?",
        "The room is taken.",
        "Every seal of these days was checked just now and fits",
    ):
        assert words in page, words


def test_words_of_young_people_are_not_printed_a_second_time(client, officer):
    quote = PublishedQuote("I want to be asked myself", reworded=True)
    a_release(sheets=[PublishedSheet("after", "shown", 20, (table(),), quotes=(quote,))])
    page = shown(client)
    assert "People listened to me" in page
    assert quote.words not in page


def test_a_release_changed_by_hand_is_named_and_nothing_of_it_is_shown(client, officer):
    first = a_release()
    broken = Release(
        window=first.window,
        ref="changed-one",
        frozen_at=timezone.now(),
        content=first.content | {"title": "A different title"},
        signature="0" * 64,
        supersedes=first,
    )
    broken.save(force_insert=True)
    page = shown(client)
    assert "changed-one" in page
    assert "Does not fit" in page
    assert "A different title" not in page


def test_a_correction_is_told_and_only_its_own_figures_are_printed(client, officer):
    first = a_release()
    second = frozen_release(first.window, supersedes=first)
    page = shown(client)
    assert page.count("People listened to me") == 1
    assert f"{second.ref} took the place of {first.ref}." in page


def test_a_seal_of_the_record_that_does_not_fit_is_said(client, officer):
    now = timezone.now()
    audit.record("a.step", now=now)
    audit.seal_new_entries(now=now)
    with connection.cursor() as cursor:
        triggers = "DROP TRIGGER {}" + (" ON core_auditentry" if connection.vendor == "postgresql" else "")
        cursor.execute(triggers.format("core_auditentry_no_update"))
    AuditEntry.objects.update(action="another.step")
    assert "does not fit what is stored" in shown(client)


@pytest.mark.parametrize(
    "asked",
    [
        {"first": ""},
        {"first": "yesterday"},
        {"first": "2026-02-30"},
        {"first": "9999-12-31"},
        {"first": "1066-01-01"},
        {"last": "2001-01-01"},
        {"first": "2001-01-01"},
    ],
)
def test_days_that_make_no_sense_are_asked_for_again(client, officer, asked):
    for address in (SET, PDF):
        answer = client.get(address, this_year() | asked)
        assert answer.status_code == 422
        assert "Please look at this again" in answer.content.decode()


@pytest.mark.parametrize("part", ["0", "2", "-1", "x", "", "９", "1" * 50])
def test_a_part_that_is_not_there_is_not_found(client, officer, part):
    assert client.get(SET, this_year() | {"part": part}).status_code == 404


def test_a_long_time_comes_in_parts_each_with_its_own(client, officer):
    influence.said("Fewer people in the room.")
    today = timezone.localdate()
    long = {"first": (today - dt.timedelta(days=3 * 365)).isoformat()}
    first = shown(client, **long)
    assert "part 1 of" in first
    assert "Fewer people in the room." not in first
    parts = first.count("&amp;part=") - 1
    assert "Fewer people in the room." in shown(client, **long, part=str(parts))


def test_the_pdf_holds_the_same_and_nothing_is_kept_by_the_browser(client, officer):
    a_release()
    answer = client.get(PDF, this_year())
    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF-1.7")
    assert answer["Content-Disposition"].startswith('attachment; filename="evidence-20')
    assert "no-store" in answer["Cache-Control"]


def test_a_set_that_asked_for_an_answer_would_not_be_shown(client, officer, monkeypatch):
    """The negative control: a page that counts answers never comes back."""
    gather = views.gather

    def peeking(*args, **kwargs):
        Response.objects.count()
        return gather(*args, **kwargs)

    monkeypatch.setattr(views, "gather", peeking)
    with pytest.raises(WallTouched):
        client.get(SET, this_year())


def test_more_releases_cost_no_more_questions_to_the_database(client, officer, django_assert_max_num_queries):
    a_release()
    influence.said()
    influence.recommended()
    shown(client)
    with django_assert_max_num_queries(30) as few:
        shown(client)
    for number in (2, 3):
        day = timezone.localdate() - dt.timedelta(days=120 + 90 * number)
        frozen_release(quarter_window(day.year, (day.month - 1) // 3 + 1))
        influence.said(f"Number {number}")
        influence.recommended(f"Number {number}")
    with django_assert_max_num_queries(len(few.captured_queries)):
        shown(client)
