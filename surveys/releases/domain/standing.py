"""The measures that every pack and every summary tells, in one order (S25). Nothing else is told there."""

from collections.abc import Sequence
from dataclasses import dataclass

from surveys.questionnaires.enums import FormKind
from surveys.releases.disclosure.content import SHOWN
from surveys.releases.domain.shown import ShownSheet, ShownTable

FIVE, BEFORE, LATER, ASKED = "five", "before", "later", "asked"
STANDING: tuple[tuple[str, FormKind, tuple[str, ...]], ...] = (
    (FIVE, FormKind.AFTER, ("understood", "had_a_say", "had_control", "listened", "agreed")),
    (BEFORE, FormKind.BEFORE, ("explained", "took_part_as_wanted")),
    (LATER, FormKind.LATER, ("changed",)),
)


@dataclass(frozen=True, slots=True)
class Section:
    """Tables that stand together; without enough answers there are none and `is_waiting` says so."""

    name: str
    tables: tuple[ShownTable, ...]
    is_waiting: bool = False


def standing_sections(sheets: Sequence[ShownSheet]) -> tuple[Section, ...]:
    """The five, the two of before, the one of three months later; a consultation tells what it asked."""
    around = [sheet for sheet in sheets if sheet.form != FormKind.CONSULTATION]
    asked = [table for sheet in sheets if sheet.form == FormKind.CONSULTATION for table in sheet.tables]
    sections = [_section(name, measures, form, around) for name, form, measures in STANDING]
    sections.append(Section(ASKED, tuple(asked)))
    return tuple(section for section in sections if section.tables or section.is_waiting)


def _section(name: str, measures: tuple[str, ...], form: FormKind, sheets: Sequence[ShownSheet]) -> Section:
    """One table for each measure, from its own form if it can be; waiting while that form has no figures."""
    own_first = sorted(sheets, key=lambda sheet: sheet.form != form)
    shown: dict[str, ShownTable] = {}
    for table in (table for sheet in own_first for table in sheet.tables):
        shown.setdefault(table.measure, table)
    found = tuple(shown[measure] for measure in measures if measure in shown)
    asked = any(sheet.form == form and sheet.state != SHOWN for sheet in sheets)
    return Section(name, found, is_waiting=asked and not found)
