"""The freeze: one transaction, one secret, then nothing changes (rules 2, 3, 12, 13; D7).

A crash or a kill before the commit leaves no trace and the freeze starts again with a new secret.
Breakdowns by characteristic are not written here yet: they wait for the attack of rule 11, which
will stand in `audit.py` beside this file and be called between counting and publishing.
"""

import datetime as dt
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from core import audit
from surveys.releases.disclosure.content import NOT_ENOUGH, SHOWN, PublishedSheet, ReleaseContent
from surveys.releases.disclosure.parameters import Parameters
from surveys.releases.domain.catalogue import entries_for
from surveys.releases.domain.rules import numbers_of, rules_in_force
from surveys.releases.domain.sheets import SheetCount, publish_sheet
from surveys.releases.domain.used import answers_not_used
from surveys.releases.domain.windows import ref_of
from surveys.releases.enums import Counted
from surveys.releases.models import Contribution, Release, Window

BATCH = 2_000


class TooEarly(Exception):
    """Asked before the close and the days to settle have passed."""


@dataclass(frozen=True, slots=True)
class NotEnough:
    """Fewer than ten on every form: nothing is told and the answers wait for the next window."""

    window_id: UUID


def freeze_window(window: Window, *, now: dt.datetime, by: User | None = None) -> Release | NotEnough:
    """Freeze once; asking again returns what is already there. Raises TooEarly, WeakRules."""
    rules = rules_in_force()
    settle = dt.timedelta(days=max(window.settle_days, rules.settle_days))
    if now < window.closes_at + settle:
        raise TooEarly(f"This window can be frozen from {timezone.localtime(window.closes_at + settle):%d %B %Y}.")
    with transaction.atomic():
        # The update is the lock: a second freeze waits here, then finds the window taken.
        if Window.objects.filter(pk=window.pk, frozen_at=None).update(frozen_at=now):
            _freeze(window, now=now, by=by, rules=rules)
    window.refresh_from_db()
    return outcome_of(window)


def outcome_of(window: Window) -> Release | NotEnough:
    """The release that stands for a frozen window (the last of its corrections)."""
    if window.not_enough:
        return NotEnough(window.pk)
    return Release.objects.get(window=window, superseded_by=None)


def windows_due(*, now: dt.datetime) -> list[Window]:
    """Oldest first, so that answers roll forward in the right order."""
    waiting = Window.objects.waiting().closed_by(now).select_related("programme").order_by("closes_at")
    settle = dt.timedelta(days=rules_in_force().settle_days)
    return [window for window in waiting if now >= max(window.due_at, window.closes_at + settle)]


def freeze_due(*, now: dt.datetime) -> list[tuple[Window, Release | NotEnough]]:
    """Freezes every window that is due. Safe to run at any time and twice at once."""
    return [(window, freeze_window(window, now=now)) for window in windows_due(now=now)]


def _freeze(window: Window, *, now: dt.datetime, by: User | None, rules: Parameters) -> None:
    secret = bytearray(secrets.token_bytes(32))
    try:
        counts = [_counted(window, form, secret) for form in window.programme.forms]
        sheets = tuple(publish_sheet(count, secret=secret, rules=rules) for count in counts)
    finally:
        secret[:] = bytes(len(secret))
    if all(sheet.state == NOT_ENOUGH for sheet in sheets):
        Window.objects.filter(pk=window.pk).update(not_enough=True)
        audit.record("window.not_enough", actor=by, subject=window, now=now)
        return
    release = _stored(window, sheets, now=now, rules=rules)
    for count, sheet in zip(counts, sheets, strict=True):
        _use_up(release, count, sheet)
    audit.record("release.frozen", actor=by, subject=release, now=now)


def _counted(window: Window, form: str, secret: bytearray) -> SheetCount:
    count = SheetCount(form, entries_for(form))
    for row in answers_not_used(window.programme, form, sent_before=window.closes_at):
        count.add(row, secret=secret)
    return count


def _stored(window: Window, sheets: Sequence[PublishedSheet], *, now: dt.datetime, rules: Parameters) -> Release:
    content = ReleaseContent(
        ref=ref_of(window),
        title=window.programme.title,
        opens_on=_day(window.opens_at),
        closes_on=_day(window.closes_at - dt.timedelta(seconds=1)),
        frozen_on=_day(now),
        rules=numbers_of(rules),
        sheets=tuple(sheets),
    )
    release = Release(window=window, ref=content.ref, frozen_at=now, content=content.to_json())
    release.seal()
    release.save(force_insert=True)
    return release


def _use_up(release: Release, count: SheetCount, sheet: PublishedSheet) -> None:
    """Remember that these responses have had their turn. Sorted by random id: no order of sending is kept."""
    if sheet.state == NOT_ENOUGH:
        return
    way = Counted.EVERYONE if sheet.state == SHOWN else Counted.TOTAL
    ids = iter(sorted(count.used))
    for batch in _batches(ids):
        Contribution.objects.bulk_create(
            [Contribution(release=release, response_id=used, characteristic=way) for used in batch]
        )


def _batches(ids: Iterator[UUID]) -> Iterator[list[UUID]]:
    while batch := list(islice(ids, BATCH)):
        yield batch


def _day(moment: dt.datetime) -> str:
    return timezone.localtime(moment).date().isoformat()
