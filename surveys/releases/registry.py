"""What rooms to the left tell releases: who a release can be shared with, and counts of what was done.

Releases know none of them. Counts come as they are and leave the freeze protected (`domain/extras.py`).
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Audience:
    """`key` is "subgroup:<slug>" or "champions"; `label` is what staff read."""

    key: str
    label: str


_sources: list[Callable[[], Iterable[Audience]]] = []


def register_audiences(source: Callable[[], Iterable[Audience]]) -> None:
    """Call from an app's ready(); `source` is asked anew each time, so new subgroups appear."""
    if source not in _sources:
        _sources.append(source)


def audiences() -> list[Audience]:
    return [audience for source in _sources for audience in source()]


@dataclass(frozen=True, slots=True)
class ExactCount:
    """A true count out of a true total, handed over inside the freeze only and protected there.

    Never store, log or show one. `name` says what is counted and never where, e.g. "came".
    """

    name: str
    label: str
    count: int
    of: int


# fn(window opens, window closes) -> exact counts of what happened in between
CountSource = Callable[[dt.datetime, dt.datetime], Iterable[ExactCount]]

_taking_part: list[CountSource] = []
_promises: list[CountSource] = []
_asked: list[CountSource] = []


def register_taking_part(source: CountSource) -> None:
    """Invited, sent something, came or took part another way, was told what happened."""
    _add(_taking_part, source)


def register_promises(source: CountSource) -> None:
    """What was read and told back on time."""
    _add(_promises, source)


def register_asked(source: CountSource) -> None:
    """Asked, asked and said no, no safe way to ask: who is not in the answers, and why."""
    _add(_asked, source)


def taking_part(opens_at: dt.datetime, closes_at: dt.datetime) -> list[ExactCount]:
    return _all(_taking_part, opens_at, closes_at)


def promises(opens_at: dt.datetime, closes_at: dt.datetime) -> list[ExactCount]:
    return _all(_promises, opens_at, closes_at)


def asked(opens_at: dt.datetime, closes_at: dt.datetime) -> list[ExactCount]:
    return _all(_asked, opens_at, closes_at)


def _add(sources: list[CountSource], source: CountSource) -> None:
    if source not in sources:
        sources.append(source)


def _all(sources: list[CountSource], opens_at: dt.datetime, closes_at: dt.datetime) -> list[ExactCount]:
    return [count for source in sources for count in source(opens_at, closes_at)]
