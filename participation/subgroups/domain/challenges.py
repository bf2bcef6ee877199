"""A question to the group, from asking to the answer on record. Each step is added to its history and never changed.

A worker or the supporter reads each new one first (S18); the day of the answer runs from the asking all the same,
so that nobody can sit on a question.
"""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.mail import send_neutral
from core.plain_words import clean_words
from core.wording import check_text
from core.working_days import working_day_after, working_days_later
from participation.subgroups.domain.challenge_people import (
    is_reader,
    may_answer,
    may_name,
    people_who_answer,
    readers_of,
)
from participation.subgroups.domain.challenge_steps import ChallengeRefused, add_step, locked, move
from participation.subgroups.domain.young import participation_workers, supporters_of
from participation.subgroups.enums import ChallengeState
from participation.subgroups.enums import ChallengeStepKind as Step
from participation.subgroups.models import Challenge, ChallengeAnswer, DecisionAsked, Part, Subgroup
from participation.subgroups.models.challenges import WORDS_MAX
from participation.subgroups.permissions import membership_of
from surveys.releases.models import Release

ANSWER_IN = 10  # working days; whoever names the person to answer may set another day


@transaction.atomic
def ask(
    group: Subgroup,
    *,
    words: str,
    by: User,
    release: Release | None = None,
    decision: DecisionAsked | None = None,
    now: datetime,
) -> Challenge:
    """Raises ChallengeRefused, WordsRefused. The readers get a neutral mail."""
    place = membership_of(by, group, now=now)
    if place is None:
        raise ChallengeRefused(_("Only people in this group can ask here."))
    words = clean_words(words, max_chars=WORDS_MAX).strip()
    if not words:
        raise ChallengeRefused(_("Write your question first."))
    row = Challenge(
        subgroup=group,
        release=release,
        decision=decision,
        writer=by,
        by_young_member=place.part == Part.YOUNG_MEMBER,
        words=words,
        asked_at=now,
        read_by=working_day_after(now),
        answer_by=working_days_later(timezone.localdate(now), ANSWER_IN),
    )
    row.save(force_insert=True)
    add_step(row, Step.ASKED, by=by, now=now)
    send_neutral(to=[each.email for each in readers_of(row, now=now)], now=now)
    return row


def read(challenge: Challenge, *, by: User, put_on: bool, now: datetime) -> Challenge:
    """A reader has read it. `put_on`: the group sees it now; else the reader talks with the writer first."""
    with transaction.atomic():
        row = locked(challenge.pk)
        _check_reader(row, by=by, now=now)
        if row.state == ChallengeState.NEW:
            move(row, Step.READ, by=by, now=now)
        if put_on:
            move(row, Step.PUT_ON, by=by, now=now)
    return row


def be_worried(challenge: Challenge, *, by: User, now: datetime) -> Challenge:
    """Asks for the words to be passed on; the next tick does it (`chasing`). The question itself stays where it is.

    Not here: a member's own page reaches no table of the rooms that keep young people safe (D26).
    """
    with transaction.atomic():
        row = locked(challenge.pk)
        _check_reader(row, by=by, now=now)
        if row.state == ChallengeState.NEW:
            move(row, Step.READ, by=by, now=now)
        move(row, Step.WORRIED, by=by, now=now)
    return row


def name_answerer(
    challenge: Challenge, *, answerer: User, role: str, answer_by: date, version: int, by: User, now: datetime
) -> Challenge:
    """Who answers, as what, and by which day. Raises ChallengeChanged, ChallengeRefused."""
    with transaction.atomic():
        row = locked(challenge.pk, version=version)
        if not may_name(by, row.subgroup, now=now):
            raise ChallengeRefused(_("Only the person who runs the group, or a participation worker, can do this."))
        if answerer not in people_who_answer(row.subgroup, now=now):
            raise ChallengeRefused(_("Choose an adult of this group, or a participation worker."))
        if answer_by < timezone.localdate(now) and answer_by != row.answer_by:
            raise ChallengeRefused(_("This day has passed. Choose a day to come."))
        role = role.strip() or answerer.what_they_do
        if not role:
            raise ChallengeRefused(_("Say what this person does. It stands beside the answer."))
        row.answerer, row.answerer_role, row.answer_by = answerer, role[:120], answer_by
        move(row, Step.NAMED, by=by, now=now)
        send_neutral(to=[answerer.email], now=now)
    return row


