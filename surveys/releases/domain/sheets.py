"""One pass over the answers of a form: exact counts in memory, protected tables out.

Nothing in this file is written anywhere; what `publish_sheet` returns has no exact count in it.
"""

from dataclasses import dataclass, field
from uuid import UUID

from surveys.releases.disclosure.content import (
    NOT_ENOUGH,
    SHOWN,
    TOTAL_ONLY,
    PublishedCell,
    PublishedSheet,
    PublishedTable,
)
from surveys.releases.disclosure.grouping import UnknownCategory, is_whole_groups, join_groups
from surveys.releases.disclosure.parameters import Parameters
from surveys.releases.disclosure.plans import AGE_BAND
from surveys.releases.disclosure.rounding import Secret, group_size, record_mark
from surveys.releases.disclosure.tables import Tally, protect
from surveys.releases.domain.catalogue import EVERY_BAND, Entry
from surveys.responses.domain.counting import CountingRow

PATTERNS = 50_000  # kept in memory for a measure


@dataclass
class SheetCount:
    """The answers of one form while they are being counted."""

    form: str
    entries: list[Entry]
    n: int = 0
    bands: dict[str, int] = field(default_factory=dict)
    used: list[UUID] = field(default_factory=list)
    children: set[int] = field(default_factory=set)
    tallies: list[Tally] = field(init=False)
    known: list[dict[tuple[object, ...], str]] = field(init=False)

    def __post_init__(self) -> None:
        self.tallies = [Tally(entry.shape) for entry in self.entries]
        self.known = [{} for _ in self.entries]

    def add(self, row: CountingRow, *, secret: Secret) -> None:
        """Newest first: a child's latest answer counts, an earlier one is used up without counting."""
        self.used.append(row.response_id)
        mark = record_mark(secret, row.record_key)
        if mark in self.children:
            return
        self.children.add(mark)
        self.n += 1
        self.bands[row.band] = self.bands.get(row.band, 0) + 1
        for number, entry in enumerate(self.entries):
            if row.band in entry.asked or entry.asked == EVERY_BAND:
                self.tallies[number].add(self._group(number, entry, row), mark)

    def _group(self, number: int, entry: Entry, row: CountingRow) -> str:
        """Many children tick the same: a meaning is worked out once for each pattern of ticks."""
        pattern = tuple(map(row.parts.get, entry.measure.maps))
        known = self.known[number]
        group = known.get(pattern)
        if group is None:
            group = entry.group_of(row.parts)
            if len(known) < PATTERNS:
                known[pattern] = group
        return group


def publish_sheet(count: SheetCount, *, secret: Secret, rules: Parameters) -> PublishedSheet:
    """Below the floor nothing, below 20 only that 10 or more answered, from 20 figures (rule 3, S26)."""
    if count.n < rules.floor:
        return PublishedSheet(count.form, NOT_ENOUGH, None)
    if count.n < rules.figures_from:
        return PublishedSheet(count.form, TOTAL_ONLY, rules.floor)
    pairs = zip(count.entries, count.tallies, strict=True)
    tables = tuple(
        _table(entry, tally, secret, rules)
        for entry, tally in pairs
        if may_be_told(entry, tally, count=count, rules=rules)
    )
    return PublishedSheet(count.form, SHOWN, group_size(count.n, base=rules.base), tables)


def may_be_told(entry: Entry, tally: Tally, *, count: SheetCount, rules: Parameters) -> bool:
    """Rule 5: asked of everyone, or those asked and those not asked are whole age groups of this release."""
    if tally.n == count.n:
        return True
    if tally.n < rules.figures_from:
        return False
    try:
        groups = join_groups(AGE_BAND, count.bands, floor=rules.floor)
    except UnknownCategory:
        return False
    return groups is not None and is_whole_groups(entry.asked, groups)


def _table(entry: Entry, tally: Tally, secret: Secret, rules: Parameters) -> PublishedTable:
    table, labels = protect(tally, secret=secret, rules=rules), entry.labels()
    return PublishedTable(
        measure=entry.measure.id,
        version=entry.measure.version,
        title=str(entry.measure.title),
        characteristic="everyone",
        group="",
        n_shown=table.n_shown,
        better=entry.better,
        cells=tuple(
            PublishedCell(cell.option, str(labels[cell.option]), cell.count, cell.extreme) for cell in table.cells
        ),
    )
