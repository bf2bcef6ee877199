"""From a verified release to what templates show. Published numbers only; nothing is counted here."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from surveys.questionnaires.enums import FormKind
from surveys.releases.disclosure.content import (
    EVERYONE,
    SHOWN,
    TOTAL_ONLY,
    PublishedCell,
    PublishedSheet,
    PublishedTable,
    ReleaseContent,
)
from surveys.releases.disclosure.words import count_words, share_words, size_words
from surveys.releases.domain.trends import ShownTrend, trend_of

NOT_YET = "Not enough answers yet. They will be added to the next report."
METHOD = "Numbers are moved up or down to a multiple of 5 by chance, so nobody can be picked out."
NOT_SHOWN = "Not shown"  # one mark for every reason (P16)


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
        return _described(self.options)


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """One group of a breakdown, as it answered one question."""

    label: str
    n_shown: int
    options: tuple[ShownOption, ...]
    sentence: str

    @property
    def described(self) -> str:
        return _described(self.options)


@dataclass(frozen=True, slots=True)
class ShownSheet:
    form: str
    title: str
    words: str
    tables: tuple[ShownTable, ...]
    state: str
    n_shown: int | None = None

    @property
    def brief(self) -> str:
        """How many answered, in as few words as there are."""
        if self.state == SHOWN and self.n_shown is not None:
            return f"{self.n_shown} or a few more answered."
        return "10 or more answered." if self.state == TOTAL_ONLY else "not enough answers yet."


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
    everyone = (table for table in sheet.tables if table.characteristic == EVERYONE)
    tables = tuple(_table(table, sheet.form, contents) for table in everyone)
    return ShownSheet(
        sheet.form, str(FormKind(sheet.form).label), total_words(sheet), tables, sheet.state, sheet.n_shown
    )


def _table(table: PublishedTable, form: str, contents: Sequence[ReleaseContent]) -> ShownTable:
    options = tuple(_option(cell, table.n_shown) for cell in table.cells)
    trend = trend_of(contents, form=form, measure=table.measure)
    return ShownTable(table.measure, table.title, table.n_shown, options, sentence_of(table), trend)


def shown_groups(tables: Sequence[PublishedTable]) -> tuple[ShownGroup, ...]:
    """A breakdown of one question, one row for each group."""
    return tuple(
        ShownGroup(
            table.group, table.n_shown, tuple(_option(cell, table.n_shown) for cell in table.cells), sentence_of(table)
        )
        for table in tables
    )


def _described(options: Iterable[ShownOption]) -> str:
    return ", ".join(f"{option.label} {option.count_words}" for option in options)


def _option(cell: PublishedCell, n_shown: int) -> ShownOption:
    share = share_words(cell.count, n_shown=n_shown, extreme=cell.extreme)
    return ShownOption(cell.label, cell.count, share, count_words(cell.count, extreme=cell.extreme))


def sentence_of(table: PublishedTable) -> str:
    """One plain sentence about the first answer group, e.g. "About 6 in 10 said yes."."""
    cell = table.cells[0]
    share = share_words(cell.count, n_shown=table.n_shown, extreme=cell.extreme)
    return f"{share[0].upper()}{share[1:]} said “{cell.label}”."
