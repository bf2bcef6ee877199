"""A young person's language had nobody on call: a person is told, once, until it is sorted (S17)."""

import datetime as dt

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.models import User
from core import audit
from participation.listening.domain.assignments import listeners_of
from participation.listening.domain.rota import day_of
from participation.listening.domain.telling import duty_for, mail
from participation.listening.enums import Part
from participation.listening.models import InterpreterWanted, Listener, NotThem
from participation.listening.permissions import can_keep_rota
from surveys.responses.models import Ticket


def ask_for_interpreter(ticket: Ticket, language: str, now: dt.datetime) -> None:
    """One open line for a card and a language, however often it is met; where nothing is named, for a language.

    No text a young person gave is in it. Whose turn it is gets a neutral mail.
    """
    owner = None if ticket.is_unnamed else ticket
    if InterpreterWanted.objects.filter(ticket=owner, language=language, done_at=None).exists():
        return
    try:
        with transaction.atomic():
            wanted = InterpreterWanted.objects.create(ticket=owner, language=language, asked_on=day_of(now))
    except IntegrityError:
        return  # another page of this visit was first
    audit.record("interpreter.wanted", actor=None, subject=wanted, detail={"language": language}, now=now)
    mail(_who_is_told(owner, now=now), now=now)


def _who_is_told(ticket: Ticket | None, *, now: dt.datetime) -> list[User]:
    """The named worker, as far as the young person did not refuse them; else whoever reads today."""
    named = [one.user for one in listeners_of(ticket) if one.part == Part.READS] if ticket else []
    return named or duty_for(ticket, now=now)


def open_wishes() -> QuerySet[InterpreterWanted]:
    return InterpreterWanted.objects.filter(done_at=None)


def wanted_for(user: User) -> QuerySet[InterpreterWanted]:
    """Everything open for whoever keeps the rota; their own young people's for a named worker. Never for "not them"."""
    refused = NotThem.objects.filter(ticket=OuterRef("ticket"), user_id=user.pk)
    named = Listener.objects.filter(ticket=OuterRef("ticket"), user_id=user.pk, part=Part.READS)
    mine = Q() if can_keep_rota(user) else Q(Exists(named))
    return open_wishes().filter(mine).exclude(Exists(refused))


@transaction.atomic
def interpreter_found(wanted: InterpreterWanted, *, by: User, now: dt.datetime) -> None:
    wanted.done_at, wanted.done_by = now, by
    wanted.save()
    audit.record("interpreter.found", actor=by, subject=wanted, detail={}, now=now)
