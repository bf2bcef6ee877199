"""What stands behind the agreed word, and for how long it stays open (S2)."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils.crypto import constant_time_compare, salted_hmac

from core.misses import count_miss, is_slowed
from participation.meetings.enums import Behind
from participation.meetings.models import Invitation
from surveys.responses.domain.tickets import agreed_word_matches

from .windows import card_ends_at

STAYS_OPEN = dt.timedelta(minutes=10)
"""As long as words stay uncovered on an idle screen (D21)."""

MISSES = "agreed_word"


@dataclass(frozen=True)
class Try:
    """How a try went. `is_slowed`: not judged now, try again in a few minutes; nobody is locked out (S3)."""

    is_right: bool
    is_slowed: bool = False


def try_word(invitation: Invitation, word: str, *, now: dt.datetime) -> Try:
    """Judges one try. Misses are counted for the card; only the word waits, the rest of the card goes on."""
    source = f"{MISSES}:{invitation.ticket_id}"
    if is_slowed(MISSES, source, now=now):
        return Try(is_right=False, is_slowed=True)
    assert invitation.ticket is not None  # noqa: S101 (a child's page always has a ticket)
    if agreed_word_matches(invitation.ticket, word, now=now):
        return Try(is_right=True)
    count_miss(MISSES, source, now=now)
    return Try(is_right=False)


def pass_for(invitation: Invitation, *, now: dt.datetime) -> dict[str, Any]:
    """What the child's session keeps: which card, until when, and a mark that dies with a changed word."""
    return {
        "ticket": str(invitation.ticket_id),
        "mark": _mark(invitation),
        "until": (now + STAYS_OPEN).timestamp(),
    }


def is_open(invitation: Invitation, kept: object, *, now: dt.datetime) -> bool:
    """Whether this sitting may see what stands behind the word now."""
    if not invitation.behind or not isinstance(kept, dict) or not _has_word(invitation):
        return False
    if now >= card_ends_at(invitation.meeting) or now.timestamp() >= float(kept.get("until", 0)):
        return False
    same_card = kept.get("ticket") == str(invitation.ticket_id)
    return same_card and constant_time_compare(str(kept.get("mark", "")), _mark(invitation))


def shows(invitation: Invitation, what: Behind, *, opened: bool) -> bool:
    """Whether one of the things behind the word is shown. Nothing is without the word, nor unless chosen."""
    return opened and what.value in invitation.behind


def _has_word(invitation: Invitation) -> bool:
    return invitation.ticket is not None and bool(invitation.ticket.agreed_word_digest)


def _mark(invitation: Invitation) -> str:
    digest = invitation.ticket.agreed_word_digest if invitation.ticket is not None else ""
    return salted_hmac("meetings.agreed_word", digest, algorithm="sha256").hexdigest()
