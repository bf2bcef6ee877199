"""What nobody read or answered goes further by itself, once, by a mail that says nothing."""

import datetime as dt

import pytest
from django.core import mail
from django.db.models.expressions import RawSQL
from django.utils import timezone

from accounts.models import Role
from config.jobs import run_due
from home.worries import register
from participation.listening.enums import Source, Urgency
from participation.listening.models import Alert
from participation.subgroups import registry
from participation.subgroups.domain import challenges, chasing, notes
from participation.subgroups.domain.challenge_log import log_of
from participation.subgroups.domain.chasing import chase_groups
from participation.subgroups.domain.desk import waiting_for
from participation.subgroups.enums import ChallengeStepKind as Step
from participation.subgroups.models import Challenge, Membership, Part, Subgroup
from surveys.releases.models import Release
from tests.factories.accounts import UserFactory
from tests.factories.subgroups import answered_question, asked_question, member, reader
from tests.promises.neutral import TELLING

pytestmark = pytest.mark.django_db
LONDON = timezone.get_default_timezone()
MONDAY = dt.datetime(2026, 11, 23, 10, tzinfo=LONDON)
DAY = dt.timedelta(days=1)
CANARY = "CANARY-long-wait"


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Addresses in the order they would get a neutral mail."""
    told: list[str] = []

    def keep(*, to: object, kind: str = "item", now: object) -> None:
        told.extend(sorted(to))

    for place in ("challenges", "chasing", "notes"):
        monkeypatch.setattr(f"participation.subgroups.domain.{place}.send_neutral", keep)
    return told


def supporter_of(young: object) -> object:
    return Membership.objects.get(user=young).supporter


def test_unread_after_one_working_day_more_people_are_told_once(group: Subgroup, sent: list[str]) -> None:
    lead, worker = UserFactory(roles=[Role.SAFEGUARDING_LEAD]), reader()
    young = member(group, part=Part.YOUNG_MEMBER)
    row = asked_question(group, by=young, put_on=False, now=MONDAY)
    sent.clear()
    assert chase_groups(now=row.read_by) == 0
    assert chase_groups(now=row.read_by + dt.timedelta(minutes=1)) == 1
    assert sorted(sent) == sorted([lead.email, worker.email, supporter_of(young).email])
    assert chase_groups(now=row.read_by + dt.timedelta(minutes=2)) == 0


def test_overdue_the_named_person_is_told_and_everyone_in_the_group_sees_it(group: Subgroup, sent: list[str]) -> None:
    worker, named = reader(), member(group)
    row = asked_question(group, now=MONDAY)
    row = challenges.name_answerer(
        row, answerer=named, role="x", answer_by=row.answer_by, version=row.version, by=worker, now=MONDAY
    )
    sent.clear()
    late = dt.datetime.combine(row.answer_by + DAY, dt.time(9), LONDON)
    assert chase_groups(now=late - DAY) == 0
    assert chase_groups(now=late) == 1
    assert chase_groups(now=late + DAY) == 0
    assert sent == [named.email]
    for user in (member(group), member(group, part=Part.YOUNG_MEMBER), named):
        assert log_of(group, user, now=late).entries[0].late
    assert any(line.late for line in waiting_for(worker, late))
    assert any(line.late for line in waiting_for(named, late))


def test_a_late_question_that_no_reader_put_on_shows_to_all_without_a_word(group: Subgroup) -> None:
    asked_question(group, words=CANARY, put_on=False, now=MONDAY)
    log = log_of(group, member(group), now=MONDAY + 30 * DAY)
    assert (log.being_read, log.being_read_late, log.entries) == (1, 1, ())


def test_a_worry_becomes_an_alert_with_the_words_at_the_next_tick_and_only_one(group: Subgroup) -> None:
    register()
    lead, worker = UserFactory(roles=[Role.SAFEGUARDING_LEAD]), reader()
    row = asked_question(group, by=member(group, part=Part.YOUNG_MEMBER), words=CANARY, put_on=False)
    challenges.be_worried(row, by=worker, now=timezone.now())
    assert not Alert.objects.exists()
    for _ in range(2):
        run_due(now=timezone.now(), last_night=timezone.localdate())
    alert = Alert.objects.get()
    assert (alert.about.open(), alert.source, alert.urgency) == (CANARY, Source.READER, Urgency.CONCERN)
    assert alert.raised_by == worker
    assert row.steps.filter(kind=Step.PASSED_ON).count() == 1
    assert lead.email in {address for each in mail.outbox for address in each.to} or not mail.outbox


def test_a_worry_about_words_that_were_taken_back_still_reaches_the_lead(group: Subgroup) -> None:
    register()
    young = member(group, part=Part.YOUNG_MEMBER)
    row, now = asked_question(group, by=young, words=CANARY), timezone.now()
    challenges.be_worried(row, by=supporter_of(young), now=now)
    challenges.withdraw(row, by=young, now=now)
    chase_groups(now=now)
    assert "taken back" in Alert.objects.get().about.open()


def test_a_worry_about_words_that_cannot_be_opened_still_reaches_the_lead(group: Subgroup) -> None:
    register()
    now, worker = timezone.now(), reader()
    rows = [asked_question(group, by=member(group), words=CANARY) for _ in range(2)]
    for row in rows:
        challenges.be_worried(row, by=worker, now=now)
    Challenge.objects.filter(pk=rows[0].pk).update(words=RawSQL("'v1.nonsense'", ()))
    assert chase_groups(now=now) == 2
    told = sorted(alert.about.open() for alert in Alert.objects.all())
    assert told[0] == CANARY
    assert "cannot be opened" in told[1]


def test_a_row_that_breaks_stops_no_other(group: Subgroup, monkeypatch: pytest.MonkeyPatch) -> None:
    register()
    now, worker = timezone.now(), reader()
    rows = [asked_question(group, by=member(group), words=CANARY) for _ in range(2)]
    for row in rows:
        challenges.be_worried(row, by=worker, now=now)
    hears = registry.pass_on

    def breaks_once(words: str, **given: object) -> None:
        monkeypatch.setattr(chasing, "pass_on", hears)
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(chasing, "pass_on", breaks_once)
    assert chase_groups(now=now) == 1
    assert chase_groups(now=now) == 1
    assert Alert.objects.count() == 2


def test_a_worry_about_a_note_reaches_the_lead_too_and_only_from_its_supporter(
    group: Subgroup, release: Release
) -> None:
    register()
    young, now = member(group, part=Part.YOUNG_MEMBER), timezone.now()
    note = notes.write_note(group, release, words=CANARY, writer=young, ready=True, now=now)
    for user in (young, member(group), reader()):
        with pytest.raises(notes.NoteRefused):
            notes.be_worried_by_note(note, by=user, now=now)
    notes.be_worried_by_note(note, by=supporter_of(young), now=now)
    assert [chase_groups(now=now), chase_groups(now=now)] == [1, 0]
    assert Alert.objects.get().about.open() == CANARY


def test_a_note_that_its_supporter_leaves_lying_shows_on_the_workers_desk_without_a_word(
    group: Subgroup, release: Release, sent: list[str]
) -> None:
    worker, young = reader(), member(group, part=Part.YOUNG_MEMBER)
    notes.write_note(group, release, words=CANARY, writer=young, ready=True, now=MONDAY)
    sent.clear()
    assert [chase_groups(now=MONDAY + DAY), chase_groups(now=MONDAY + 2 * DAY), chase_groups(now=MONDAY + 3 * DAY)] == [
        0,
        1,
        0,
    ]
    assert sorted(sent) == sorted([supporter_of(young).email, worker.email])
    lines = [line for line in waiting_for(worker, MONDAY + 2 * DAY) if "note" in line.text]
    assert len(lines) == 1
    assert CANARY not in str(lines)


def test_mails_say_nothing(group: Subgroup, release: Release, django_capture_on_commit_callbacks: object) -> None:
    """The real ones, as they leave the house."""
    with django_capture_on_commit_callbacks(execute=True):
        young = member(group, part=Part.YOUNG_MEMBER, first_name="Canarina")
        row = answered_question(group, by=young)
        challenges.reopen(row, why=CANARY, by=young, now=timezone.now())
        notes.write_note(group, release, words=CANARY, writer=young, ready=True, now=timezone.now())
        chase_groups(now=timezone.now() + 60 * DAY)
    for each in mail.outbox:
        text = f"{each.subject}\n{each.body}"
        assert not TELLING.search(text)
        assert not {word for word in (CANARY, "Canarina", group.name, "question", "note") if word in text}


def test_the_desk_says_that_something_waits_and_never_a_word_of_it(group: Subgroup, release: Release) -> None:
    young = member(group, part=Part.YOUNG_MEMBER, first_name="Canarina")
    member_and_supporter = supporter_of(young)
    from participation.subgroups.domain.members import add_member

    add_member(group, user=member_and_supporter, part=Part.SUPPORTER, by=None, now=timezone.now() - DAY)
    asked_question(group, by=young, words=CANARY, put_on=False)
    answered_question(group, by=young)
    notes.write_note(group, release, words=CANARY, writer=young, ready=True, now=timezone.now())
    lines = waiting_for(member_and_supporter, timezone.now())
    pages = {line.url_name for line in lines}
    assert {"group_challenge", "group_note"} <= pages
    assert len([line for line in lines if line.url_name == "group_challenge"]) == 2
    assert not {word for word in (CANARY, "Canarina") if word in str(lines)}
    assert all(line.url_name == "pack" for line in waiting_for(member(group), timezone.now()))


@pytest.mark.parametrize("how_many", [1, 3])
def test_the_desk_asks_the_same_number_of_questions_however_much_waits(
    group: Subgroup, how_many: int, django_assert_num_queries: object
) -> None:
    worker = reader()
    for _ in range(how_many):
        asked_question(group, put_on=False)
    worker.has_role(Role.READER)  # the roles are read once for each request
    with django_assert_num_queries(5):
        assert len([line for line in waiting_for(worker, timezone.now()) if line.url_args]) == how_many
