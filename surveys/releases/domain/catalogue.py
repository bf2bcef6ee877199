"""What is counted: measures only, and only what rule 5 lets us tell."""

from dataclasses import dataclass

from surveys.questionnaires.enums import FormKind
from surveys.questionnaires.measures import DID_NOT_SAY, GOOD_NEWS_NEVER, Measure, measures_for
from surveys.questionnaires.models import QuestionnaireVersion
from surveys.releases.disclosure.plans import AGE_BAND
from surveys.releases.disclosure.tables import UNSAID, Shape

EVERY_BAND = frozenset(name for name, _ in AGE_BAND.categories)
UNSAID_LABEL = "Did not say"
# Answers that are neither good nor bad news: a trend may not call one of them "better".
NEUTRAL = frozenset({"taking_part", "advocate"}) | GOOD_NEWS_NEVER


@dataclass(frozen=True, slots=True)
class Entry:
    """A measure on a form, with the age bands that were asked."""

    measure: Measure
    form: str
    asked: frozenset[str]

    @property
    def shape(self) -> Shape:
        """The name in the draw holds form, measure and version, never the table it is in (P11)."""
        name = f"{self.form}/{self.measure.id}/v{self.measure.version}"
        return Shape(name, tuple(group for group, _ in self.measure.groups))

    @property
    def better(self) -> str:
        return "" if self.measure.id in NEUTRAL else self.measure.groups[0][0]

    def labels(self) -> dict[str, str]:
        return {**dict(self.measure.groups), UNSAID: UNSAID_LABEL}

    def group_of(self, parts: dict[str, tuple[str, ...]]) -> str:
        group = self.measure.group_of(parts)
        return UNSAID if group == DID_NOT_SAY else str(group)


def entries_for(form: str) -> list[Entry]:
    """The catalogue of a sheet: measures that every questionnaire of the form asks, short and long, at those ages.

    A measure only the longer set asks is left out: most young people never saw it, and "did not say" would be untrue.
    """
    versions = _published(form)
    found = []
    for measure in measures_for(FormKind(form)):
        parts = set(measure.maps)
        asked = frozenset(band for bands, ids in versions if ids & parts for band in bands)
        if asked and all(ids & parts for bands, ids in versions if bands & asked):
            found.append(Entry(measure, form, asked))
    return found


def _published(form: str) -> list[tuple[frozenset[str], frozenset[str]]]:
    """For each version ever published: the age bands it is for, and the ids of its parts."""
    versions = QuestionnaireVersion.objects.filter(questionnaire__form=form).select_related("questionnaire")
    return [
        (
            frozenset({version.questionnaire.band}) if version.questionnaire.band else EVERY_BAND,
            frozenset(part.id for question in version.schema.questions for part in question.parts),
        )
        for version in versions
    ]
