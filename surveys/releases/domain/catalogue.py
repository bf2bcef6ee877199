"""What is counted: measures only, and only what rule 5 lets us tell."""

from dataclasses import dataclass

from surveys.questionnaires.enums import FormKind
from surveys.questionnaires.measures import DID_NOT_SAY, Measure, measures_for
from surveys.questionnaires.models import QuestionnaireVersion
from surveys.releases.disclosure.plans import AGE_BAND
from surveys.releases.disclosure.tables import UNSAID, Shape

EVERY_BAND = frozenset(name for name, _ in AGE_BAND.categories)
UNSAID_LABEL = "Did not say"
# Answers that are neither good nor bad news: a trend may not call one of them "better".
NEUTRAL = frozenset({"took_part_as_wanted", "taking_part", "advocate", "adult_to_tell"})


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
    """The catalogue of a sheet: measures that at least one published questionnaire of the form asks."""
    asked = _parts_by_band(form)
    found = []
    for measure in measures_for(FormKind(form)):
        bands = frozenset(band for band, parts in asked.items() if parts & set(measure.maps))
        if bands:
            found.append(Entry(measure, form, bands))
    return found


def _parts_by_band(form: str) -> dict[str, set[str]]:
    parts: dict[str, set[str]] = {band: set() for band in EVERY_BAND}
    versions = QuestionnaireVersion.objects.filter(questionnaire__form=form).select_related("questionnaire")
    for version in versions:
        ids = {part.id for question in version.schema.questions for part in question.parts}
        for band in EVERY_BAND if not version.questionnaire.band else {version.questionnaire.band}:
            parts.setdefault(band, set()).update(ids)
    return parts
