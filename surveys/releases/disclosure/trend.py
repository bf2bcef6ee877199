"""What may be said about change when numbers are small and rounded.

Every number carries up to ±4 of chance, so a difference below ten children says nothing, and one
step on its own says nothing either. A line never runs through a report without figures, nor
through a change of the question.
"""

from collections.abc import Sequence
from dataclasses import dataclass

NO_CLEAR_CHANGE = "no clear change"
_CLEAR = 10  # children
_SIZE = 20  # shown, on both sides of a step


@dataclass(frozen=True, slots=True)
class Point:
    """One release of one question; `count` is None where there were not enough answers."""

    ref: str
    count: int | None
    n_shown: int | None
    version: int = 1


def trend_words(points: Sequence[Point], *, better: str = "getting better", harder: str = "getting harder") -> str:
    """Points oldest first. Two clear steps in one direction are needed before we say anything."""
    if len(points) < 3:
        return NO_CLEAR_CHANGE
    earlier, middle, latest = points[-3:]
    first, second = _step(earlier, middle), _step(middle, latest)
    if first == second == 1:
        return better
    if first == second == -1:
        return harder
    return NO_CLEAR_CHANGE


def _step(before: Point, after: Point) -> int:
    """+1 or -1 for a clear step; 0 for none. The share has to move the same way as the count."""
    if before.count is None or after.count is None or before.version != after.version:
        return 0
    if not before.n_shown or not after.n_shown or min(before.n_shown, after.n_shown) < _SIZE:
        return 0
    moved = after.count - before.count
    share_moved = after.count * before.n_shown - before.count * after.n_shown
    if abs(moved) < _CLEAR or moved * share_moved <= 0:
        return 0
    return 1 if moved > 0 else -1
