"""From a verified release to what templates show. Published numbers only; nothing is counted here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from surveys.questionnaires.enums import FormKind
from surveys.releases.disclosure.content import (
    SHOWN,
    TOTAL_ONLY,
    PublishedCell,
    PublishedSheet,
    PublishedTable,
    ReleaseContent,
)
from surveys.releases.disclosure.trend import Point, trend_words
from surveys.releases.disclosure.words import count_words, share_words, size_words

NOT_YET = "Not enough answers yet. They will be added to the next report."
METHOD = "Numbers are moved up or down to a multiple of 5 by chance, so nobody can be picked out."
_LAST = 4  # releases in a trend


@dataclass(frozen=True, slots=True)
class ShownOption:
    """Unpacks to (label, count, share words), which is what the bar component draws.

    Where `extreme` was blunted `count` is a bound, so show `count_words`: "fewer than 10".
    """

    label: str
    count: int
    share: str
    count_words: str

    def __iter__(self) -> Iterator[str | int]:
        return iter((self.label, self.count, self.share))


@dataclass(frozen=True, slots=True)
class TrendPoint:
    ref: str
    count: int | None
    n_shown: int | None
    words: str


@dataclass(frozen=True, slots=True)
class ShownTrend:
    words: str
    points: tuple[TrendPoint, ...]


@dataclass(frozen=True, slots=True)
class ShownTable:
    measure: str
    title: str
    n_shown: int
    options: tuple[ShownOption, ...]
    sentence: str
    trend: ShownTrend

    @property
    def described(self) -> str:
        """The whole bar in one line for people who hear it."""
        return ", ".join(f"{option.label} {option.count_words}" for option in self.options)


@dataclass(frozen=True, slots=True)
class ShownSheet:
    form: str
    title: str
    words: str
    tables: tuple[ShownTable, ...]
    state: str


def shown_sheets(content: ReleaseContent, *, earlier: Sequence[ReleaseContent] = ()) -> list[ShownSheet]:
    """`earlier` holds verified releases of the same programme, oldest first."""
    return [_sheet(sheet, [*earlier, content]) for sheet in content.sheets]


def shown_tables(
    content: ReleaseContent, *, form: str | None = None, earlier: Sequence[ReleaseContent] = ()
) -> list[ShownTable]:
    """All tables of a release, or those of one form."""
    sheets = shown_sheets(content, earlier=earlier)
    return [table for sheet in sheets if form in (None, sheet.form) for table in sheet.tables]


def total_words(sheet: PublishedSheet) -> str:
    if sheet.state == SHOWN and sheet.n_shown is not None:
        return f"{size_words(sheet.n_shown)}."
    return "10 or more young people answered." if sheet.state == TOTAL_ONLY else NOT_YET


def _sheet(sheet: PublishedSheet, contents: Sequence[ReleaseContent]) -> ShownSheet:
    tables = tuple(_table(table, sheet.form, contents) for table in sheet.tables)
    return ShownSheet(sheet.form, str(FormKind(sheet.form).label), total_words(sheet), tables, sheet.state)


def _table(table: PublishedTable, form: str, contents: Sequence[ReleaseContent]) -> ShownTable:
    options = tuple(_option(cell, table.n_shown) for cell in table.cells)
    trend = trend_of(contents, form=form, measure=table.measure)
    return ShownTable(table.measure, table.title, table.n_shown, options, sentence_of(table), trend)


def _option(cell: PublishedCell, n_shown: int) -> ShownOption:
    share = share_words(cell.count, n_shown=n_shown, extreme=cell.extreme)
    return ShownOption(cell.label, cell.count, share, count_words(cell.count, extreme=cell.extreme))


def sentence_of(table: PublishedTable) -> str:
    """One plain sentence about the first answer group, e.g. "About 6 in 10 said yes."."""
    cell = table.cells[0]
    share = share_words(cell.count, n_shown=table.n_shown, extreme=cell.extreme)
    return f"{share[0].upper()}{share[1:]} said “{cell.label}”."


def trend_of(contents: Sequence[ReleaseContent], *, form: str, measure: str) -> ShownTrend:
    """The last four releases of one question, oldest first; gaps stay gaps."""
    points, words, better = [], [], ""
    for content in contents[-_LAST:]:
        sheet = content.sheet(form)
        table = sheet.table(measure) if sheet else None
        points.append(_point(content.ref, table))
        words.append(_point_words(table))
        better = table.better if table else better
    first = contents[-1].sheet(form) if contents else None
    return ShownTrend(_words(points, first, measure, better), tuple(map(_trend_point, points, words)))


def _words(points: list[Point], sheet: PublishedSheet | None, measure: str, better: str) -> str:
    if better:
        return trend_words(points)
    table = sheet.table(measure) if sheet else None
    label = table.cells[0].label if table else ""
    return trend_words(points, better=f"more said “{label}”", harder=f"fewer said “{label}”")


def _point(ref: str, table: PublishedTable | None) -> Point:
    if table is None:
        return Point(ref, None, None)
    return Point(ref, table.cells[0].count, table.n_shown, table.version)


def _trend_point(point: Point, words: str) -> TrendPoint:
    return TrendPoint(point.ref, point.count, point.n_shown, words)


def _point_words(table: PublishedTable | None) -> str:
    if table is None:
        return "not enough answers"
    cell = table.cells[0]
    return f"{count_words(cell.count, extreme=cell.extreme)} of {table.n_shown}"
