"""Rooms to the right tell releases who a release can be shared with; releases know none of them."""

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
