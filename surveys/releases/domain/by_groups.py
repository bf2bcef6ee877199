"""A characteristic of a release, group by group, from published tables alone. One mark stands for every gap (P16)."""

from collections.abc import Iterator
from dataclasses import dataclass

from surveys.questionnaires.enums import FormKind
from surveys.releases.disclosure.content import SHOWN, PublishedSheet, ReleaseContent
from surveys.releases.domain.shown import ShownGroup, shown_groups
from surveys.releases.enums import Counted


@dataclass(frozen=True, slots=True)
class GroupedQuestion:
    """Without groups the one mark stands here."""

    title: str
    groups: tuple[ShownGroup, ...]


@dataclass(frozen=True, slots=True)
class GroupedSheet:
    title: str
    questions: tuple[GroupedQuestion, ...]


def characteristics_of(content: ReleaseContent) -> list[tuple[str, str]]:
    """What this release was to tell group by group, whether it could be shown or not."""
    names = dict.fromkeys(each.characteristic for sheet in content.sheets for each in sheet.groupings)
    return [(name, characteristic_words(name)) for name in names]


def characteristic_words(name: str) -> str:
    words = str(Counted(name).label)
    return words[0].upper() + words[1:]


def grouped_sheets(content: ReleaseContent, characteristic: str) -> list[GroupedSheet]:
    return [
        GroupedSheet(str(FormKind(sheet.form).label), tuple(_questions(sheet, characteristic)))
        for sheet in content.sheets
        if sheet.state == SHOWN and any(each.characteristic == characteristic for each in sheet.groupings)
    ]


def _questions(sheet: PublishedSheet, characteristic: str) -> Iterator[GroupedQuestion]:
    titles = {table.measure: table.title for table in sheet.tables}
    for measure, title in titles.items():
        yield GroupedQuestion(title, shown_groups(sheet.breakdown(measure, characteristic)))
