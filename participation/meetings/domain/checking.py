"""Whether anybody asked the young person, alone, if these are their words (S3)."""

import datetime as dt

from accounts.models import User
from core import audit
from surveys.responses.models import Response


def they_are_theirs(response: Response, *, by: User, now: dt.datetime) -> None:
    """The worker asked in person and the young person said yes. Changes nothing in what was said."""
    response.not_checked = False
    response.save(update_fields=["not_checked"])
    audit.record("response.checked_alone", actor=by, subject=response, detail={}, now=now)
