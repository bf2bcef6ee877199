"""The log as one person reads it: late first. What a reader has not put on yet shows as a number, without a word."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.plain_words import shown_safely
from participation.subgroups.domain.challenge_people import is_reader
from participation.subgroups.enums import ChallengeState
from participation.subgroups.models import Challenge, ChallengeAnswer, Subgroup

ON_THE_LOG = (ChallengeState.OPEN, ChallengeState.ANSWERED)


@dataclass(frozen=True)
class ShownAnswer:
    words: str
    name: str
    role: str
    on: datetime


@dataclass(frozen=True)
class ShownChallenge:
    """`who` is never a young member's name. `why_again`: what the first answer left open."""

    pk: uuid.UUID
    words: str
    who: str
    about: str
    asked_at: datetime
    state: str
    state_words: str
    late: bool
    answer_by: date
    answerer: str
    answers: tuple[ShownAnswer, ...]
    why_again: str
    told_on: date | None
    by_young_member: bool
    mine: bool


@dataclass(frozen=True)
class Log:
    """`being_read` and `being_read_late`: how many are not on the log yet, and how many of these are owed too long."""

    entries: tuple[ShownChallenge, ...]
    being_read: int
    being_read_late: int


def log_of(group: Subgroup, user: User, *, now: datetime) -> Log:
    """Two queries, however many there are."""
    rows = list(_rows().filter(subgroup=group))
    seen = [row for row in rows if may_see(row, user)]
    hidden = [row for row in rows if not may_see(row, user) and row.state in ChallengeState.owed()]
    today = timezone.localdate(now)
    late = sum(1 for row in hidden if row.is_late(today))
    return Log(_in_order(seen, user=user, today=today), len(hidden), late)


def to_read(group: Subgroup, user: User, *, now: datetime) -> list[ShownChallenge]:
    """What this reader still has to read or to put on the log, the longest wait first."""
    rows = _rows().filter(subgroup=group, state__in=[ChallengeState.NEW, ChallengeState.HELD]).order_by("read_by")
    today = timezone.localdate(now)
    return [shown(row, user=user, today=today, reads=True) for row in rows if is_reader(user, row, now=now)]


def find(group: Subgroup, pk: uuid.UUID) -> Challenge | None:
    return _rows().filter(subgroup=group, pk=pk).first()


def may_see(row: Challenge, user: User) -> bool:
    """On the log everyone in the group; before that only who wrote it (readers have their own list)."""
    return row.state in ON_THE_LOG or row.writer_id == user.pk or bool(row.answers.all())


def shown(row: Challenge, *, user: User, today: date, reads: bool = False) -> ShownChallenge:
    """`reads`: for somebody who reads it before the group does."""
    words = shown_safely(row.words.open())
    mine = row.writer_id == user.pk
    again = row.why_again.open() if row.state in ON_THE_LOG or mine or reads else ""
    return ShownChallenge(
        pk=row.pk,
        words=words,
        who=_who(row),
        about=_about(row),
        asked_at=row.asked_at,
        state=row.state,
        state_words=str(ChallengeState(row.state).label),
        late=row.is_late(today),
        answer_by=row.answer_by,
        answerer=f"{row.answerer.display_name}, {row.answerer_role}" if row.answerer else "",
        answers=tuple(_answer(each) for each in row.answers.all() if each.words),
        why_again=shown_safely(again),
        told_on=row.told_on,
        by_young_member=row.by_young_member,
        mine=mine,
    )


def _rows() -> QuerySet[Challenge]:
    answers = Prefetch("answers", ChallengeAnswer.objects.order_by("number"))
    return Challenge.objects.select_related(
        "subgroup", "writer", "answerer", "decision", "release__window__programme"
    ).prefetch_related(answers)


def _in_order(rows: Iterable[Challenge], *, user: User, today: date) -> tuple[ShownChallenge, ...]:
    order = {ChallengeState.ANSWERED: 2, ChallengeState.WITHDRAWN: 3}
    ready = [shown(row, user=user, today=today) for row in rows]
    newest = sorted(ready, key=lambda each: each.asked_at, reverse=True)
    return tuple(sorted(newest, key=lambda each: 0 if each.late else order.get(ChallengeState(each.state), 1)))


def _who(row: Challenge) -> str:
    if row.by_young_member:
        return _("A young member")
    return ", ".join(part for part in (row.writer.display_name, row.writer.what_they_do) if part)


def _about(row: Challenge) -> str:
    if row.decision:
        return _("The decision: %(asked)s") % {"asked": row.decision.asked}
    if row.release:
        return f"{row.release.window.programme.title}, {row.release.ref}"
    return ""


def _answer(row: ChallengeAnswer) -> ShownAnswer:
    return ShownAnswer(shown_safely(row.words.open()), row.name, row.role, row.answered_at)
