"""Themes and quotes of a sheet. A year has none of its own: its quarters have told them.

A theme is an option of a choose-any question that two people asked of every child's words (rule 16). So themes are
counted with everything else, and attacked together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from surveys.questionnaires.measure import ChooseAny
from surveys.releases.disclosure.audit.block import Placed
from surveys.releases.disclosure.content import PublishedQuote, PublishedTable
from surveys.releases.disclosure.crowd import Crowd
from surveys.releases.disclosure.rounding import Secret
from surveys.releases.domain.attacking import tables_that_held
from surveys.releases.domain.catalogue import EVERY_BAND, ChooseAnyEntry
from surveys.releases.domain.sheets import USED_UP, SheetCount
from surveys.releases.domain.task import Task
from surveys.releases.domain.used import ids_not_used
from surveys.responses.domain.counting import CountingRow
from surveys.themes.domain.counting import ThemeBlock, themes_of
from surveys.themes.domain.quotes import Quoted, quotes_for_release

PART = "~themes"  # no question has such an id
NOTHING_FITS = ("~none",)


@dataclass(frozen=True, slots=True)
class Themes:
    """`of` says which themes each answer has; one that is not in it said nothing that we may read."""

    entry: ChooseAnyEntry | None = None
    of: Mapping[UUID, tuple[str, ...]] | None = None

    @property
    def entries(self) -> tuple[ChooseAnyEntry, ...]:
        return (self.entry,) if self.entry else ()

    def put_in(self, row: CountingRow) -> CountingRow:
        """The row with its themes as if they had been ticked."""
        if self.of is None or row.response_id not in self.of:
            return row
        return replace(row, parts={**row.parts, PART: self.of[row.response_id]})

    def tables(
        self, task: Task, crowd: Crowd, *, before: Sequence[Placed], secret: Secret
    ) -> tuple[PublishedTable, ...]:
        """For everyone only: where the words of a theme meet a small group somebody may know whose they are."""
        if self.entry is None:
            return ()
        names = dict(self.entry.question.options)
        tables = tables_that_held(task, self.entry, crowd, {}, before=before, secret=secret, each_ticks=False)
        return tuple(replace(table, title=names[table.measure.rpartition("/")[2]]) for table in tables)


def themes_for(task: Task, form: str) -> Themes:
    if task.is_year:
        return Themes()
    ids = ids_not_used(task.window, form, sent_before=task.window.closes_at, instead_of=task.instead_of)
    block = themes_of(task.window.pk, form, ids)
    return Themes() if block is None or not block.themes else _themes(block, form)


def quotes_for(task: Task, count: SheetCount, quoted: Quoted, *, secret: Secret) -> tuple[PublishedQuote, ...]:
    if task.is_year:
        return ()
    counted = (response_id for response_id, kind in count.used() if kind != USED_UP)
    ready = quotes_for_release(counted, n=count.n, secret=secret, rules=task.rules, quoted=quoted)
    return tuple(PublishedQuote(quote.words, quote.reworded) for quote in ready)


def _themes(block: ThemeBlock, form: str) -> Themes:
    """The question gets a name of the same make as every other: form, id, version."""
    name = block.question.removeprefix(f"{form}/").replace("/", "-")
    options = tuple((theme.id, theme.name) for theme in block.themes)
    question = ChooseAny(name, 1, name, PART, options, frozenset(), none=NOTHING_FITS[0])
    of = {
        response_id: tuple(sorted(chosen)) or NOTHING_FITS
        for response_id, chosen in block.of.items()
        if isinstance(chosen, frozenset)
    }
    return Themes(ChooseAnyEntry(question, form, EVERY_BAND), of)
