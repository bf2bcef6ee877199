"""Names, places and replies go 90 days after the meeting (D5), never before the words they belong to."""

import datetime as dt

from django.db import transaction
from django.db.models import QuerySet

from core import audit
from participation.meetings.models import Invitation, Meeting, Participant

KEPT = dt.timedelta(days=90)


def due_invitations(*, now: dt.datetime) -> QuerySet[Invitation]:
    """Past their day, with no words still kept for the record or held, and no alert that needs them (S19)."""
    past = Invitation.objects.filter(meeting__starts_at__lt=now - KEPT, needs_telling=False)
    return past.exclude(ticket__responses__isnull=False).exclude(ticket__alerts__isnull=False)


def forget_old_meetings(*, now: dt.datetime, dry_run: bool = False) -> int:
    """Deletes what is past its day and what nothing refers to any more. Returns how many invitations went.

    The ticket stays: it holds no name, and the year's count reads how a person took part (D1).
    """
    going = list(due_invitations(now=now).values_list("pk", flat=True))
    if dry_run:
        return len(going)
    with transaction.atomic():
        Invitation.objects.filter(pk__in=going).delete()
        Meeting.objects.filter(starts_at__lt=now - KEPT, invitations=None).delete()
        Participant.objects.filter(invitations=None, created_at__lt=now - KEPT).delete()
        audit.record("meetings.forgotten", detail={"invitations": len(going)}, now=now)
    return len(going)
