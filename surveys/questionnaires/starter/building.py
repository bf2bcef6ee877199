"""Short ways to write down a question, so that the pages of questions read like questions."""

from dataclasses import dataclass, replace

from surveys.questionnaires.schema import Kind, Option, Part, Question
from surveys.questionnaires.starter.pictures import PICTURE_OF, PICTURE_OF_QUESTION

STANDARD, EASY_READ = "standard", "easy-read"
EIGHT, TWELVE, SIXTEEN, EIGHTEEN = "8-11", "12-15", "16-17", "18-25"
ALL_BANDS = (EIGHT, TWELVE, SIXTEEN, EIGHTEEN)
TWELVE_UP = (TWELVE, SIXTEEN, EIGHTEEN)
SIXTEEN_UP = (SIXTEEN, EIGHTEEN)
ANY_AGE = ("",)  # a consultation, where young people say their own age

NO_NAMES = "A few words is plenty. You don’t need to use names."
AS_MANY = "Tick as many as you like."


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a bank question and whom it is for."""

    key: str
    bands: tuple[str, ...]
    level: str
    question: Question


def options(**labels: str) -> tuple[Option, ...]:
    """``a_bit="A bit"`` becomes the stable id "a-bit"; a trailing underscore frees a Python word."""
    return tuple(Option(name.rstrip("_").replace("_", "-"), label) for name, label in labels.items())


FACE_OF = {
    "a-bit": "bit",
    "partly": "bit",
    "mostly": "yes",
    "sometimes": "bit",
    "not-much": "no",
    "good": "great",
}
"""The pictures are few: an option without its own shows one that means the same."""


def faces(**labels: str) -> tuple[Option, ...]:
    """Options with a face each, always beside the words."""
    return tuple(Option(each.id, each.label, FACE_OF.get(each.id, each.id)) for each in options(**labels))


def scale(*, low: str, middle: str, high: str) -> tuple[Option, ...]:
    """0 to 10 with words at both ends and in the middle."""
    words = {0: f"0 – {low}", 5: f"5 – {middle}", 10: f"10 – {high}"}
    return tuple(Option(str(step), words.get(step, str(step))) for step in range(11))


def single(
    key: str,
    kind: Kind,
    wording: str,
    choices: tuple[Option, ...] = (),
    *,
    help: str = "",
    readers: str = "all",
) -> Question:
    """A screen with one thing to answer; the part carries the question's id and words."""
    return Question(key, (Part(key, kind, wording, choices),), wording, help=help, readers=readers)


def text(key: str, wording: str, *, help: str = NO_NAMES, readers: str = "all") -> Question:
    return single(key, Kind.TEXT, wording, help=help, readers=readers)


def one(key: str, wording: str, choices: tuple[Option, ...], *, help: str = "") -> Question:
    return single(key, Kind.ONE, wording, choices, help=help)


def many(key: str, wording: str, choices: tuple[Option, ...], *, help: str = AS_MANY) -> Question:
    return single(key, Kind.MANY, wording, choices, help=help)


def standard(bands: tuple[str, ...], question: Question) -> Wording:
    return Wording(question.id, bands, STANDARD, question)


def easy(bands: tuple[str, ...], question: Question) -> Wording:
    """Easy Read has a picture beside the words of every choice (domain.md §6)."""
    return Wording(question.id, bands, EASY_READ, _pictured(question))


def _pictured(question: Question) -> Question:
    parts = tuple(replace(part, options=_with_pictures(part)) for part in question.parts)
    return replace(question, parts=parts, symbol=question.symbol or PICTURE_OF_QUESTION.get(question.id, ""))


def _with_pictures(part: Part) -> tuple[Option, ...]:
    """All choices of a part have one, or none has."""
    found = [PICTURE_OF.get(each.id, "") for each in part.options]
    if part.kind not in (Kind.ONE, Kind.MANY) or not all(found):
        return part.options
    return tuple(replace(each, symbol=name) for each, name in zip(part.options, found, strict=True))


def both(bands: tuple[str, ...], question: Question) -> tuple[Wording, Wording]:
    """The standard words are already easy enough."""
    return standard(bands, question), easy(bands, question)
