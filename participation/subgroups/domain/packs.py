"""The one-page pack: what a group gets from one release, and nothing else.

Everything here is worked out from sealed releases, and from what adults wrote beside them. Who asks, how, and with
which parameters in the address makes no difference to a single number (P4, P16, P25).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from core.seals import short_signs
from participation.influence.domain.page import Reply, replies_for_release
from participation.influence.domain.shown import ShownRecommendation
from participation.subgroups.domain.breakdowns import Entry, entries_of
from participation.subgroups.domain.meetings import ShownDecision, decisions_for, recommendations_for
from participation.subgroups.domain.notes import Note, note_for
from participation.subgroups.domain.told import Told, told_in
from participation.subgroups.domain.years import with_sums
from participation.subgroups.models import Subgroup
from surveys.questionnaires.enums import FormKind
from surveys.releases.disclosure.content import EVERYONE, ReleaseContent
from surveys.releases.domain.figures import ShownFigure, shown_figures
from surveys.releases.domain.notes import notes_of
from surveys.releases.domain.reach import ShownReach, shown_reach
from surveys.releases.domain.reach_actions import action_of
from surveys.releases.domain.shown import ShownSheet, shown_sheets
from surveys.releases.domain.standing import Section, standing_sections
from surveys.releases.models import Release


@dataclass(frozen=True)
class Pack:
    """One release as a group reads it. Days are plain dates, numbers only those of releases.

    `is_sum`: the figures for everyone are those of the quarters it covers, added up.
    """

    group: Subgroup
    also_called: tuple[str, ...]
    ref: str
    seal: str
    title: str
    opens_on: date
    closes_on: date
    frozen_on: date
    counted: tuple[ShownSheet, ...]
    told: Told
    sections: tuple[Section, ...]
    taking_part: tuple[ShownFigure, ...]
    promises: tuple[ShownFigure, ...]
    reach: ShownReach
    reach_action: str
    replies: tuple[Reply, ...]
    recommendations: tuple[ShownRecommendation, ...]
    decisions: tuple[ShownDecision, ...]
    note: Note | None
    corrections: tuple[str, ...]
    characteristics: tuple[Entry, ...]
    covers: tuple[str, ...]
    is_sum: bool

    @property
    def has_figures(self) -> bool:
        return any(section.tables for section in self.sections)

    @property
    def is_consultation(self) -> bool:
        return any(sheet.form == FormKind.CONSULTATION for sheet in self.counted)

    @property
    def is_poll(self) -> bool:
        return self.ref.startswith("poll-")


def build_pack(
    group: Subgroup,
    release: Release,
    *,
    earlier: Sequence[ReleaseContent] = (),
    quarters: Sequence[ReleaseContent] = (),
    now: datetime,
) -> Pack:
    """`earlier`: verified releases of the programme, oldest first; `quarters`: those a year covers.

    Raises Tampered: then show nothing.
    """
    sealed = release.verified()
    content = with_sums(sealed, quarters)
    sheets = tuple(shown_sheets(content, earlier=earlier))
    return Pack(
        group=group,
        also_called=tuple(alias.name for alias in group.aliases.all()),
        ref=content.ref,
        seal=short_signs(release.signature),
        title=content.title,
        opens_on=date.fromisoformat(content.opens_on),
        closes_on=date.fromisoformat(content.closes_on),
        frozen_on=date.fromisoformat(content.frozen_on),
        counted=sheets,
        told=told_in(content),
        sections=standing_sections(sheets),
        taking_part=shown_figures(content.taking_part),
        promises=shown_figures(content.promises),
        reach=shown_reach(content),
        reach_action=action.text if (action := action_of(release)) else "",
        replies=tuple(replies_for_release(release, now=now)),
        recommendations=tuple(recommendations_for(group, release, now=now)),
        decisions=tuple(decisions_for(group, release, now=now)),
        note=note_for(group, release),
        corrections=tuple(note.words for note in notes_of(release)),
        characteristics=entries_of(content),
        covers=content.covers,
        is_sum=content is not sealed and _everyone(content) > _everyone(sealed),
    )


def _everyone(content: ReleaseContent) -> int:
    return sum(table.characteristic == EVERYONE for sheet in content.sheets for table in sheet.tables)
