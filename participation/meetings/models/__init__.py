"""What a meeting, an invitation and an outcome are."""

from .invitation import AdultDecision, Invitation, Participant
from .meeting import Meeting, MeetingPerson
from .outcome import OutcomeLine
from .visit import VisitTask
from .wording import InviteWording

__all__ = [
    "AdultDecision",
    "Invitation",
    "InviteWording",
    "Meeting",
    "MeetingPerson",
    "OutcomeLine",
    "Participant",
    "VisitTask",
]
