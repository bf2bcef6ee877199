"""Making, opening and closing a poll, and a second go. What was declared is fixed once it is open (SUR10, SUR14)."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from core import audit
from core.wording import blaming_words
from surveys.polls.domain.splits import categories_of
from surveys.polls.enums import IfTooFew, State
from surveys.polls.models import UNSAID, Counter, Poll
from surveys.responses.codes import grouped, new_code, read_code, slow_digest

MOST_QUESTIONS, MOST_OPTIONS = 8, 3
GOES = 2
KEPT_FOR_AGAIN = dt.timedelta(days=28)
Question = tuple[str, Sequence[str]]  # wording and the labels of its options


class NotSo(Exception):
    """Why this can not be, in plain words."""


def make_poll(poll: Poll, questions: Sequence[Question], *, by: User | None, now: dt.datetime) -> Poll:
    """Raises NotSo. `poll` is not saved yet."""
    _check(poll, questions, today=timezone.localdate(now))
    poll.questions = [
        [f"q{number}", wording, [[f"o{at}", label] for at, label in enumerate(labels, start=1)]]
        for number, (wording, labels) in enumerate(questions, start=1)
    ]
    poll.made_by, poll.made_at, poll.state = by, now, State.DRAFT
    poll.save(force_insert=True)
    audit.record("poll.made", actor=by, subject=poll, now=now)
    return poll


@transaction.atomic
def open_poll(poll: Poll, *, by: User | None, now: dt.datetime, code: str | None = None) -> str:
    """The code, this one time. Opening again adds to what was counted. Raises NotSo. `code`: for a seeded demo."""
    locked = Poll.objects.select_for_update().get(pk=poll.pk)
    if locked.state not in (State.DRAFT, State.TOO_FEW) or locked.goes >= GOES:
        raise NotSo("This poll is open already, or has been.")
    if locked.reply_on <= timezone.localdate(now):
        raise NotSo("The day for the reply has passed. Make a new poll with a new day.")
    if locked.state == State.DRAFT:
        Counter.objects.bulk_create(_empty_counters(locked))
    clear = code or new_code()
    locked.code_digest = slow_digest(read_code(clear))
    locked.state, locked.goes, locked.opened_at, locked.closed_at = (
        State.OPEN,
        locked.goes + 1,
        locked.opened_at or now,
        None,
    )
    locked.save()
    audit.record("poll.opened", actor=by, subject=locked, now=now)
    return grouped(read_code(clear))


@transaction.atomic
def close_poll(poll: Poll, *, by: User | None, now: dt.datetime) -> None:
    """The code opens nothing from now on. Closing twice is closing once."""
    locked = Poll.objects.select_for_update().get(pk=poll.pk)
    if locked.state != State.OPEN:
        return
    locked.state, locked.closed_at, locked.code_digest = State.CLOSED, now, ""
    locked.save()
    audit.record("poll.closed", actor=by, subject=locked, now=now)


def find_open(code: str) -> Poll | None:
    """The open poll of this code; the same slow work for a right and a wrong one (D24)."""
    digest = slow_digest(read_code(code))
    return Poll.objects.filter(code_digest=digest, state=State.OPEN).first()


@transaction.atomic
def settle(poll: Poll, *, was_told: bool, now: dt.datetime) -> None:
    """After the freeze: counts that were told are destroyed; too few wait for a second go, or are destroyed."""
    again = not was_told and poll.if_too_few == IfTooFew.AGAIN and poll.goes < GOES
    if not again:
        Counter.objects.filter(poll=poll).delete()
    poll.state = State.DONE if was_told else State.TOO_FEW if again else State.DESTROYED
    poll.save(update_fields=["state"])
    audit.record("poll.settled", subject=poll, now=now)


def destroy_waiting(*, now: dt.datetime) -> int:
    """Counts that waited four weeks for a second go nobody held are destroyed."""
    waiting = Poll.objects.filter(state=State.TOO_FEW, closed_at__lt=now - KEPT_FOR_AGAIN)
    for poll in waiting:
        Counter.objects.filter(poll=poll).delete()
        Poll.objects.filter(pk=poll.pk).update(state=State.DESTROYED)
    return len(waiting)


def _empty_counters(poll: Poll) -> list[Counter]:
    return [
        Counter(poll=poll, question=question, category=category, option=option)
        for question, _, options in poll.questions
        for category, _ in categories_of(poll)
        for option in (*(name for name, _ in options), UNSAID)
    ]


def _check(poll: Poll, questions: Sequence[Question], *, today: dt.date) -> None:
    if not 1 <= len(questions) <= MOST_QUESTIONS:
        raise NotSo(f"Ask at least one question and at most {MOST_QUESTIONS}.")
    for wording, labels in questions:
        if not 2 <= len(labels) <= MOST_OPTIONS:
            raise NotSo(f"“{wording}” needs 2 or 3 answers. “I don’t want to say” is always there.")
        if len({label.casefold() for label in labels}) < len(labels):
            raise NotSo(f"“{wording}” has the same answer twice.")
        for text in (wording, *labels):
            if hits := blaming_words(text):
                raise NotSo(f"“{text}” can sound like blame. Try: {hits[0].term.say}")
    if not poll.decision.strip() or not poll.decided_by.strip():
        raise NotSo("Say what the answers can change, and who decides.")
    if poll.reply_on <= today:
        raise NotSo("The day for the reply has to be a day to come.")
