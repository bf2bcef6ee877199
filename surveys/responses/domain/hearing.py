"""What a named reader or the meeting may be shown of a response. The caller has checked who asks, and
records it.
"""

import uuid
from dataclasses import dataclass

from django.db.models import Prefetch

from core.languages import english_name
from surveys.questionnaires.schema import Part, Question, Schema
from surveys.responses.domain.languages import ENGLISH
from surveys.responses.enums import AnswerState
from surveys.responses.models import Answer, ChangeRequest, Piece, Response


@dataclass(frozen=True)
class HeardPiece:
    """A drawing or a voice note by its id; it is opened by itself (domain.pieces)."""

    id: uuid.UUID
    kind: str
    seconds: int
    language: str = "en"


@dataclass(frozen=True)
class HeardPart:
    """`labels` in English; `own_labels` as a checked translation words them, where the child chose another language.
    `words` are exactly as the child gave them, in `language`, or empty; nothing a child wrote is ever translated (S17).
    """

    part_id: str
    wording: str
    state: str
    labels: tuple[str, ...] = ()
    own_labels: tuple[str, ...] = ()
    own_language: str = ""
    options: tuple[str, ...] = ()
    words: str = ""
    share: bool = False
    hide_from_parents: bool = False
    may_quote: bool = False
    pieces: tuple[HeardPiece, ...] = ()
    language: str = "en"

    def __repr__(self) -> str:
        return f"HeardPart({self.part_id}, {self.state})"

    @property
    def is_answered(self) -> bool:
        return self.state == AnswerState.ANSWERED

    @property
    def is_in_another_language(self) -> bool:
        return self.language != ENGLISH

    @property
    def language_name(self) -> str:
        return english_name(self.language)


@dataclass(frozen=True)
class HeardQuestion:
    """`readers` is "all" or "chair_only" (S9)."""

    question_id: str
    wording: str
    readers: str
    section: str
    parts: tuple[HeardPart, ...]

    @property
    def is_chair_only(self) -> bool:
        return self.readers == "chair_only"

    @property
    def is_answered(self) -> bool:
        return any(part.is_answered for part in self.parts)


@dataclass(frozen=True)
class HeardChange:
    """A wish to change or take back. It never removes anything by itself (S5)."""

    kind: str
    words: str
    asked_at: object
    language: str = "en"

    def __repr__(self) -> str:
        return f"HeardChange({self.kind})"


def heard_answers(response: Response) -> list[HeardQuestion]:
    """Every question in the order it was asked, with the words opened. Two queries; raises CannotOpen."""
    given = {}
    pieces = Prefetch("pieces", Piece.objects.defer("sealed"))
    for answer in Answer.objects.filter(response=response).select_related("words").prefetch_related(pieces):
        answer.response = response
        given[answer.part_id] = answer
    schema = response.version.schema
    own = schema.in_language(response.language) if response.language in schema.languages else None
    heard = [_heard(question, given, own) for question in schema.questions]
    return [question for question in heard if question.parts]


def _heard(question: Question, given: dict[str, Answer], own: Schema | None) -> HeardQuestion:
    parts = tuple(_heard_part(question, part, given[part.id], own) for part in question.parts if part.id in given)
    return HeardQuestion(question.id, question.wording, question.readers, question.section, parts)


def _heard_part(question: Question, part: Part, answer: Answer, own: Schema | None) -> HeardPart:
    words = getattr(answer, "words", None)
    theirs = _labels_not_in_english(own.part(part.id), answer) if own else ()
    return HeardPart(
        part_id=part.id,
        wording=part.wording or question.wording,
        state=answer.state,
        labels=tuple(part.label_of(option) for option in answer.options),
        own_labels=theirs,
        own_language=answer.response.language if theirs else "",
        options=tuple(answer.options),
        words=words.text.open() if words is not None else "",
        share=answer.share and not question.is_chair_only,
        hide_from_parents=answer.hide_from_parents,
        may_quote=answer.may_quote,
        pieces=tuple(HeardPiece(piece.pk, piece.kind, piece.seconds, piece.language) for piece in answer.pieces.all()),
        language=words.language if words is not None else "en",
    )


def _labels_not_in_english(part: Part, answer: Answer) -> tuple[str, ...]:
    return tuple(each.label for each in part.options if each.id in answer.options and not each.lang)


def heard_changes(response: Response) -> list[HeardChange]:
    """Oldest first."""
    asked = ChangeRequest.objects.filter(response=response).order_by("asked_at")
    return [HeardChange(each.kind, each.words.open(), each.asked_at, each.language) for each in asked]
