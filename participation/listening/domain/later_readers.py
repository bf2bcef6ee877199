"""Readers whom the young person did not know of at Send: first the name, then the words (S7)."""

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.models import User
from core import audit
from participation.listening.domain.readings import NotForYou
from participation.listening.domain.walls import access_to
from participation.listening.enums import Access, Part
from participation.listening.models import LaterReader, Listener, NotThem
from participation.listening.permissions import is_safeguarding_lead
from surveys.responses.models import Response


@transaction.atomic
def come_later(response: Response, *, by: User, told: bool, now: dt.datetime) -> LaterReader:
    """From now on this person may read it. `told` False: the young person could not be reached, and it cannot wait.

    Twice is fine. Raises NotForYou.
    """
    if stored := LaterReader.objects.filter(response=response, reader=by).first():
        return stored
    if access_to(response, user=by, now=now) != Access.TELL_FIRST:
        raise NotForYou
    told = told and response.ticket_id is not None  # nobody knows whom to tell of what has no name on it
    later, new = LaterReader.objects.get_or_create(
        response=response, reader=by, defaults={"at": now, "told_at": now if told else None}
    )
    if new:
        audit.record("response.later_reader", actor=by, subject=response, detail={"told": told}, now=now)
    return later


@transaction.atomic
def tell_since(later: LaterReader, *, by: User, now: dt.datetime) -> None:
    """The young person knows by now who read it. Twice is fine. Raises NotForYou."""
    if not _to_be_told_by(by).filter(pk=later.pk).exists():
        raise NotForYou
    if LaterReader.objects.filter(pk=later.pk, told_at=None).update(told_at=now):
        audit.record("response.later_reader_told", actor=by, subject=later.response, detail={}, now=now)


def untold_for(user: User) -> QuerySet[LaterReader]:
    """Young people who are still to be told."""
    return _to_be_told_by(user).filter(told_at=None).select_related("reader")


def _to_be_told_by(user: User) -> QuerySet[LaterReader]:
    """By whoever read it, by their worker, or by the safeguarding lead. Never by "not them"."""
    refused = NotThem.objects.filter(ticket=OuterRef("response__ticket"), user_id=user.pk)
    found = LaterReader.objects.filter(response__ticket__isnull=False).exclude(Exists(refused))
    if is_safeguarding_lead(user):
        return found
    named = Listener.objects.filter(ticket=OuterRef("response__ticket"), user_id=user.pk, part=Part.READS)
    return found.filter(Q(reader_id=user.pk) | Exists(named))


def forget(response_id: UUID, now: dt.datetime) -> None:
    """With the words goes who came later to read them; the record keeps that it happened."""
    LaterReader.objects.filter(response_id=response_id).delete()
