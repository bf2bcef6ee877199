"""The safe-to-tell gate: nobody gets a card before these things are decided by a named person (S4)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from accounts.models import User
from core import audit
from participation.meetings.enums import Decision, SafeToTell
from participation.meetings.models import AdultDecision, Invitation


@dataclass(frozen=True)
class AdultChoice:
    """One adult around the child: an `AdultKind`, what the worker calls them, a `Decision`."""

    kind: str
    who: str
    decision: str


@dataclass(frozen=True)
class Telling:
    """What the worker decided, as typed. `review_on` is when a "not yet" is looked at again."""

    safe: str
    decided_by: str
    review_on: dt.date | None = None
    reason: str = ""
    how: str = ""
    where: str = ""
    by_whom: str = ""


@transaction.atomic
def decide_telling(
    invitation: Invitation, *, telling: Telling, adults: Iterable[AdultChoice], by: User, now: dt.datetime
) -> None:
    """Stores the decision and who made it; what was decided about each adult is replaced as a whole."""
    invitation.safe_to_tell = telling.safe
    invitation.safe_decided_by = telling.decided_by
    invitation.safe_decided_at = now
    invitation.safe_review_on = telling.review_on
    invitation.safe_reason = telling.reason
    invitation.handed_over_how = telling.how
    invitation.handed_over_where = telling.where
    invitation.handed_over_by = telling.by_whom
    invitation.save()
    invitation.adults.all().delete()
    for adult in adults:
        AdultDecision.objects.create(invitation=invitation, kind=adult.kind, who=adult.who, decision=adult.decision)
    audit.record("invitation.telling", actor=by, subject=invitation, detail={"safe": telling.safe}, now=now)


def reasons_to_wait(invitation: Invitation) -> list[str]:
    """Why no card can be made yet, in plain words; empty when it can."""
    meeting = invitation.meeting
    missing = [
        (invitation.safe_to_tell == "", "Nobody has decided yet whether it is safe to tell them."),
        (invitation.safe_to_tell == SafeToTell.NOT_YET, "The decision is: not yet."),
        (not invitation.safe_decided_by, "Say who decided."),
        (not invitation.handed_over_how, "Say how they will get the card."),
        (not invitation.handed_over_where, "Say where they will get the card."),
        (not invitation.handed_over_by, "Say who will give it to them."),
        (meeting.is_cancelled, "This meeting is not happening."),
    ]
    return [reason for is_missing, reason in missing if is_missing]


def to_look_at_again(invitation: Invitation, *, today: dt.date) -> bool:
    """A "not yet" whose review day has come."""
    review_on = invitation.safe_review_on
    return invitation.safe_to_tell == SafeToTell.NOT_YET and review_on is not None and review_on <= today


def leaflet_for(invitation: Invitation) -> list[str]:
    """The adults who are given the leaflet for parents and carers. Held and never are not spoken of (S4)."""
    given = invitation.adults.filter(decision=Decision.SEND)
    return [adult.who.open() or str(adult.get_kind_display()) for adult in given]
