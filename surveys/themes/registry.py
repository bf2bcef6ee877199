"""What themes need from the rooms above: which answers are being gathered, who hears a worry, what is off limits."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from accounts.models import User
from surveys.responses.models import Response


@dataclass(frozen=True)
class CodingWindow:
    """A form of a window that is not frozen yet. `used` holds ids of responses that had their turn.

    `counted_from` is the earliest moment of the freeze. `sent_from` is set while an earlier window of the same
    programme still waits: its answers are not ours.
    """

    window_id: UUID
    form: str
    title: str
    questionnaire_id: int | None
    opens_at: dt.datetime
    sent_from: dt.datetime | None
    sent_before: dt.datetime
    counted_from: dt.datetime
    used: QuerySet[Any] | None = None


@dataclass(frozen=True)
class WorryDesk:
    """Who hears a worry. `is_open(now)`: somebody can; `tell(response, by, about, once, now)` raises it (S18)."""

    is_open: Callable[[dt.datetime], bool]
    tell: Callable[[Response, User, str, str, dt.datetime], None]


_windows: list[Callable[[dt.datetime], Iterable[CodingWindow]]] = []
_desks: list[WorryDesk] = []
_off_limits: list[Callable[[Iterable[UUID]], Iterable[UUID]]] = []


def register_windows(source: Callable[[dt.datetime], Iterable[CodingWindow]]) -> None:
    if source not in _windows:
        _windows.append(source)


def register_worries(desk: WorryDesk) -> None:
    if desk not in _desks:
        _desks.append(desk)


def register_never_quoted(source: Callable[[Iterable[UUID]], Iterable[UUID]]) -> None:
    """`source(response ids)` gives those of them that may not be quoted, e.g. while police look into it."""
    if source not in _off_limits:
        _off_limits.append(source)


def windows(now: dt.datetime) -> list[CodingWindow]:
    return [window for source in _windows for window in source(now)]


def never_quoted(response_ids: Iterable[UUID]) -> frozenset[UUID]:
    ids = list(response_ids)
    return frozenset(found for source in _off_limits for found in source(ids))


def worry_is_heard(now: dt.datetime) -> bool:
    """Words are not opened here while nobody could hear of a worry."""
    return any(desk.is_open(now) for desk in _desks)


def tell_worry(response: Response, *, by: User, about: str, once: str, now: dt.datetime) -> None:
    for desk in _desks:
        desk.tell(response, by, about, once, now)
