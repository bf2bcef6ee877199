"""How the young person takes part, and whether they want an advocate. Kept once, on the invitation (D12)."""

import datetime as dt
from collections.abc import Iterable

from accounts.models import User
from core import audit
from core.mail import send_neutral
from participation.listening.domain.assignments import is_kept_from
from participation.listening.domain.telling import duty_for
from participation.meetings.enums import TakePart, WantsAdvocate
from participation.meetings.models import Invitation
from surveys.responses.domain.tickets import record_participation


def choose_how(invitation: Invitation, *, choices: Iterable[str], now: dt.datetime, speaker: str = "") -> None:
    """Replaces what they chose before. `speaker` says who would speak for them, in their words."""
    chosen = set(choices)
    invitation.take_part = [value for value in TakePart.values if value in chosen]
    invitation.take_part_at = now
    invitation.speaker = speaker if TakePart.SPEAKER in chosen else ""
    invitation.save()
    audit.record("invitation.take_part", subject=invitation, detail={}, now=now)


def want_advocate(invitation: Invitation, *, answer: str, now: dt.datetime) -> None:
    """The worker gets a neutral message when someone has to be found (no name, no answer in it)."""
    was = invitation.advocate_wanted
    invitation.advocate_wanted = WantsAdvocate(answer).value
    invitation.advocate_asked_at = now
    if was != answer:
        invitation.advocate_told_at = None
    invitation.save()
    audit.record("invitation.advocate", subject=invitation, detail={}, now=now)
    if answer in (WantsAdvocate.YES, WantsAdvocate.TELL_ME) and was != answer:
        send_neutral(to=[user.email for user in people_to_tell(invitation, now=now)], now=now)


def advocate_is_found(invitation: Invitation, *, by: User, now: dt.datetime) -> None:
    """The worker asked the advocacy service (or gave the young person the facts they wanted)."""
    invitation.advocate_told_at = now
    invitation.save()
    audit.record("invitation.advocate_asked_for", actor=by, subject=invitation, detail={}, now=now)


def record_took_part(invitation: Invitation, *, how: str, by: User, now: dt.datetime) -> None:
    """After the meeting: how they took part in the end. Counting reads it on the ticket (D1)."""
    invitation.took_part_as = TakePart(how).value
    invitation.save()
    if invitation.ticket is not None:
        record_participation(invitation.ticket, took_part_as=invitation.took_part_as)
    audit.record("invitation.took_part", actor=by, subject=invitation, detail={"how": how}, now=now)


def people_to_tell(invitation: Invitation, *, now: dt.datetime) -> list[User]:
    """The worker, unless the young person said not them (S10): then whoever is on duty."""
    worker = invitation.meeting.worker
    return duty_for(invitation.ticket, now=now) if is_kept_from(worker, invitation.ticket) else [worker]
