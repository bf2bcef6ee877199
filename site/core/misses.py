"""Limits that count misses only: a right code always passes, so nobody can lock a child out (D24, AC-7, AC-8)."""

import datetime as dt
import hashlib
import hmac

from django.db import IntegrityError, models, transaction

from core.key_ring import key_ring
from core.models import Miss

WINDOW = dt.timedelta(minutes=10)
FROM_ONE_SOURCE = 12  # a class of 30 behind one address mistypes a few; a guesser mistypes thousands
EVERYWHERE = 400
ALL_SOURCES = "*"


def source_digest(address: str) -> str:
    """A keyed digest, so that the table never holds an address of a device."""
    return hmac.new(key_ring().pepper, f"source\x1f{address}".encode(), hashlib.sha256).hexdigest()[:32]


def _window(now: dt.datetime) -> int:
    return int(now.timestamp() // WINDOW.total_seconds())


def is_slowed(kind: str, source: str, *, now: dt.datetime) -> bool:
    """Whether misses of this kind, from here or from everywhere, ask for patience before the next *wrong* try."""
    rows = Miss.objects.filter(kind=kind, window=_window(now), source__in=[source, ALL_SOURCES])
    counts = dict(rows.values_list("source", "count"))
    return counts.get(source, 0) >= FROM_ONE_SOURCE or counts.get(ALL_SOURCES, 0) >= EVERYWHERE


def count_miss(kind: str, source: str, *, now: dt.datetime) -> None:
    for name in (source, ALL_SOURCES):
        _add_one(kind, name, _window(now))


def _add_one(kind: str, source: str, window: int) -> None:
    row = Miss.objects.filter(kind=kind, source=source, window=window)
    if row.update(count=models.F("count") + 1):
        return
    try:
        with transaction.atomic():
            Miss.objects.create(kind=kind, source=source, window=window, count=1)
    except IntegrityError:  # somebody else made the row in between
        row.update(count=models.F("count") + 1)


def forget_old_misses(*, now: dt.datetime) -> int:
    """Rows of windows that no longer matter. Returns how many went."""
    return Miss.objects.filter(window__lt=_window(now) - 1).delete()[0]
