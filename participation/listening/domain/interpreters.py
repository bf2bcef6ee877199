"""Who is on call for which language, and whom a young person would be OK with (S17, domain §6)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from accounts.models import User
from core import audit
from participation.listening.domain.rota import day_of, reading_day
from participation.listening.models import Interpreter, InterpreterChoice, InterpreterDays
from surveys.responses.models import Ticket

ByLanguage = dict[str, list[Interpreter]]


def on_call(languages: Iterable[str] | None = None, *, now: dt.datetime) -> ByLanguage:
    """Language → who is on call today; on a weekend, whoever is when it is read. One query."""
    found = _on_call_on(day_of(now))
    if languages is not None:
        wanted = set(languages)
        if not wanted:
            return {}
        found = found.filter(language__in=wanted)
    by_language: ByLanguage = defaultdict(list)
    for interpreter in found:
        by_language[interpreter.language].append(interpreter)
    return dict(by_language)


def _on_call_on(day: dt.date) -> QuerySet[Interpreter]:
    read_on = reading_day(day)
    covers = Q(starts_on__lte=day, ends_on__gte=day) | Q(starts_on__lte=read_on, ends_on__gte=read_on)
    return Interpreter.objects.filter(pk__in=InterpreterDays.objects.filter(covers).values("interpreter"))


def days_from(day: dt.date) -> QuerySet[InterpreterDays]:
    """Days on call that are not over, language by language."""
    found = InterpreterDays.objects.filter(ends_on__gte=day).select_related("interpreter")
    return found.order_by("interpreter__language", "interpreter__name", "starts_on")


def choices_of(tickets: Iterable[UUID]) -> dict[UUID, InterpreterChoice]:
    found = InterpreterChoice.objects.filter(ticket__in=list(tickets)).prefetch_related("refused")
    return {choice.ticket_id: choice for choice in found}


def accepted(interpreters: Iterable[Interpreter], choice: InterpreterChoice | None) -> list[Interpreter]:
    """Those the young person did not rule out. Whether it is somebody they know is asked of them alone, by a person."""
    if choice is None:
        return list(interpreters)
    refused = {each.pk for each in choice.refused.all()}
    fits = (each for each in interpreters if not choice.gender or each.gender == choice.gender)
    return [each for each in fits if each.pk not in refused]


def interpreters_for(ticket: Ticket | None, languages: Iterable[str], *, now: dt.datetime) -> list[Interpreter]:
    """Everyone on call for these languages whom this young person did not rule out."""
    found = [each for each_language in on_call(languages, now=now).values() for each in each_language]
    if not found or ticket is None:
        return found
    return accepted(found, choices_of([ticket.pk]).get(ticket.pk))


def may_write_in(ticket: Ticket, language: str, now: dt.datetime) -> bool:
    return bool(interpreters_for(ticket, [language], now=now))


@transaction.atomic
def put_on_call(
    *,
    language: str,
    name: str,
    how_reached: str,
    starts_on: dt.date,
    ends_on: dt.date,
    dialect: str = "",
    gender: str = "",
    by: User | None,
    now: dt.datetime,
) -> InterpreterDays:
    """The same name in the same language is the same person; what is known of them is brought up to date."""
    known = Interpreter.objects.filter(language=language, name__iexact=name).first()
    interpreter = known or Interpreter(language=language, name=name)
    interpreter.how_reached, interpreter.dialect, interpreter.gender = how_reached, dialect, gender
    interpreter.save()
    days = InterpreterDays.objects.create(interpreter=interpreter, starts_on=starts_on, ends_on=ends_on)
    audit.record("interpreter.on_call", actor=by, subject=interpreter, detail={"language": language}, now=now)
    return days


@transaction.atomic
def take_off_call(days: InterpreterDays, *, by: User, now: dt.datetime) -> None:
    """These days only: who interpreted what stays on record."""
    audit.record("interpreter.off_call", actor=by, subject=days.interpreter, detail={}, now=now)
    days.delete()


@transaction.atomic
def keep_choice(ticket: Ticket, *, nobody_known: bool, gender: str, now: dt.datetime) -> InterpreterChoice:
    choice, _ = InterpreterChoice.objects.update_or_create(
        ticket=ticket, defaults={"nobody_known": nobody_known, "gender": gender}
    )
    audit.record("interpreter.chosen", actor=None, subject=ticket, detail={}, now=now)
    return choice


@transaction.atomic
def refuse(ticket: Ticket, interpreter: Interpreter, *, now: dt.datetime) -> None:
    """ "Not them" (S10). Twice changes nothing; no screen takes it back."""
    choice, _ = InterpreterChoice.objects.get_or_create(ticket=ticket)
    choice.refused.add(interpreter)
    audit.record("interpreter.refused", actor=None, subject=ticket, detail={}, now=now)
