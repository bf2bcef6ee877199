"""Making the card. The code exists once, on the page that is printed, and nowhere else (S1)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from accounts.models import User
from core import audit
from participation.listening.domain.assignments import assign_listeners
from participation.meetings.enums import Place
from participation.meetings.models import Invitation
from surveys.questionnaires.enums import FormKind
from surveys.responses.domain.tickets import (
    FormWindow,
    Issued,
    issue_ticket,
    reissue_code,
    revoke,
    set_agreed_word,
)
from surveys.responses.enums import TicketKind

from .questions import choose_questionnaires
from .telling import reasons_to_wait
from .windows import after_window, before_window, card_ends_at

RIGHTS_CARD, CODE_CARD = "rights card", "card"


class NotReady(Exception):
    """The gate is not passed. `reasons` are plain sentences without names."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


class AlreadyMade(Exception):
    """A card was made since this page was opened; its code cannot be shown twice."""


@dataclass(frozen=True)
class MadeCard:
    """What is printed. `code` is empty on a rights card (S20)."""

    code: str
    ends_at: dt.datetime


@transaction.atomic
def make_card(
    invitation: Invitation,
    *,
    by: User,
    card_number: int,
    now: dt.datetime,
    agreed_word: str = "",
    behind: Iterable[str] = (),
    code: str | None = None,
) -> MadeCard:
    """The first card. `card_number` is how many had been made when the worker opened the page.

    Raises NotReady, AlreadyMade. `code` is only for worlds that must come out the same each time.
    """
    locked = _locked(invitation, card_number=card_number)
    reasons = reasons_to_wait(locked) + _reasons_of_time(locked, now=now) + _reasons_of_word(agreed_word, behind)
    if reasons:
        raise NotReady(reasons)
    if locked.place == Place.CUSTODY:
        return _rights_card(locked, by=by, now=now)
    locked.behind = list(behind) if agreed_word else []
    issued = _issue(locked, agreed_word=agreed_word, code=code, now=now)
    locked.ticket = issued.ticket
    return _given(locked, invitation, code=issued.code, kind=CODE_CARD, by=by, now=now)


def _issue(locked: Invitation, *, agreed_word: str, code: str | None, now: dt.datetime) -> Issued:
    """The ticket with its forms, and who reads what is sent with it."""
    issued = issue_ticket(
        council=locked.meeting.council,
        kind=TicketKind.MEETING,
        band=locked.band,
        level=locked.level,
        language=locked.language,
        expires_at=card_ends_at(locked.meeting),
        forms=_form_windows(locked, now=now),
        respondent_key=locked.participant.respondent_key,
        setting_label=locked.setting_label,
        agreed_word=agreed_word,
        code=code,
        now=now,
    )
    assign_listeners(
        issued.ticket,
        worker=locked.meeting.worker,
        chair=locked.meeting.chair,
        meeting_at=locked.meeting.starts_at,
        now=now,
    )
    return issued


@transaction.atomic
def make_new_code(
    invitation: Invitation, *, by: User, card_number: int, now: dt.datetime, code: str | None = None
) -> MadeCard:
    """A new code for the same card; the old one stops. Nothing is read. Raises NotReady, AlreadyMade."""
    locked = _locked(invitation, card_number=card_number, again=True)
    reasons = reasons_to_wait(locked) + _reasons_of_time(locked, now=now)
    if locked.ticket is None or reasons:
        raise NotReady(reasons or ["There is no card yet."])
    fresh = reissue_code(locked.ticket, by=by, now=now, code=code)
    return _given(locked, invitation, code=fresh, kind=CODE_CARD, by=by, now=now)


def change_agreed_word(invitation: Invitation, *, word: str, behind: Iterable[str], by: User, now: dt.datetime) -> None:
    """Chosen anew with the young person; an empty word closes what stood behind it. Raises NotReady."""
    if invitation.ticket is None:
        raise NotReady(["There is no card yet."])
    reasons = _reasons_of_word(word, behind)
    if reasons:
        raise NotReady(reasons)
    with transaction.atomic():
        set_agreed_word(invitation.ticket, word)
        invitation.behind = list(behind) if word else []
        invitation.save()
        audit.record("card.word_changed", actor=by, subject=invitation, detail={}, now=now)


def stop_card(invitation: Invitation, *, by: User, now: dt.datetime) -> None:
    """Only ever a worker's decision (S3)."""
    if invitation.ticket is not None:
        revoke(invitation.ticket, by=by, now=now)
        audit.record("card.stopped", actor=by, subject=invitation, detail={}, now=now)


def _locked(invitation: Invitation, *, card_number: int, again: bool = False) -> Invitation:
    locked = (
        Invitation.objects.select_for_update(of=("self",))
        .select_related("meeting", "meeting__council", "meeting__worker", "meeting__chair", "participant")
        .get(pk=invitation.pk)
    )
    if locked.cards_made != card_number or (locked.ticket_id is not None and not again):
        raise AlreadyMade
    return locked


def _reasons_of_time(invitation: Invitation, *, now: dt.datetime) -> list[str]:
    is_over = now >= card_ends_at(invitation.meeting)
    return ["It is more than 28 days since the meeting."] if is_over else []


def _reasons_of_word(agreed_word: str, behind: Iterable[str]) -> list[str]:
    if any(behind) and not agreed_word:
        return ["Choose a word with them, or put nothing behind it."]
    return []


def _form_windows(invitation: Invitation, *, now: dt.datetime) -> list[FormWindow]:
    chosen = choose_questionnaires(invitation)
    times = before_window(invitation.meeting, now=now)
    windows = []
    if chosen.before is not None and times is not None:
        windows.append(FormWindow(FormKind.BEFORE, chosen.before, *times))
    if chosen.after is not None:
        windows.append(FormWindow(FormKind.AFTER, chosen.after, *after_window(invitation.meeting)))
    return windows


def _rights_card(locked: Invitation, *, by: User, now: dt.datetime) -> MadeCard:
    return _given(locked, locked, code="", kind=RIGHTS_CARD, by=by, now=now)


def _given(locked: Invitation, shown: Invitation, *, code: str, kind: str, by: User, now: dt.datetime) -> MadeCard:
    locked.cards_made += 1
    locked.was_given = kind
    locked.save()
    shown.refresh_from_db()
    audit.record("card.made", actor=by, subject=locked, detail={"number": locked.cards_made}, now=now)
    return MadeCard(code=code, ends_at=card_ends_at(locked.meeting))
