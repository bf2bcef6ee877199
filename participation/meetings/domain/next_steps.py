"""What my page offers next. It names no day, place or person: it is seen without the agreed word (S2)."""

import datetime as dt

from django.utils.translation import gettext as _

from participation.meetings.models import Invitation
from surveys.responses.registry import NextStep


def steps_of(invitation: Invitation, *, now: dt.datetime) -> list[NextStep]:
    steps = [
        NextStep(_("What it is about"), _("Read it first. You can ask us anything."), "invite", comes_before=True),
        NextStep(
            _("How I take part"),
            _("Come, send words, have someone speak for you, or not this time."),
            "take_part",
            done=invitation.take_part_at is not None,
        ),
        NextStep(
            _("Someone on my side"),
            _("An advocate helps you say what you want."),
            "advocate",
        ),
        NextStep(_("What came of it"), _after_text(invitation), "outcome"),
    ]
    return steps


def _after_text(invitation: Invitation) -> str:
    name = invitation.meeting.worker.first_name
    return _("%(name)s tells you what people did about what you said.") % {"name": name}
