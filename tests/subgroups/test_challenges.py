"""A question to the group: read first, answered on record by a named person, taken back any time."""

import datetime as dt

import pytest
from django.core import mail
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from core.models import AuditEntry
from core.working_days import working_days_later
from participation.subgroups.domain import challenges
from participation.subgroups.domain.challenge_log import log_of, to_read
from participation.subgroups.domain.challenge_people import is_reader, readers_of
from participation.subgroups.domain.challenge_steps import ChallengeChanged, ChallengeRefused
from participation.subgroups.domain.members import add_member, remove_member
from participation.subgroups.enums import ChallengeState
from participation.subgroups.models import Challenge, ChallengeStep, Membership, Part, Subgroup
from tests.factories.accounts import UserFactory
from tests.factories.subgroups import answered_question, asked_question, member, reader
from tests.factories.subgroups import group as new_group

pytestmark = pytest.mark.django_db
CANARY = "CANARY-nobody-asked-us"
LONDON = timezone.get_default_timezone()
FRIDAY = dt.datetime(2026, 12, 18, 10, tzinfo=LONDON)


def everything_stored() -> str:
    """Every text of every table, as it rests."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        found = []
        for table in tables:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 - names of our own tables
            found.append(str(cursor.fetchall()))
    return "\n".join(found)


def supporter_of(young: object) -> object:
    return Membership.objects.get(user=young).supporter


def test_words_rest_sealed_in_every_state_and_stand_in_no_mail_and_no_record(group: Subgroup) -> None:
    young = member(group, part=Part.YOUNG_MEMBER)
    row = answered_question(group, by=young)
    again = asked_question(group, by=young, words=CANARY)
    worker = reader()
    again = challenges.name_answerer(
        again,
        answerer=worker,
        role="x",
        answer_by=again.answer_by,
        version=again.version,
        by=worker,
        now=timezone.now(),
    )
    challenges.answer(again, words=f"{CANARY} yes", version=again.version, by=worker, now=timezone.now())
    challenges.reopen(row, why=CANARY, by=young, now=timezone.now())
    assert CANARY not in everything_stored()
    assert CANARY not in "".join(str(entry.detail) for entry in AuditEntry.objects.all())
    assert CANARY not in "".join(str(each.message()) for each in mail.outbox)
    assert Challenge.objects.get(pk=again.pk).words.open() == CANARY


def test_the_clock_counts_working_days_and_runs_from_the_asking(group: Subgroup) -> None:
    row = asked_question(group, put_on=False, now=FRIDAY)
    assert row.read_by == FRIDAY + dt.timedelta(days=3)
    assert row.answer_by == working_days_later(FRIDAY.date(), 10) == dt.date(2027, 1, 6)
    today = row.answer_by + dt.timedelta(days=1)
    assert row.is_late(today)  # although no reader has opened it


def test_a_reader_reads_it_before_the_group_does(group: Subgroup) -> None:
    young, other = member(group, part=Part.YOUNG_MEMBER), member(group)
    row = asked_question(group, by=young, words=CANARY, put_on=False)
    now, supporter, worker = timezone.now(), supporter_of(young), reader()
    log = log_of(group, other, now=now)
    assert (log.entries, log.being_read) == ((), 1)
    assert [each.words for each in to_read(group, worker, now=now)] == [CANARY]
    assert [each.words for each in to_read(group, supporter, now=now)] == [CANARY]
    assert to_read(group, other, now=now) == []
    assert log_of(group, young, now=now).entries[0].words == CANARY
    challenges.read(row, by=supporter, put_on=True, now=now)
    (entry,) = log_of(group, other, now=now).entries
    assert (entry.words, entry.who) == (CANARY, "A young member")


def test_nobody_but_its_readers_may_read_it_first_and_never_the_writer(group: Subgroup) -> None:
    worker = reader()
    young = member(group, part=Part.YOUNG_MEMBER)
    row, now = asked_question(group, by=young, put_on=False), timezone.now()
    other_group = new_group("Other", aliases=())
    for user in (young, member(group), member(group, part=Part.CHAIR), member(other_group), UserFactory()):
        assert not is_reader(user, row, now=now)
        with pytest.raises(ChallengeRefused):
            challenges.read(row, by=user, put_on=True, now=now)
    assert {each.pk for each in readers_of(row, now=now)} == {supporter_of(young).pk, worker.pk}


def test_a_supporter_who_changed_is_none_from_that_moment(group: Subgroup) -> None:
    young = member(group, part=Part.YOUNG_MEMBER)
    before, now = supporter_of(young), timezone.now()
    row = asked_question(group, by=young, put_on=False)
    remove_member(Membership.objects.get(user=young), by=None, now=now)
    new = member(group, part=Part.SUPPORTER)
    later = now + dt.timedelta(minutes=1)
    add_member(group, user=young, part=Part.YOUNG_MEMBER, supporter=new, by=None, now=later)
    assert not is_reader(before, row, now=later)
    assert is_reader(new, row, now=later)
    assert to_read(group, before, now=later) == []


def test_the_answer_stands_under_the_named_person_and_only_they_or_a_worker_can_give_it(group: Subgroup) -> None:
    worker, named, now = reader(), member(group, first_name="Named"), timezone.now()
    row = asked_question(group)
    with pytest.raises(ChallengeRefused, match="could not be changed"):
        challenges.answer(row, words="Yes.", version=row.version, by=worker, now=now)  # nobody is named
    row = challenges.name_answerer(
        row, answerer=named, role="Head of homes", answer_by=row.answer_by, version=row.version, by=worker, now=now
    )
    for user in (member(group), member(group, part=Part.YOUNG_MEMBER), UserFactory()):
        with pytest.raises(ChallengeRefused):
            challenges.answer(row, words="Yes.", version=row.version, by=user, now=now)
    row = challenges.answer(row, words="From May.", version=row.version, by=worker, now=now)
    (said,) = log_of(group, named, now=now).entries[0].answers
    assert (said.words, said.name, said.role) == ("From May.", named.display_name, "Head of homes")


def test_a_named_person_who_left_the_group_cannot_answer_any_more(group: Subgroup) -> None:
    worker, named, now = reader(), member(group), timezone.now()
    row = asked_question(group)
    row = challenges.name_answerer(
        row, answerer=named, role="x", answer_by=row.answer_by, version=row.version, by=worker, now=now
    )
    remove_member(Membership.objects.get(user=named), by=None, now=now)
    with pytest.raises(ChallengeRefused):
        challenges.answer(row, words="Yes.", version=row.version, by=named, now=now)


def test_naming_is_for_whoever_runs_the_group_and_never_names_a_young_member_or_a_stranger(group: Subgroup) -> None:
    chair, now = member(group, part=Part.CHAIR), timezone.now()
    row = asked_question(group)
    given = {"role": "x", "answer_by": row.answer_by, "version": row.version, "now": now}
    with pytest.raises(ChallengeRefused):
        challenges.name_answerer(row, answerer=chair, by=member(group), **given)
    for answerer in (member(group, part=Part.YOUNG_MEMBER), UserFactory(), member(new_group("Other", aliases=()))):
        with pytest.raises(ChallengeRefused):
            challenges.name_answerer(row, answerer=answerer, by=chair, **given)
    past = given | {"answer_by": timezone.localdate(now) - dt.timedelta(days=1)}
    with pytest.raises(ChallengeRefused):
        challenges.name_answerer(row, answerer=chair, by=chair, **past)
    assert challenges.name_answerer(row, answerer=chair, by=chair, **given).answerer == chair


def test_two_people_at_once_and_nothing_is_overwritten(group: Subgroup) -> None:
    worker, now = reader(), timezone.now()
    row = asked_question(group)
    row = challenges.name_answerer(
        row, answerer=worker, role="x", answer_by=row.answer_by, version=row.version, by=worker, now=now
    )
    challenges.answer(row, words="First.", version=row.version, by=worker, now=now)
    with pytest.raises(ChallengeChanged):
        challenges.answer(row, words="Second.", version=row.version, by=worker, now=now)
    assert [each.words.open() for each in row.answers.all()] == ["First."]


def test_an_answer_with_blaming_words_or_a_phone_number_is_sent_back(group: Subgroup) -> None:
    worker, now = reader(), timezone.now()
    row = asked_question(group)
    row = challenges.name_answerer(
        row, answerer=worker, role="x", answer_by=row.answer_by, version=row.version, by=worker, now=now
    )
    with pytest.raises(ChallengeRefused) as refused:
        challenges.answer(row, words="Ring 01632 960555.", version=row.version, by=worker, now=now)
    assert "01632 960555" in refused.value.reason


def test_this_does_not_answer_it_once_with_a_reason_and_the_reason_is_read_first(group: Subgroup) -> None:
    young, other, now = member(group, part=Part.YOUNG_MEMBER), member(group), timezone.now()
    row = answered_question(group, by=young)
    for by, why in ((other, "No."), (young, "  ")):
        with pytest.raises(ChallengeRefused):
            challenges.reopen(row, why=why, by=by, now=now)
    row = challenges.reopen(row, why=CANARY, by=young, now=now)
    (seen,) = log_of(group, other, now=now).entries
    assert (seen.state, seen.why_again, len(seen.answers)) == (ChallengeState.NEW, "", 1)
    worker = reader()
    row = challenges.read(row, by=worker, put_on=True, now=now)
    assert log_of(group, other, now=now).entries[0].why_again == CANARY
    row = challenges.name_answerer(
        row, answerer=worker, role="x", answer_by=row.answer_by, version=row.version, by=worker, now=now
    )
    row = challenges.answer(row, words="Then like this.", version=row.version, by=worker, now=now)
    with pytest.raises(ChallengeRefused):
        challenges.reopen(row, why="Still not.", by=young, now=now)


def test_what_is_taken_back_is_wiped_and_stays_so(group: Subgroup) -> None:
    young, other, now = member(group, part=Part.YOUNG_MEMBER), member(group), timezone.now()
    row = answered_question(group, by=young)
    with pytest.raises(ChallengeRefused):
        challenges.withdraw(row, by=other, now=now)
    row = challenges.withdraw(row, by=young, now=now)
    challenges.withdraw(row, by=young, now=now)
    fresh = Challenge.objects.get(pk=row.pk)
    assert not fresh.words
    assert not any(each.words for each in fresh.answers.all())
    (entry,) = log_of(group, young, now=now).entries
    assert (entry.state, entry.words, entry.answers) == (ChallengeState.WITHDRAWN, "", ())
    with pytest.raises(ChallengeRefused):
        challenges.read(row, by=reader(), put_on=True, now=now)


def test_the_supporter_can_take_it_back_for_them(group: Subgroup) -> None:
    young = member(group, part=Part.YOUNG_MEMBER)
    row = asked_question(group, by=young)
    assert challenges.withdraw(row, by=supporter_of(young), now=timezone.now()).state == ChallengeState.WITHDRAWN


def test_told_them_on_is_marked_by_the_supporter_after_the_answer(group: Subgroup) -> None:
    young, now = member(group, part=Part.YOUNG_MEMBER), timezone.now()
    row, today = answered_question(group, by=young), timezone.localdate()
    for by, day in ((member(group), today), (young, today), (supporter_of(young), today + dt.timedelta(days=1))):
        with pytest.raises(ChallengeRefused):
            challenges.tell(row, told_on=day, by=by, now=now)
    assert challenges.tell(row, told_on=today, by=supporter_of(young), now=now).told_on == today


def test_only_people_in_the_group_ask(group: Subgroup) -> None:
    gone = member(group)
    remove_member(Membership.objects.get(user=gone), by=None, now=timezone.now())
    for user in (UserFactory(), member(new_group("Other", aliases=())), gone):
        with pytest.raises(ChallengeRefused):
            challenges.ask(group, words="Why?", by=user, now=timezone.now())
    for words in ("", "  \n "):
        with pytest.raises(ChallengeRefused):
            challenges.ask(group, words=words, by=member(group), now=timezone.now())


def test_the_history_can_only_grow(group: Subgroup) -> None:
    row = asked_question(group)
    step = row.steps.first()
    with pytest.raises(TypeError):
        step.save()
    for change in (
        lambda: ChallengeStep.objects.filter(pk=step.pk).update(kind="told"),
        lambda: ChallengeStep.objects.filter(pk=step.pk).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


@pytest.mark.parametrize("how_many", [1, 3])
def test_the_log_takes_two_queries_however_long_it_is(
    group: Subgroup, how_many: int, django_assert_num_queries: object
) -> None:
    user = member(group)
    for _ in range(how_many):
        answered_question(group)
    with django_assert_num_queries(2):
        assert len(log_of(group, user, now=timezone.now()).entries) == how_many
