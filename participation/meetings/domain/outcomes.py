"""What came of the meeting: told in person first, then only the lines the chair marked (S12)."""

import datetime as dt
import re
from dataclasses import dataclass

from django.db import transaction

from accounts.models import User
from core import audit
from core.working_days import LONDON
from participation.meetings.enums import Behind, LineKind
from participation.meetings.models import Invitation, OutcomeLine
from surveys.responses.domain.tickets import record_participation

from .agreed_word import shows

NUMBERS = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\d[\d ]{8,}\d", re.IGNORECASE)
"""A postcode or a telephone number."""
POLICE = re.compile(r"\b(police|officers?|arrest\w*|charged?|detectives?)\b", re.IGNORECASE)


class NotSafeToShow(Exception):
    """Why a line can only be said in person; `reason` quotes nothing."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NotTheChair(Exception):
    """Only the person who runs the meeting says what is safe if someone else reads it."""


@dataclass(frozen=True)
class ShownLine:
    kind: str
    heading: str
    text: str


@dataclass(frozen=True)
class WhatCameOfIt:
    """`lines` are safe lines; `has_more` is said as "a part we can't tell you yet", never what it is."""

    lines: list[ShownLine]
    has_more: bool
    told_on: dt.date | None


def write_line(invitation: Invitation, *, kind: str, text: str, by: User, now: dt.datetime) -> OutcomeLine:
    """A new line, at the end, shown to nobody but staff until the chair marks it."""
    position = invitation.outcome_lines.count()
    line = OutcomeLine.objects.create(
        invitation=invitation, kind=LineKind(kind).value, text=text, position=position, written_at=now
    )
    audit.record("outcome.written", actor=by, subject=invitation, detail={"line": str(line.pk)}, now=now)
    return line


def remove_line(line: OutcomeLine, *, by: User, now: dt.datetime) -> None:
    audit.record("outcome.removed", actor=by, subject=line.invitation, detail={"line": str(line.pk)}, now=now)
    line.delete()


def mark_safe_if_read(line: OutcomeLine, *, by: User, now: dt.datetime, is_safe: bool = True) -> None:
    """The chair's mark. Raises NotTheChair, NotSafeToShow."""
    if by.pk != line.invitation.meeting.chair_id:
        raise NotTheChair
    if is_safe:
        check_safe_to_show(line)
    line.safe_if_read, line.marked_by = is_safe, by
    line.save()
    audit.record(
        "outcome.marked",
        actor=by,
        subject=line.invitation,
        detail={"line": str(line.pk), "safe": is_safe},
        now=now,
    )


def check_safe_to_show(line: OutcomeLine) -> None:
    """No third person, place, number or police action: a machine sees the plain ones, the chair the rest."""
    text = line.text.open()
    meeting = line.invitation.meeting
    if NUMBERS.search(text):
        raise NotSafeToShow("It holds a telephone number or a postcode.")
    if POLICE.search(text):
        raise NotSafeToShow("It says what the police do.")
    if _mentions(text, meeting.place.open()):
        raise NotSafeToShow("It says where the meeting was.")
    own = {meeting.worker.first_name.casefold(), meeting.chair.first_name.casefold()}
    names = [person.first_name.open() for person in meeting.people.all()]
    if any(name.casefold() not in own and _mentions(text, name) for name in names):
        raise NotSafeToShow("It names someone else who was there.")


def told_in_person(invitation: Invitation, *, told_by: str, at: dt.datetime, by: User, now: dt.datetime) -> None:
    """Who told them, and when. Only from then on can the card show anything."""
    with transaction.atomic():
        invitation.told_in_person_at, invitation.told_by = at, told_by
        invitation.save()
        if invitation.ticket is not None:
            record_participation(invitation.ticket, told_back_on=at.astimezone(LONDON).date())
        audit.record("outcome.told_in_person", actor=by, subject=invitation, detail={}, now=now)


def what_came_of_it(invitation: Invitation, *, opened: bool) -> WhatCameOfIt | None:
    """For the child: None until they were told in person, and without the agreed word."""
    if invitation.told_in_person_at is None or not shows(invitation, Behind.OUTCOME, opened=opened):
        return None
    lines = list(invitation.outcome_lines.all())
    safe = [line for line in lines if line.safe_if_read and line.kind != LineKind.NOT_YET]
    return WhatCameOfIt(
        lines=[ShownLine(line.kind, str(line.get_kind_display()), line.text.open()) for line in safe],
        has_more=len(safe) < len(lines),
        told_on=invitation.told_in_person_at.astimezone(LONDON).date(),
    )


def _mentions(text: str, name: str) -> bool:
    """Whether the whole words of `name` stand in the text, whatever the case."""
    words = name.split()
    if not words:
        return False
    pattern = r"(?<!\w)" + r"\s+".join(re.escape(word) for word in words) + r"(?!\w)"
    return re.search(pattern, text, re.IGNORECASE) is not None
