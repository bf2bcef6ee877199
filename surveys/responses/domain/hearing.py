"""What a named reader or the meeting may be shown of a response. The caller has checked who asks, and
records it.
"""

import uuid
from dataclasses import dataclass

from django.db.models import Prefetch

from surveys.questionnaires.schema import Part, Question
from surveys.responses.enums import AnswerState
from surveys.responses.models import Answer, ChangeRequest, Piece, Response


@dataclass(frozen=True)
class HeardPiece:
    """A drawing or a voice note by its id; it is opened by itself (domain.pieces)."""

    id: uuid.UUID
    kind: str
    seconds: int


@dataclass(frozen=True)
class HeardPart:
    """`words` are exactly as the child gave them, or empty."""

    part_id: str
    wording: str
    state: str
    labels: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    words: str = ""
    share: bool = False
    hide_from_parents: bool = False
    may_quote: bool = False
    pieces: tuple[HeardPiece, ...] = ()

    def __repr__(self) -> str:
        return f"HeardPart({self.part_id}, {self.state})"

    @property
    def is_answered(self) -> bool:
        return self.state == AnswerState.ANSWERED


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

    def __repr__(self) -> str:
        return f"HeardChange({self.kind})"


def heard_answers(response: Response) -> list[HeardQuestion]:
    """Every question in the order it was asked, with the words opened. Two queries; raises CannotOpen."""
    given = {}
    pieces = Prefetch("pieces", Piece.objects.defer("sealed"))
    for answer in Answer.objects.filter(response=response).select_related("words").prefetch_related(pieces):
        answer.response = response
        given[answer.part_id] = answer
    heard = [_heard(question, given) for question in response.version.schema.questions]
    return [question for question in heard if question.parts]


def _heard(question: Question, given: dict[str, Answer]) -> HeardQuestion:
    parts = tuple(_heard_part(question, part, given[part.id]) for part in question.parts if part.id in given)
    return HeardQuestion(question.id, question.wording, question.readers, question.section, parts)


def _heard_part(question: Question, part: Part, answer: Answer) -> HeardPart:
    words = getattr(answer, "words", None)
    return HeardPart(
        part_id=part.id,
        wording=part.wording or question.wording,
        state=answer.state,
        labels=tuple(part.label_of(option) for option in answer.options),
        options=tuple(answer.options),
        words=words.text.open() if words is not None else "",
        share=answer.share and not question.is_chair_only,
        hide_from_parents=answer.hide_from_parents,
        may_quote=answer.may_quote,
        pieces=tuple(HeardPiece(piece.pk, piece.kind, piece.seconds) for piece in answer.pieces.all()),
    )


def heard_changes(response: Response) -> list[HeardChange]:
    """Oldest first."""
    asked = ChangeRequest.objects.filter(response=response).order_by("asked_at")
    return [HeardChange(each.kind, each.words.open(), each.asked_at) for each in asked]
