"""The freeze: count and attack without a lock, publish in one transaction, forget the secret (rules 2, 3, 12, 13; D7).

A crash or a kill before the commit leaves no trace, and the freeze starts again with a new secret. Whoever comes
second finds the window taken and gets the same release.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.utils import timezone

from accounts.models import User
from surveys.releases.domain.making import Made, make
from surveys.releases.domain.publishing import Moved, publish
from surveys.releases.domain.rules import rules_in_force
from surveys.releases.domain.tampering import report_unreadable
from surveys.releases.domain.task import Task
from surveys.releases.domain.years import quarters_of
from surveys.releases.models import Release, Tampered, Window

SECRET_BYTES = 32
RANDOM = Path("/dev/urandom")
TRIES = 5  # answers are taken back now and then, not five times while we count


class TooEarly(Exception):
    """Asked before the close and the days to settle have passed, or before the quarters of a year."""


class Busy(Exception):
    """Answers changed each time while they were counted. Nothing was published; try later."""


@dataclass(frozen=True, slots=True)
class NotEnough:
    """Fewer than ten on every form: nothing is told and the answers wait for the next window."""

    window_id: UUID


@dataclass(frozen=True, slots=True)
class Refused:
    """Not now, and why, in words without a number of answers."""

    reason: str


def freeze_window(window: Window, *, now: dt.datetime, by: User | None = None) -> Release | NotEnough:
    """Freeze once; asking again returns what is already there. Raises TooEarly, WeakRules, Tampered, Busy."""
    task = Task(window, now, rules_in_force())
    refuse_too_early(window, now=now)
    window.refresh_from_db()
    if window.frozen_at is None:
        publish_anew(task, by=by)
        window.refresh_from_db()
    return outcome_of(window)


def refuse_too_early(window: Window, *, now: dt.datetime) -> None:
    """Raises TooEarly, with the day."""
    if now < due_at(window):
        raise TooEarly(f"This window can be frozen from {timezone.localtime(due_at(window)):%d %B %Y}.")
    if any(quarter.frozen_at is None for quarter in quarters_of(window)):
        raise TooEarly("The quarters of this year have to be frozen first.")


def publish_anew(task: Task, *, by: User | None, if_: Callable[[Made], bool] = lambda made: True) -> bool:
    """Counts, attacks and publishes; starts again where an answer was taken back meanwhile. Raises Busy, Tampered.

    With `if_` nothing is published where it says no to what was made; then the answer here is False.
    """
    for _ in range(TRIES):
        releases_before = Release.objects.count()
        with passing_secret() as secret:
            made = make(task, secret=secret)
        if not if_(made):
            return False
        try:
            publish(task, made, releases_before=releases_before, by=by)
        except Moved:
            continue
        return True
    raise Busy("Answers changed while they were counted. Nothing was published. Try again later.")


@contextmanager
def passing_secret() -> Iterator[bytearray]:
    """Random bytes read straight into memory that is overwritten afterwards; no copy of them is made on the way."""
    secret = bytearray(SECRET_BYTES)
    try:
        with RANDOM.open("rb", buffering=0) as source:
            if source.readinto(secret) != SECRET_BYTES:
                raise OSError("The system gave too few random bytes.")
        yield secret
    finally:
        secret[:] = bytes(SECRET_BYTES)


def outcome_of(window: Window) -> Release | NotEnough:
    """The release that stands for a frozen window (the last of its corrections)."""
    if window.not_enough:
        return NotEnough(window.pk)
    return Release.objects.get(window=window, superseded_by=None)


def due_at(window: Window) -> dt.datetime:
    """The close and the days to settle: those of the window or of stricter rules."""
    return max(window.due_at, window.closes_at + dt.timedelta(days=rules_in_force().settle_days))


def windows_due(*, now: dt.datetime) -> list[Window]:
    """Oldest first, so that answers roll forward in the right order; a year after the quarters it is made of."""
    waiting = Window.objects.waiting().closed_by(now).select_related("programme").order_by("closes_at", "-opens_at")
    return [window for window in waiting if now >= due_at(window)]


def freeze_due(*, now: dt.datetime) -> list[tuple[Window, Release | NotEnough | Refused]]:
    """Freezes every window that is due. Safe to run at any time and twice at once; one refusal stops no other."""
    return [(window, _freeze_or_say_why_not(window, now=now)) for window in windows_due(now=now)]


def _freeze_or_say_why_not(window: Window, *, now: dt.datetime) -> Release | NotEnough | Refused:
    try:
        return freeze_window(window, now=now)
    except (TooEarly, Busy) as reason:
        return Refused(str(reason))
    except Tampered:
        report_unreadable(now=now)
        return Refused("A release that shares answers is not what was frozen. The leads have been told.")