def answer(challenge: Challenge, *, words: str, version: int, by: User, now: datetime) -> Challenge:
    """On record, under the name of the person who owes it. A worker may write it down for them.

    Raises ChallengeChanged, ChallengeRefused, WordsRefused.
    """
    words = clean_words(words, max_chars=WORDS_MAX).strip()
    with transaction.atomic():
        row = locked(challenge.pk, version=version)
        if not may_answer(by, row, now=now):
            raise ChallengeRefused(_("Only the person who is named can answer, or a participation worker for them."))
        if row.answerer is None:
            raise ChallengeRefused(_("First say who answers."))
        if not words:
            raise ChallengeRefused(_("Write the answer first."))
        if blocked := [finding.message for finding in check_text(words, "12-15") if finding.blocks]:
            raise ChallengeRefused(blocked[0])
        move(row, Step.ANSWERED, by=by, now=now)
        ChallengeAnswer(
            challenge=row,
            number=row.answers.count() + 1,
            words=words,
            name=row.answerer.display_name,
            role=row.answerer_role,
            answered_at=now,
        ).save(force_insert=True)
        if row.by_young_member:
            tellers = supporters_of(row.writer, row.subgroup, now=now) or participation_workers()
            send_neutral(to=[each.email for each in tellers], now=now)
    return row


def tell(challenge: Challenge, *, told_on: date, by: User, now: datetime) -> Challenge:
    """The supporter went through the answer with the young member."""
    with transaction.atomic():
        row = locked(challenge.pk)
        if not row.by_young_member or not is_reader(by, row, now=now):
            raise ChallengeRefused(_("Only the supporter marks this, or a participation worker."))
        if told_on > timezone.localdate(now):
            raise ChallengeRefused(_("This day has not come yet."))
        row.told_on = told_on
        move(row, Step.TOLD, by=by, now=now)
    return row


def reopen(challenge: Challenge, *, why: str, by: User, now: datetime) -> Challenge:
    """ "This does not answer it": once, by the person who asked, with a reason, which is read like the question."""
    why = clean_words(why, max_chars=WORDS_MAX).strip()
    with transaction.atomic():
        row = locked(challenge.pk)
        if row.writer_id != by.pk or membership_of(by, row.subgroup, now=now) is None:
            raise ChallengeRefused(_("Only the person who asked can open it again."))
        if not why:
            raise ChallengeRefused(_("Say what the answer leaves open."))
        if row.steps.filter(kind=Step.REOPENED).exists():
            raise ChallengeRefused(_("This was opened again once already. Ask a new question instead."))
        row.why_again, row.told_on = why, None
        row.read_by = working_day_after(now)
        row.answer_by = working_days_later(timezone.localdate(now), ANSWER_IN)
        move(row, Step.REOPENED, by=by, now=now)
        send_neutral(to=[each.email for each in readers_of(row, now=now)], now=now)
    return row


def withdraw(challenge: Challenge, *, by: User, now: datetime) -> Challenge:
    """Words, reason and answers are wiped, not hidden. By the writer, or a reader for them. Twice is once."""
    with transaction.atomic():
        row = locked(challenge.pk)
        own = row.writer_id == by.pk and membership_of(by, row.subgroup, now=now) is not None
        if not own and not is_reader(by, row, now=now):
            raise ChallengeRefused(_("Only the person who asked can take it back, or their supporter for them."))
        if row.state == ChallengeState.WITHDRAWN:
            return row
        row.words, row.why_again = "", ""
        for each in row.answers.all():
            each.words = ""
            each.save(update_fields=["words"])
        move(row, Step.WITHDRAWN, by=by, now=now)
    return row


def _check_reader(row: Challenge, *, by: User, now: datetime) -> None:
    if not is_reader(by, row, now=now):
        raise ChallengeRefused(_("Only the supporter or a participation worker reads this first."))
