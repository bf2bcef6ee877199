"""When the card and each of its forms open and close."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from participation.listening.domain.assignments import assign_listeners
from participation.meetings.models import Invitation, Meeting
from surveys.questionnaires.enums import FormKind
from surveys.responses.domain.tickets import WORDS_AFTER_EXPIRY
from surveys.responses.models import TicketForm

CARD_LIVES = dt.timedelta(days=28)
"""After the meeting, at the latest (S2)."""


def card_ends_at(meeting: Meeting) -> dt.datetime:
    return meeting.starts_at + CARD_LIVES


def before_window(meeting: Meeting, *, now: dt.datetime) -> tuple[dt.datetime, dt.datetime] | None:
    """From now until the meeting starts; None when it has started."""
    return (now, meeting.starts_at) if now < meeting.starts_at else None


def after_window(meeting: Meeting) -> tuple[dt.datetime, dt.datetime]:
    return (meeting.starts_at, card_ends_at(meeting))


@transaction.atomic
def move_windows(meeting: Meeting, *, now: dt.datetime) -> None:
    """Cards already given out follow the meeting to its new day; a stopped card stays stopped."""
    for invitation in Invitation.objects.filter(meeting=meeting, ticket__isnull=False).select_related("ticket"):
        ticket = invitation.ticket
        assert ticket is not None  # noqa: S101 (tells the type checker what the filter says)
        ticket.expires_at = card_ends_at(meeting)
        ticket.words_until = timezone.localdate(ticket.expires_at + WORDS_AFTER_EXPIRY)
        ticket.save(update_fields=["expires_at", "words_until"])
        forms = TicketForm.objects.filter(ticket=ticket)
        forms.filter(form=FormKind.BEFORE).update(closes_at=meeting.starts_at)
        opens_at, closes_at = after_window(meeting)
        forms.filter(form=FormKind.AFTER).update(opens_at=opens_at, closes_at=closes_at)
        assign_listeners(ticket, worker=meeting.worker, chair=meeting.chair, meeting_at=meeting.starts_at, now=now)
