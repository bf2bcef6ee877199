"""One question over the last releases, as dots: published numbers only, and gaps stay gaps (§7.2)."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from surveys.releases.disclosure.content import PublishedSheet, PublishedTable, ReleaseContent
from surveys.releases.disclosure.trend import Point, trend_words
from surveys.releases.disclosure.words import count_words

LAST = 4  # releases in a trend
NOT_ENOUGH_WORDS = "not enough answers"
NO_REPORT = "no report"
_BETWEEN = dt.timedelta(days=28)  # two windows further apart than this have another one between them


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """`ref` is "" where there was no report; `is_new_question`: worded differently from the point before."""

    ref: str
    count: int | None
    n_shown: int | None
    words: str
    count_words: str = ""
    is_new_question: bool = False


@dataclass(frozen=True, slots=True)
class ShownTrend:
    """`answer` is the answer group the dots count."""

    words: str
    points: tuple[TrendPoint, ...]
    answer: str = ""

    @property
    def can_be_drawn(self) -> bool:
        """One dot is no trend."""
        return sum(point.count is not None for point in self.points) > 1

    @property
    def described(self) -> str:
        """Every dot in words, for people who hear the chart."""
        told = [f"{point.ref or NO_REPORT}: {point.words}" if point.ref else NO_REPORT for point in self.points]
        return ", ".join(told)


def trend_of(contents: Sequence[ReleaseContent], *, form: str, measure: str) -> ShownTrend:
    """The last four releases of one question, oldest first; `contents` ends with the one that is read."""
    slots = list(_slots(contents))[-LAST:]
    tables = [_table(content, form, measure) for content in slots]
    points = [_point(content, table) for content, table in zip(slots, tables, strict=True)]
    better = next((table.better for table in reversed(tables) if table), "")
    latest = next((table for table in reversed(tables) if table), None)
    answer = latest.cells[0].label if latest else ""
    shown = tuple(_shown(points, place, tables[place]) for place in range(len(points)))
    return ShownTrend(_words(points, better, answer), shown, answer)


def _slots(contents: Sequence[ReleaseContent]) -> Iterator[ReleaseContent | None]:
    """The releases, with None where a window between two of them has no report."""
    if not contents:
        return
    yield contents[0]
    for before, after in pairwise(contents):
        if dt.date.fromisoformat(after.opens_on) - dt.date.fromisoformat(before.closes_on) > _BETWEEN:
            yield None
        yield after


def _table(content: ReleaseContent | None, form: str, measure: str) -> PublishedTable | None:
    sheet: PublishedSheet | None = content.sheet(form) if content else None
    return sheet.table(measure) if sheet else None


def _point(content: ReleaseContent | None, table: PublishedTable | None) -> Point:
    ref = content.ref if content else ""
    if table is None:
        return Point(ref, None, None)
    return Point(ref, table.cells[0].count, table.n_shown, table.version)


def _shown(points: Sequence[Point], place: int, table: PublishedTable | None) -> TrendPoint:
    point = points[place]
    if table is None:
        return TrendPoint(point.ref, None, None, NOT_ENOUGH_WORDS if point.ref else NO_REPORT)
    count = count_words(table.cells[0].count, extreme=table.cells[0].extreme)
    before = next((each for each in reversed(points[:place]) if each.count is not None), None)
    is_new = before is not None and before.version != point.version
    return TrendPoint(point.ref, point.count, point.n_shown, f"{count} of {table.n_shown}", count, is_new)


def _words(points: Sequence[Point], better: str, answer: str) -> str:
    if better:
        return trend_words(points)
    return trend_words(points, better=f"more said “{answer}”", harder=f"fewer said “{answer}”")
