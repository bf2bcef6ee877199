"""Which measure a question feeds, in plain words (D4). A part that feeds none is never added up."""

from surveys.questionnaires.measures import CHOOSE_ANY, MEASURES, ChooseAny, Measure
from surveys.questionnaires.schema import Question

ALL: tuple[Measure | ChooseAny, ...] = (*MEASURES, *CHOOSE_ANY)
FEEDS_NONE = "Not counted. People read the answers, and no number is made of them."
FOLLOW_UP = "Not counted, because only some young people are asked."


def titles_of(question: Question) -> list[str]:
    """The titles of the measures that its parts feed, each once; none for a follow-up."""
    if question.only_if is not None:
        return []
    own = {part.id for part in question.parts}
    return [each.title for each in ALL if own & set(each.parts)]


def in_plain_words(question: Question) -> str:
    if question.only_if is not None:
        return FOLLOW_UP
    titles = titles_of(question)
    if not titles:
        return FEEDS_NONE
    return "Counted as " + " and ".join(f"“{title}”" for title in titles) + "."
