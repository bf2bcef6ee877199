"""What is counted: measures only, and only what rule 5 lets us tell.

The tables of a sheet are each measure for everyone and each measure by one characteristic, never by two (rule 4).
"""

from dataclasses import dataclass

from surveys.questionnaires.measure import Parts
from surveys.questionnaires.measures import (
    DID_NOT_SAY,
    GOOD_NEWS_NEVER,
    ChooseAny,
    Measure,
    choose_any_for,
    measures_for,
)
from surveys.questionnaires.models import Questionnaire, QuestionnaireVersion
from surveys.releases.disclosure.collapse import NOT_TICKED, TICKED, UNSAID, Shape, choose_any
from surveys.releases.disclosure.content import PublishedCell, PublishedTable
from surveys.releases.disclosure.parameters import PROMISED
from surveys.releases.disclosure.plans import AGE_BAND
from surveys.releases.disclosure.tables import Table

EVERY_BAND = frozenset(name for name, _ in AGE_BAND.categories)
UNSAID_LABEL = "Did not say"
TICKED_LABELS = {TICKED: "Ticked", NOT_TICKED: "Not ticked", UNSAID: UNSAID_LABEL}
# Answers that are neither good nor bad news: a trend may not call one of them "better".
NEUTRAL = frozenset({"taking_part", "advocate"}) | GOOD_NEWS_NEVER


@dataclass(frozen=True, slots=True)
class Entry:
    """A measure on a form, with the age bands that were asked."""

    measure: Measure
    form: str
    asked: frozenset[str]

    @property
    def parts(self) -> tuple[str, ...]:
        return self.measure.parts

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """The name in the draw holds form, measure and version, never the table it is in (P11)."""
        return (Shape(_name(self.form, self.measure), tuple(group for group, _ in self.measure.groups)),)

    def cells_of(self, parts: Parts) -> tuple[str, ...]:
        group = self.measure.group_of(parts)
        return (UNSAID if group == DID_NOT_SAY else str(group),)

    @property
    def better(self) -> str:
        return "" if self.measure.id in NEUTRAL else self.measure.groups[0][0]

    def published(self, table: Table, *, characteristic: str, group: str) -> PublishedTable:
        labels = {**dict(self.measure.groups), UNSAID: UNSAID_LABEL}
        names = (self.measure.id, self.measure.version, str(self.measure.title))
        return _published(table, *names, (characteristic, group), self.asked, better=self.better, labels=labels)


@dataclass(frozen=True, slots=True)
class ChooseAnyEntry:
    """A choose-any question on a form: a table for each option over the same children."""

    question: ChooseAny
    form: str
    asked: frozenset[str]

    @property
    def parts(self) -> tuple[str, ...]:
        return self.question.parts

    @property
    def shapes(self) -> tuple[Shape, ...]:
        options = tuple(option for option, _ in self.question.options)
        return choose_any(_name(self.form, self.question), options, rules=PROMISED)

    def cells_of(self, parts: Parts) -> tuple[str, ...]:
        """Ticking nothing is "did not say" in all of them, so that the tables hold the same children."""
        ticked = self.question.ticked(parts)
        if ticked is None:
            return (UNSAID,) * len(self.question.options)
        return tuple(TICKED if option in ticked else NOT_TICKED for option, _ in self.question.options)

    def published(self, table: Table, *, characteristic: str, group: str) -> PublishedTable:
        option = table.question.rpartition("/")[2]
        title = f"{self.question.title}: {dict(self.question.options)[option]}"
        names = (f"{self.question.id}/{option}", self.question.version, title)
        return _published(table, *names, (characteristic, group), self.asked, better="", labels=TICKED_LABELS)


AnyEntry = Entry | ChooseAnyEntry


def entries_for(form: str, *, questionnaire: Questionnaire | None = None) -> list[AnyEntry]:
    """The catalogue of a sheet: measures that every questionnaire of the form asks, short and long, at those ages.

    A measure only the longer set asks is left out: most young people never saw it, and "did not say" would be untrue.
    A consultation counts the answers to one `questionnaire`, so it tells whatever that one asked.
    """
    versions = _versions(form, questionnaire)
    entries: list[AnyEntry] = [Entry(each, form, _asked(each.parts, versions)) for each in measures_for(form)]
    entries += [ChooseAnyEntry(each, form, _asked(each.parts, versions)) for each in choose_any_for(form)]
    return [entry for entry in entries if entry.asked]


def _asked(parts: tuple[str, ...], versions: list[tuple[frozenset[str], frozenset[str]]]) -> frozenset[str]:
    """The bands that were asked; none where some questionnaire of these bands leaves it out."""
    own = set(parts)
    asked = frozenset(band for bands, ids in versions if ids & own for band in bands)
    return asked if all(ids & own for bands, ids in versions if bands & asked) else frozenset()


def _versions(form: str, questionnaire: Questionnaire | None) -> list[tuple[frozenset[str], frozenset[str]]]:
    """For each version ever published: the age bands it is for, and the ids of its parts."""
    versions = QuestionnaireVersion.objects.filter(questionnaire__form=form).select_related("questionnaire")
    if questionnaire is not None:
        versions = versions.filter(questionnaire=questionnaire)
    return [
        (
            frozenset({version.questionnaire.band}) if version.questionnaire.band else EVERY_BAND,
            frozenset(
                part.id for question in version.schema.questions if not question.only_if for part in question.parts
            ),
        )
        for version in versions
    ]


def _name(form: str, measure: Measure | ChooseAny) -> str:
    return f"{form}/{measure.id}/v{measure.version}"


def _published(
    table: Table,
    measure: str,
    version: int,
    title: str,
    place: tuple[str, str],
    asked: frozenset[str],
    *,
    better: str,
    labels: dict[str, str],
) -> PublishedTable:
    characteristic, group = place
    cells = (PublishedCell(cell.option, str(labels[cell.option]), cell.count, cell.extreme) for cell in table.cells)
    some = () if asked == EVERY_BAND else tuple(name for name, _ in AGE_BAND.categories if name in asked)
    return PublishedTable(measure, version, title, characteristic, group, table.n_shown, better, tuple(cells), some)
