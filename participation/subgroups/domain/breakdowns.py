"""One page for each characteristic: the same groups for every question, or the one mark (P16, AGG6).

The catalogue is fixed. Too few, withheld, not chosen by the council and never heard of are the same to a reader.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from surveys.questionnaires.enums import FormKind
from surveys.questionnaires.measures import measures_for
from surveys.releases.disclosure.content import PublishedGroup, PublishedSheet, ReleaseContent
from surveys.releases.domain.shown import ShownGroup, shown_groups
from surveys.releases.domain.standing import STANDING

CATALOGUE: dict[str, Promise] = {
    "age_band": _("Age"),
    "gender": _("Gender"),
    "ethnic_group": _("Ethnic group"),
    "send_need": _("Extra help with learning, or a disability"),
    "where_i_live": _("Where you live"),
    "care_status": _("In care, or not"),
}


@dataclass(frozen=True)
class Entry:
    """`is_shown`: there is a page with numbers; else the one mark stands here."""

    characteristic: str
    name: str
    is_shown: bool


@dataclass(frozen=True)
class Question:
    """Without groups the one mark stands here, for every reason."""

    title: str
    groups: tuple[ShownGroup, ...]


@dataclass(frozen=True)
class Part:
    """A form. `groups` hold everyone who answered it exactly once."""

    title: str
    groups: tuple[PublishedGroup, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Breakdown:
    name: str
    parts: tuple[Part, ...]


def entries_of(content: ReleaseContent) -> tuple[Entry, ...]:
    """Every line of the catalogue for a yearly release; a quarterly one has none."""
    if not content.covers and not any(sheet.groupings for sheet in content.sheets):
        return ()
    return tuple(
        Entry(characteristic, str(name), breakdown_of(content, characteristic) is not None)
        for characteristic, name in CATALOGUE.items()
    )


def breakdown_of(content: ReleaseContent, characteristic: str) -> Breakdown | None:
    """None for everything that is not shown, whatever the reason."""
    if characteristic not in CATALOGUE:
        return None
    parts = tuple(part for sheet in content.sheets if (part := _part(sheet, characteristic)))
    return Breakdown(str(CATALOGUE[characteristic]), parts) if parts else None


def _part(sheet: PublishedSheet, characteristic: str) -> Part | None:
    grouping = next((each for each in sheet.groupings if each.characteristic == characteristic), None)
    questions = tuple(
        Question(title, shown_groups(sheet.breakdown(measure, characteristic)))
        for measure, title in _catalogue_of(sheet.form)
    )
    if grouping is None or not any(question.groups for question in questions):
        return None
    return Part(str(FormKind(sheet.form).label), grouping.groups, questions)


def _catalogue_of(form: str) -> Iterator[tuple[str, str]]:
    """The measures of a pack that this form asks, in the order of the pack; a consultation's are all of its own."""
    titles = {measure.id: str(measure.title) for measure in measures_for(FormKind(form))}
    if form == FormKind.CONSULTATION:
        yield from titles.items()
        return
    for _section, _form, measures in STANDING:
        yield from ((measure, titles[measure]) for measure in measures if measure in titles)
