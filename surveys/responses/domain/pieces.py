"""Keeping what was drawn or said with the answer it belongs to, first in the draft and then in what is sent."""

import datetime as dt
import uuid
from collections import defaultdict
from dataclasses import replace

from django.db import transaction

from surveys.questionnaires.schema import Part
from surveys.responses.domain.answers import GivenAnswer
from surveys.responses.domain.drafts import given_so_far, keep_draft_answers
from surveys.responses.domain.made import made_again
from surveys.responses.domain.screens import Screen
from surveys.responses.enums import AnswerState, PieceKind
from surveys.responses.models import Answer, Draft, DraftPiece, Piece, Response, Ticket


def may_be_made(part: Part, ticket: Ticket) -> bool:
    """Where words can be written, on a form with a name: who draws or speaks can be known by it (SUR12)."""
    return part.is_text and not ticket.is_unnamed


@transaction.atomic
def keep_piece(
    draft: Draft,
    part: Part,
    *,
    kind: PieceKind,
    data: bytes,
    position: int,
    language: str = "en",
    now: dt.datetime,
) -> None:
    """Takes the place of an earlier one of its kind. Raises ValidationError in plain words."""
    made = made_again(kind, data)
    before = given_so_far(draft).get(part.id)
    hide = before is not None and before.hide_from_parents  # ticked before they went off to draw or speak
    kept = before if before and before.state == AnswerState.ANSWERED else GivenAnswer(hide_from_parents=hide)
    keep_draft_answers(draft, {part.id: replace(kept, made=True)}, position=position, now=now)
    DraftPiece.objects.filter(draft=draft, part_id=part.id, kind=kind).delete()
    spoken = language if kind == PieceKind.VOICE else "en"
    piece = DraftPiece(draft=draft, part_id=part.id, kind=kind, seconds=made.seconds, language=spoken)
    piece.put(made.data)
    piece.save(force_insert=True)


def kinds_on(draft: Draft, screen: Screen) -> dict[str, set[str]]:
    """Part id → kinds kept so far; never their content."""
    ids = [part.id for question in screen for part in question.parts if part.is_text]
    found: dict[str, set[str]] = defaultdict(set)
    if ids:
        rows = DraftPiece.objects.filter(draft=draft, part_id__in=ids)
        for part_id, kind in rows.values_list("part_id", "kind"):
            found[part_id].add(kind)
    return dict(found)


def send_pieces(response: Response, *, ticket: Ticket, form: str) -> None:
    """From the draft to the answers that were just stored; those of a question not asked any more stay behind."""
    waiting = list(DraftPiece.objects.filter(draft__ticket=ticket, draft__form=form))
    if not waiting:
        return
    answers = {answer.part_id: answer for answer in Answer.objects.filter(response=response)}
    for piece in waiting:
        answer = answers.get(piece.part_id)
        if answer is None or answer.state != AnswerState.ANSWERED:
            continue
        sent = Piece(answer=answer, kind=piece.kind, seconds=piece.seconds, language=piece.language)
        sent.put(piece.open())
        sent.save(force_insert=True)


def piece_of(response: Response, piece_id: uuid.UUID) -> Piece | None:
    """The caller has checked who asks, and records it."""
    return Piece.objects.filter(pk=piece_id, answer__response=response).first()
