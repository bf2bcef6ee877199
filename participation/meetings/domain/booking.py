"""Booking, moving and cancelling a meeting; inviting a young person to it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from accounts.models import User
from core import audit
from core.models import Council
from participation.meetings.enums import News, Place
from participation.meetings.models import Invitation, Meeting, MeetingPerson, Participant
from surveys.responses.domain.tickets import new_respondent_key

from .windows import move_windows


@dataclass(frozen=True)
class Person:
    """Somebody who will be there: first name and a `PersonKind` value."""

    first_name: str
    kind: str


@transaction.atomic
def book_meeting(
    *,
    council: Council,
    kind: str,
    starts_at: dt.datetime,
    minutes: int,
    place: str,
    chair: User,
    worker: User,
    now: dt.datetime,
    people: Iterable[Person] = (),
    police_live: bool = False,
    part_without: str = "",
) -> Meeting:
    """A meeting and who will be there. `minutes` is how long it is planned to last."""
    meeting = Meeting.objects.create(
        council=council,
        kind=kind,
        starts_at=starts_at,
        minutes=minutes,
        place=place,
        chair=chair,
        worker=worker,
        police_live=police_live,
        part_without=part_without,
        created_at=now,
    )
    set_people(meeting, people)
    audit.record("meeting.booked", actor=worker, subject=meeting, detail={"kind": kind}, now=now)
    return meeting


def set_people(meeting: Meeting, people: Iterable[Person]) -> None:
    """Exactly these people will be there, in this order."""
    meeting.people.all().delete()
    for position, person in enumerate(people):
        MeetingPerson.objects.create(meeting=meeting, first_name=person.first_name, kind=person.kind, position=position)


@transaction.atomic
def invite(
    meeting: Meeting,
    *,
    band: str,
    now: dt.datetime,
    nickname: str = "",
    participant: Participant | None = None,
    level: str = "standard",
    language: str = "en",
    place: str = Place.COMMUNITY,
    setting_label: str = "",
) -> Invitation:
    """Invites a young person, new (`nickname`) or known (`participant`). Nobody is told yet (S4)."""
    person = participant or Participant.objects.create(
        council=meeting.council,
        worker=meeting.worker,
        nickname=nickname,
        respondent_key=new_respondent_key(),
        created_at=now,
    )
    invitation = Invitation.objects.create(
        meeting=meeting,
        participant=person,
        band=band,
        level=level,
        language=language,
        place=place,
        setting_label=setting_label,
        created_at=now,
    )
    audit.record("invitation.made", actor=meeting.worker, subject=invitation, detail={}, now=now)
    return invitation


@transaction.atomic
def move_meeting(
    meeting: Meeting,
    *,
    starts_at: dt.datetime,
    by: User,
    now: dt.datetime,
    minutes: int | None = None,
    place: str | None = None,
) -> None:
    """A new time or place. It stays on the worker's list until each young person was told in person (S1)."""
    meeting.starts_at, meeting.news = starts_at, News.MOVED
    meeting.minutes = meeting.minutes if minutes is None else minutes
    if place is not None:
        meeting.place = place
    meeting.save()
    move_windows(meeting, now=now)
    _has_news(meeting, by=by, now=now)


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, by: User, now: dt.datetime) -> None:
    meeting.news = News.CANCELLED
    meeting.save()
    _has_news(meeting, by=by, now=now)


def _has_news(meeting: Meeting, *, by: User, now: dt.datetime) -> None:
    meeting.invitations.exclude(ticket=None, was_given="").update(needs_telling=True, news_told_at=None)
    audit.record(f"meeting.{meeting.news}", actor=by, subject=meeting, detail={}, now=now)


def told_the_news(invitation: Invitation, *, by: User, now: dt.datetime) -> None:
    """Ticked by the worker: the young person was told in person of the move or cancellation (S1)."""
    invitation.needs_telling, invitation.news_told_at = False, now
    invitation.save()
    audit.record("invitation.news_told", actor=by, subject=invitation, detail={}, now=now)


def mark_held(meeting: Meeting, *, by: User, now: dt.datetime) -> None:
    meeting.held_at = now
    meeting.save()
    audit.record("meeting.held", actor=by, subject=meeting, detail={}, now=now)


def people_known_to(worker: User) -> list[Any]:
    """(id, nickname) of the young people this worker invited before, newest first."""
    return [(str(row.pk), row.nickname.open()) for row in Participant.objects.filter(worker=worker)[:200]]
