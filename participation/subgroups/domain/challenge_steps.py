"""The one way from one state of a question to the next: under a lock, in the order of MOVES, with a step added."""

import uuid
from datetime import datetime

from django.db.models import Max
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from participation.subgroups.enums import MOVES, ChallengeState
from participation.subgroups.enums import ChallengeStepKind as Step
from participation.subgroups.models import Challenge, ChallengeStep


class ChallengeRefused(Exception):
    """`reason` says in plain words why not, and what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__("A question could not be changed so.")
        self.reason = reason


class ChallengeChanged(ChallengeRefused):
    """Somebody else was first; nothing was overwritten."""

    def __init__(self) -> None:
        super().__init__(_("Somebody else changed this just now. Look at it again. Nothing was lost."))


def locked(pk: uuid.UUID, *, version: int | None = None) -> Challenge:
    row = Challenge.objects.select_for_update(of=("self",)).select_related("subgroup", "writer", "answerer").get(pk=pk)
    if version is not None and row.version != version:
        raise ChallengeChanged
    return row


def move(row: Challenge, step: Step, *, by: User | None, now: datetime) -> None:
    """The only way from one state to another. Raises ChallengeChanged for a step that cannot be taken now."""
    allowed, leads_to = MOVES[step]
    if row.state not in allowed:
        raise ChallengeChanged
    row.state, row.version = leads_to or ChallengeState(row.state), row.version + 1
    row.save()
    add_step(row, step, by=by, now=now)


def add_step(row: Challenge, step: Step, *, by: User | None, now: datetime) -> None:
    number = (row.steps.aggregate(last=Max("number"))["last"] or 0) + 1
    ChallengeStep.objects.create(challenge=row, number=number, kind=step, by=by, at=now)
    audit.record(f"challenge.{step}", actor=by, subject=row, detail={"number": number}, now=now)
