"""Some young people take the longer set and say who they are on its last page: the same each time, as people do."""

from dataclasses import dataclass

from home.demo.chance import dice_for, seeded_answers
from surveys.questionnaires.models import QuestionnaireVersion
from surveys.responses.domain.answers import SKIPPED, GivenAnswer
from surveys.responses.models import Ticket

TAKEN = 0.7
# How likely each choice is, in the order of the page. Small groups are there in every council.
ABOUT = {
    "E-gender": (48, 44, 4, 4),
    "E-ethnic": (10, 10, 10, 66, 4),
    "E-help": (40, 50, 10),
    "E-live": (50, 20, 12, 12, 6),
    "E-language": (80, 12, 8),
}


@dataclass(frozen=True)
class Longer:
    """`seed` names the young person; `round` the form, so that the other answers differ from time to time."""

    seed: tuple[object, ...]
    round: object

    @classmethod
    def if_taken(cls, *seed: object, round: object) -> "Longer | None":
        return cls(seed, round) if dice_for("longer?", *seed, round).random() < TAKEN else None

    def version_of(self, ticket: Ticket, form: str) -> QuestionnaireVersion | None:
        longer = ticket.forms.get(form=form).questionnaire.longer
        return longer.current_version() if longer else None

    def answers(self, version: QuestionnaireVersion) -> dict[str, GivenAnswer]:
        """Ticks only: what they write stands in the short form."""
        given = seeded_answers(version.schema, dice_for("longer", *self.seed, self.round))
        for part in version.schema.parts():
            if part.is_text:
                given[part.id] = SKIPPED
            elif part.id in ABOUT:
                given[part.id] = self._about(part.id, part.option_ids)
        return given

    def _about(self, part_id: str, choices: tuple[str, ...]) -> GivenAnswer:
        return GivenAnswer(options=tuple(dice_for("about", *self.seed, part_id).choices(choices, ABOUT[part_id])))
