"""The first texts of a new house. Running it again changes nothing that an editor has touched."""

import datetime as dt

from participation.meetings.enums import MeetingKind
from participation.meetings.models import InviteWording
from participation.meetings.models.wording import AUDIENCES
from participation.meetings.starter import starter_text


def load_starter(*, now: dt.datetime) -> int:
    """Adds and publishes the texts that are not there yet. Returns how many were added."""
    added = 0
    for kind in MeetingKind.values:
        for audience, _label in AUDIENCES:
            if InviteWording.objects.filter(kind=kind, audience=audience, language="en").exists():
                continue
            wording = InviteWording(kind=kind, audience=audience, live=False, **starter_text(kind, audience))
            wording.save()
            wording.save_revision(clean=False).publish()
            added += 1
    return added
