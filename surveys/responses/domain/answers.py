"""One given answer, checked against what its version asks. Used for drafts and for sending alike."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from core.plain_words import clean_words
from surveys.questionnaires.schema import Part, Schema
from surveys.responses.enums import AnswerState


class NotAnAnswer(ValueError):
    """An option or part that was never offered. Carries no content."""


@dataclass(frozen=True)
class GivenAnswer:
    """What a child gave to one part. `text` is in the child's own words, up to 2,000 characters.

    `made`: a drawing or a voice note is kept with it, so it is an answer without a word, too.
    `language` is the one the text is in.
    """

    state: str = AnswerState.ANSWERED
    options: tuple[str, ...] = ()
    text: str = ""
    share: bool = False
    hide_from_parents: bool = False
    may_quote: bool = False
    made: bool = False
    language: str = "en"

    def __repr__(self) -> str:
        return f"GivenAnswer({self.state})"


SKIPPED = GivenAnswer(state=AnswerState.SKIPPED)
DECLINED = GivenAnswer(state=AnswerState.DECLINED)
NOT_ASKED = GivenAnswer(state=AnswerState.NOT_ASKED)


def checked_answers(schema: Schema, answers: Mapping[str, GivenAnswer]) -> dict[str, GivenAnswer]:
    """An answer for every part of the schema, in its order; what was never reached is "not asked".

    Raises NotAnAnswer for a part or option that was not offered, WordsRefused for words that cannot be kept.
    """
    offered = {part.id: part for part in schema.parts()}
    if not answers.keys() <= offered.keys():
        raise NotAnAnswer("A part that is not in this form.")
    return {part_id: checked(part, answers.get(part_id, NOT_ASKED)) for part_id, part in offered.items()}


def checked(part: Part, given: GivenAnswer) -> GivenAnswer:
    """The same answer, cleaned. An answer with nothing in it is a skip; a decline keeps nothing else."""
    if given.state != AnswerState.ANSWERED:
        return GivenAnswer(state=AnswerState(given.state))
    if part.is_text:
        if given.options:
            raise NotAnAnswer("A text box has no options.")
        text = clean_words(given.text)
        return replace(given, text=text) if text or given.made else SKIPPED
    return _checked_choice(part, given)


def _checked_choice(part: Part, given: GivenAnswer) -> GivenAnswer:
    chosen = tuple(option for option in part.option_ids if option in given.options)
    if given.text or not set(given.options) <= set(part.option_ids):
        raise NotAnAnswer("An option that was not offered.")
    if len(chosen) > 1 and not part.kind.takes_many:
        raise NotAnAnswer("More than one where one can be chosen.")
    return replace(given, options=chosen) if chosen else SKIPPED
