"""The one door through which releases see counters, at the freeze; and the band that is all anyone sees before."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Sum
from django.utils import timezone

from surveys.polls.domain.splits import categories_of
from surveys.polls.enums import Progress, State
from surveys.polls.models import UNSAID, Counter, Poll

WEEK = dt.timedelta(days=7)
_STEPS = ((50, Progress.FROM_50), (20, Progress.FROM_20), (10, Progress.FROM_10))


@dataclass(frozen=True, slots=True)
class Cells:
    """One question: for each category its exact counts and marks, options in order and "did not say" last."""

    question: str
    wording: str
    options: tuple[tuple[str, str], ...]
    counts: tuple[tuple[int, ...], ...]
    marks: tuple[tuple[int, ...], ...]


def cells_of(poll: Poll) -> list[Cells]:
    """Exact: for the freeze only. Two queries."""
    rows = {(row.question, row.category, row.option): row for row in Counter.objects.filter(poll=poll)}
    found = []
    for question, wording, options in poll.questions:
        names = [*(name for name, _ in options), UNSAID]
        table = [[rows[question, category, name] for name in names] for category, _ in categories_of(poll)]
        found.append(
            Cells(
                question,
                wording,
                tuple((name, label) for name, label in options),
                tuple(tuple(row.count for row in line) for line in table),
                tuple(tuple((row.mark_one << 64) + row.mark_two for row in line) for line in table),
            )
        )
    return found


def refresh_poll_progress(*, now: dt.datetime) -> int:
    """Once a week for each open or settling poll, upwards only. Returns how many were looked at."""
    today = timezone.localdate(now)
    seen = 0
    for poll in Poll.objects.filter(state__in=[State.OPEN, State.CLOSED]):
        if poll.progress_on is not None and today - poll.progress_on < WEEK:
            continue
        ballots = _ballots(poll)
        band = next((band for least, band in _STEPS if ballots >= least), Progress.UNDER_10)
        higher = max(Progress(poll.progress), band, key=list(Progress).index)
        Poll.objects.filter(pk=poll.pk).update(progress=higher, progress_on=today)
        seen += 1
    return seen


def _ballots(poll: Poll) -> int:
    """Every ballot counts once for the first question."""
    first = poll.questions[0][0]
    found = Counter.objects.filter(poll=poll, question=first).aggregate(n=Sum("count"))
    return int(found["n"] or 0)
