"""Which questions stand together on a page: one each, or a few if the young person wants that."""

from surveys.questionnaires.schema import Question, Schema

Screen = tuple[Question, ...]
TOGETHER = 3  # questions on a page at most; more is a wall of boxes on a phone


def screens_of(schema: Schema, *, together: bool) -> tuple[Screen, ...]:
    """In the order of the form. A follow-up never stands beside the question it depends on: it may not be asked."""
    if not together:
        return tuple((question,) for question in schema.questions)
    screens: list[list[Question]] = []
    for question in schema.questions:
        if not screens or len(screens[-1]) == TOGETHER or _depends_on(question, screens[-1]):
            screens.append([])
        screens[-1].append(question)
    return tuple(tuple(screen) for screen in screens)


def number_of(question_id: str, screens: tuple[Screen, ...]) -> int:
    """The page a question stands on, counted from 1; the first when it is not asked."""
    for number, screen in enumerate(screens, start=1):
        if any(question.id == question_id for question in screen):
            return number
    return 1


def _depends_on(question: Question, screen: list[Question]) -> bool:
    needs = question.only_if
    return needs is not None and any(part.id == needs.part for earlier in screen for part in earlier.parts)
