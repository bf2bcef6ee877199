"""A person has read it."""

import datetime as dt

from django.db import transaction

from accounts.models import User
from core import audit
from participation.listening.domain.walls import can_read
from participation.listening.models import Reading
from surveys.responses.models import ChangeRequest, Response


class NotForYou(Exception):
    """This person may not see this row; the page says it does not exist."""


def open_to_read(response: Response, *, by: User, now: dt.datetime) -> None:
    """Before any word is shown: checks the wall, writes the read log (SAF8). Raises NotForYou."""
    if not can_read(by, response, now=now):
        raise NotForYou
    audit.record("response.read", actor=by, subject=response, detail={}, now=now)


@transaction.atomic
def mark_read(response: Response, *, by: User, now: dt.datetime) -> Reading:
    """ "I have read this". Twice, or two people at once, is fine. Raises NotForYou."""
    if not can_read(by, response, now=now):
        raise NotForYou
    reading, new = Reading.objects.get_or_create(response=response, reader=by, defaults={"read_at": now})
    asked = ChangeRequest.objects.filter(response=response, seen_at__isnull=True)
    seen = asked.update(seen_at=now, seen_by=by)
    if new or seen:
        audit.record("response.marked_read", actor=by, subject=response, detail={"requests": seen}, now=now)
    return reading
