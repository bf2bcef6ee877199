"""The life of a question to the group: which states it has, and what brings it from one to the next."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ChallengeState(models.TextChoices):
    NEW = "new", _("Waits to be read")
    HELD = "held", _("Read, not on the log yet")
    OPEN = "open", _("Waits for an answer")
    ANSWERED = "answered", _("Answered")
    WITHDRAWN = "withdrawn", _("Taken back")

    @classmethod
    def owed(cls) -> tuple["ChallengeState", ...]:
        """The states in which somebody still owes an answer: the clock never waits for the adults' reading."""
        return (cls.NEW, cls.HELD, cls.OPEN)


class ChallengeStepKind(models.TextChoices):
    ASKED = "asked", _("Asked")
    READ = "read", _("Read")
    PUT_ON = "put_on", _("Put on the log")
    WORRIED = "worried", _("A reader was worried")
    PASSED_ON = "passed_on", _("The people who keep young people safe were told")
    NAMED = "named", _("Somebody was named to answer")
    ANSWERED = "answered", _("Answered")
    TOLD = "told", _("The young member was told the answer")
    REOPENED = "reopened", _("Opened again: this does not answer it")
    WITHDRAWN = "withdrawn", _("Taken back by the person who asked")
    LATE_READING = "late_reading", _("Not read in time: more people were told")
    OVERDUE = "overdue", _("Not answered in time: a reminder was sent")


NEW, HELD, OPEN, ANSWERED = (
    ChallengeState.NEW,
    ChallengeState.HELD,
    ChallengeState.OPEN,
    ChallengeState.ANSWERED,
)
# step → the states it may be taken in, and where it leads (None: it stays where it is)
MOVES: dict[ChallengeStepKind, tuple[tuple[ChallengeState, ...], ChallengeState | None]] = {
    ChallengeStepKind.READ: ((NEW,), HELD),
    ChallengeStepKind.PUT_ON: ((HELD,), OPEN),
    ChallengeStepKind.WORRIED: ((NEW, HELD, OPEN, ANSWERED), None),
    ChallengeStepKind.PASSED_ON: (tuple(ChallengeState), None),
    ChallengeStepKind.NAMED: ((NEW, HELD, OPEN), None),
    ChallengeStepKind.ANSWERED: ((OPEN,), ANSWERED),
    ChallengeStepKind.TOLD: ((ANSWERED,), None),
    ChallengeStepKind.REOPENED: ((ANSWERED,), NEW),
    ChallengeStepKind.WITHDRAWN: ((NEW, HELD, OPEN, ANSWERED), ChallengeState.WITHDRAWN),
    ChallengeStepKind.LATE_READING: ((NEW,), None),
    ChallengeStepKind.OVERDUE: ((NEW, HELD, OPEN), None),
}
