"""The few words that listening sorts things by."""

from enum import Enum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Part(models.TextChoices):
    """What a named person does with a ticket's answers."""

    READS = "reads", "reads the words"
    RUNS = "runs", "runs the meeting"


class Access(Enum):
    """What a person may do with one response now. `TELL_FIRST`: read it once the young person knows their name (S7)."""

    NONE = "none"
    TELL_FIRST = "tell-first"
    READ = "read"


class Source(models.TextChoices):
    """Where an alert came from."""

    CARD = "card", "A young person, with their card"
    NO_CARD = "no-card", "A young person, without a card"
    READER = "reader", "A reader is worried"
    DRILL = "drill", "A drill"


class Urgency(models.TextChoices):
    TALK = "talk", "Wants to talk"
    CONCERN = "concern", "Someone may get hurt"
    NOT_SAFE_NOW = "not-safe-now", "Not safe now"


class Route(models.TextChoices):
    """Who the young person wants to hear it."""

    WORKER = "worker", "the named worker"
    SOMEONE_ELSE = "someone-else", "someone else in the team"
    NOT_THEM = "not-them", "not them: kept from the people they named"


class StepKind(models.TextChoices):
    """The life of an alert. It ends only with an action, who was told, and the young person told."""

    RAISED = "raised", "Raised"
    DELIVERED = "delivered", "Delivered"
    ACKNOWLEDGED = "acknowledged", "Acknowledged"
    ASSESSED = "assessed", "Assessed"
    ACTION = "action", "Action recorded"
    CHILD_TOLD = "child-told", "Young person told, or why not"
    CLOSED = "closed", "Closed"
    TO_MANAGER = "to-manager", "Passed to the team manager"
    TO_LEAD = "to-lead", "Passed to the safeguarding lead"


ONCE_ONLY = (
    StepKind.RAISED,
    StepKind.DELIVERED,
    StepKind.ACKNOWLEDGED,
    StepKind.CLOSED,
    StepKind.TO_MANAGER,
    StepKind.TO_LEAD,
)
STATES = (
    StepKind.RAISED,
    StepKind.DELIVERED,
    StepKind.ACKNOWLEDGED,
    StepKind.ASSESSED,
    StepKind.ACTION,
    StepKind.CHILD_TOLD,
    StepKind.CLOSED,
)


class NudgeKind(models.TextChoices):
    """A neutral mail about one response; each is sent once."""

    SENT = "sent", "Someone sent an answer"
    LATE = "late", "It came after the last reading time: the chair is told"
    OVERDUE = "overdue", "Not read by its time: the safeguarding lead is told"
    NOBODY_LEFT = "nobody-left", "Nobody whom the young person was told about can read it"
    STILL_OVERDUE = "still-overdue", "Not read 24 working hours after it was sent"


class Gender(models.TextChoices):
    """Of an interpreter, where a young person wants to choose."""

    WOMAN = "woman", _("A woman")
    MAN = "man", _("A man")
