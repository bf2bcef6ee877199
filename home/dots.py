"""Where the dots of a trend stand. Numbers only: the drawing is in components/trend.html."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

TOP, BASE = 4.0, 19.0  # px from the top of the drawing, which is 34 high
BAND = 5  # children: what chance can do to a number, and one more
SHORT = {"more than ": ">", "fewer than ": "<"}


@dataclass(frozen=True)
class Dot:
    """`x` is a percentage of the width, `y` px from the top; without figures `y` is 0 and `words` say why."""

    x: float
    y: float
    band_top: float
    band_bottom: float
    label: str
    how_many: str
    of: str
    words: str
    is_gap: bool
    line_from: tuple[float, float] | None = None  # the dot before, where a line may run to it
    new_question_at: float | None = None


def dots_of(points: Sequence[Any]) -> list[Dot]:
    """`points` are releases' TrendPoint, oldest first. A line runs only between two neighbours of one wording."""
    highest = max((point.n_shown or 0 for point in points), default=0) or 1
    made: list[Dot] = []
    for place, point in enumerate(points):
        before = made[-1] if made else None
        made.append(_dot(point, 100 * (place + 0.5) / len(points), highest, before, 50 / len(points)))
    return made


def _dot(point: Any, x: float, highest: int, before: Dot | None, half: float) -> Dot:
    label = point.ref.split("-", 1)[-1] if point.ref else "–"
    if point.count is None:
        return Dot(round(x, 2), 0, 0, 0, label, "", "", point.words, is_gap=True)
    top = _y(min(highest, point.count + BAND), highest)
    bottom = _y(max(0, point.count - BAND), highest)
    joined = before is not None and not before.is_gap and not point.is_new_question
    return Dot(
        x=round(x, 2),
        y=_y(point.count, highest),
        band_top=top,
        band_bottom=bottom,
        label=label,
        how_many=_short(point.count_words),
        of=str(point.n_shown),
        words=point.words,
        is_gap=False,
        line_from=(before.x, before.y) if joined and before else None,
        new_question_at=round(x - half, 2) if point.is_new_question else None,
    )


def _y(count: int, highest: int) -> float:
    return round(BASE - (BASE - TOP) * count / highest, 1)


def _short(words: str) -> str:
    for long, short in SHORT.items():
        words = words.replace(long, short)
    return words
