"""The one-page pack: what a group gets from one release, and nothing else.

Everything here is worked out from sealed releases alone. Who asks, how, and with which parameters in the
address makes no difference to a single number (P4, P16, P25).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from participation.influence.domain.page import Reply, replies_for_release
from participation.subgroups.models import Subgroup
from surveys.questionnaires.enums import FormKind
from surveys.releases.disclosure.content import SHOWN, ReleaseContent
from surveys.releases.domain.shown import ShownSheet, ShownTable, shown_sheets
from surveys.releases.models import Release

STANDING_FIVE = ("understood", "had_a_say", "had_control", "listened", "agreed")
BEFORE_TWO = ("explained", "took_part_as_wanted")
TAKING_PART = ("taking_part", "advocate")
LATER_ONE = ("changed",)


@dataclass(frozen=True)
class Section:
    """Tables that stand together; without enough answers there are none and `is_waiting` says so."""

    name: str
    tables: tuple[ShownTable, ...]
    is_waiting: bool = False


@dataclass(frozen=True)
class Pack:
    """One release as a group reads it. Days are plain dates, numbers only those of the release."""

    group: Subgroup
    also_called: tuple[str, ...]
    ref: str
    title: str
    opens_on: date
    closes_on: date
    frozen_on: date
    counted: tuple[ShownSheet, ...]
    sections: tuple[Section, ...]
    replies: tuple[Reply, ...]

    @property
    def has_figures(self) -> bool:
        return any(section.tables for section in self.sections)

    @property
    def is_consultation(self) -> bool:
        return any(sheet.form == FormKind.CONSULTATION for sheet in self.counted)


def build_pack(group: Subgroup, release: Release, *, earlier: Sequence[ReleaseContent] = (), now: datetime) -> Pack:
    """`earlier`: verified releases of the programme, oldest first. Raises Tampered: then show nothing."""
    content = release.verified()
    sheets = tuple(shown_sheets(content, earlier=earlier))
    return Pack(
        group=group,
        also_called=tuple(alias.name for alias in group.aliases.all()),
        ref=content.ref,
        title=content.title,
        opens_on=date.fromisoformat(content.opens_on),
        closes_on=date.fromisoformat(content.closes_on),
        frozen_on=date.fromisoformat(content.frozen_on),
        counted=sheets,
        sections=_sections(sheets),
        replies=tuple(replies_for_release(release, now=now)),
    )


def _sections(sheets: Sequence[ShownSheet]) -> tuple[Section, ...]:
    """Views first: the five we watch, then before, taking part, later; a consultation shows what it asked."""
    around = [sheet for sheet in sheets if sheet.form != FormKind.CONSULTATION]
    asked = [table for sheet in sheets if sheet not in around for table in sheet.tables]
    sections = [
        _section("five", STANDING_FIVE, FormKind.AFTER, around),
        _section("before", BEFORE_TWO, FormKind.BEFORE, around),
        _section("taking_part", TAKING_PART, FormKind.BEFORE, around),
        _section("later", LATER_ONE, FormKind.LATER, around),
        Section("asked", tuple(asked)),
    ]
    return tuple(section for section in sections if section.tables or section.is_waiting)


def _section(name: str, measures: tuple[str, ...], main_form: str, sheets: Sequence[ShownSheet]) -> Section:
    """One table for each measure, from its own form if it can be; waiting while that form has no figures."""
    own_first = sorted(sheets, key=lambda sheet: sheet.form != main_form)
    shown: dict[str, ShownTable] = {}
    for table in (table for sheet in own_first for table in sheet.tables):
        shown.setdefault(table.measure, table)
    found = tuple(shown[measure] for measure in measures if measure in shown)
    asked = any(sheet.form == main_form and sheet.state != SHOWN for sheet in sheets)
    return Section(name, found, is_waiting=asked and not found)
