"""A year for everyone is the sum of its published quarters, and says so (rule 12).

Nothing is counted again: where a quarter has no figure for a question, or only a bound, there is no sum.
"""

from collections.abc import Sequence
from dataclasses import replace

from surveys.releases.disclosure.content import (
    EVERYONE,
    SHOWN,
    PublishedCell,
    PublishedSheet,
    PublishedTable,
    ReleaseContent,
)


def with_sums(year: ReleaseContent, quarters: Sequence[ReleaseContent]) -> ReleaseContent:
    """The year with tables for everyone added up from its quarters, where every quarter that it covers is here.

    A quarter that was put right after the year was frozen stands here by its new ref.
    """
    if not year.covers or len({quarter.opens_on for quarter in quarters}) != len(year.covers):
        return year
    return replace(year, sheets=tuple(_sheet(sheet, quarters) for sheet in year.sheets))


def _sheet(sheet: PublishedSheet, quarters: Sequence[ReleaseContent]) -> PublishedSheet:
    parts = [quarter.sheet(sheet.form) for quarter in quarters]
    whole = [part for part in parts if part is not None and part.state == SHOWN]
    if len(whole) < len(quarters):
        return sheet
    told = {table.measure for table in sheet.tables if table.characteristic == EVERYONE}
    wanted = [table.measure for table in whole[0].tables if table.characteristic == EVERYONE]
    sums = [_sum([part.table(measure) for part in whole]) for measure in wanted if measure not in told]
    return replace(sheet, tables=(*sheet.tables, *(each for each in sums if each is not None)))


def _sum(tables: Sequence[PublishedTable | None]) -> PublishedTable | None:
    there = [table for table in tables if table is not None]
    first = there[0]
    same = all((table.version, _options(table)) == (first.version, _options(first)) for table in there)
    if len(there) < len(tables) or not same or any(cell.extreme for table in there for cell in table.cells):
        return None
    cells = tuple(
        PublishedCell(cell.option, cell.label, sum(table.cells[place].count for table in there))
        for place, cell in enumerate(first.cells)
    )
    return replace(first, n_shown=sum(table.n_shown for table in there), cells=cells)


def _options(table: PublishedTable) -> tuple[str, ...]:
    return tuple(cell.option for cell in table.cells)
