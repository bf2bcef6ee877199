"""The two statements: what only the chair reads, and what the young person ticked for everyone (S9)."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from participation.listening.shown import shown_words
from participation.meetings.models import Invitation
from surveys.questionnaires.enums import FormKind
from surveys.responses.domain.hearing import HeardPart, HeardQuestion, heard_answers
from surveys.responses.enums import Share
from surveys.responses.models import Response


@dataclass(frozen=True)
class Said:
    """One question and what they said to it, as said; signs that cannot be seen are made visible."""

    wording: str
    parts: tuple[HeardPart, ...]

    def __repr__(self) -> str:
        return f"Said({len(self.parts)} parts)"


@dataclass(frozen=True)
class ForTheChair:
    """Screen only. Never on paper, in a file or a mail."""

    only_you: list[Said]
    not_their_parents: list[Said]
    not_to_say: list[Said]
    was_watched: bool
    take_back_asked: bool
    not_checked: bool
    is_doubted: bool
    shares_nothing: bool


@dataclass(frozen=True)
class Statement:
    """`shareable` holds what was ticked, and nothing else."""

    response: Response
    for_the_chair: ForTheChair
    shareable: list[Said]


def response_of(invitation: Invitation) -> Response | None:
    """What they sent before the meeting, if they sent it."""
    if invitation.ticket_id is None:
        return None
    found = Response.objects.filter(ticket_id=invitation.ticket_id, form=FormKind.BEFORE)
    return found.select_related("version", "ticket").first()


def split_statement(response: Response) -> Statement:
    """Opens the words. The caller has checked who asks and has written the read log."""
    heard = [question for question in heard_answers(response) if question.is_answered]
    return Statement(
        response=response,
        for_the_chair=_for_the_chair(response, heard),
        shareable=_picked(heard, lambda question, part: may_be_said(response, question, part)),
    )


def may_be_said(response: Response, question: HeardQuestion, part: HeardPart) -> bool:
    """In front of everyone: theirs, chosen at review, ticked, and nothing a parent at the table may not hear."""
    return (
        response.doubted_at is None
        and response.share == Share.PEOPLE
        and part.share
        and part.is_answered
        and not question.is_chair_only
        and not part.hide_from_parents
    )


def _for_the_chair(response: Response, heard: list[HeardQuestion]) -> ForTheChair:
    return ForTheChair(
        only_you=_picked(heard, lambda question, part: question.is_chair_only),
        not_their_parents=_picked(heard, lambda question, part: part.hide_from_parents and not question.is_chair_only),
        not_to_say=_picked(
            heard,
            lambda question, part: (
                not question.is_chair_only and not part.hide_from_parents and not may_be_said(response, question, part)
            ),
        ),
        was_watched=response.was_watched == "yes",
        take_back_asked=response.take_back_asked_at is not None,
        not_checked=response.not_checked,
        is_doubted=response.doubted_at is not None,
        shares_nothing=response.share == Share.JUST,
    )


def _shown(part: HeardPart) -> HeardPart:
    """On screen and on paper: unable to dress up as something else (AC-17)."""
    return replace(part, words=shown_words(part.words))


def _picked(heard: list[HeardQuestion], wanted: Callable[[HeardQuestion, HeardPart], bool]) -> list[Said]:
    said = []
    for question in heard:
        parts = tuple(_shown(part) for part in question.parts if part.is_answered and wanted(question, part))
        if parts:
            said.append(Said(question.wording, parts))
    return said
