"""The rota: without a reader for the day, no box for words opens."""

import datetime as dt

from django.db import transaction
from django.db.models import QuerySet

from accounts.models import User
from core import audit
from core.working_days import LONDON, is_working_day, next_working_day
from participation.listening.models import ReaderDuty
from participation.listening.permissions import DUTY_ROLES

GAP_DAYS = 14


class CannotRead(ValueError):
    """This person has no role in which they may read."""


def day_of(now: dt.datetime) -> dt.date:
    return now.astimezone(LONDON).date()


def reading_day(day: dt.date) -> dt.date:
    """What is sent on a weekend or bank holiday is read on the next working day."""
    return day if is_working_day(day) else next_working_day(day)


def duties_between(first: dt.date, last: dt.date) -> QuerySet[ReaderDuty]:
    """Duties that count: of people who are still here and still hold a role in which they may read."""
    found = ReaderDuty.objects.filter(starts_on__lte=last, ends_on__gte=first, user__is_active=True)
    return found.filter(user__role_grants__role__in=DUTY_ROLES).select_related("user").distinct()


def readers_between(first: dt.date, last: dt.date) -> list[User]:
    """Each person once, main readers before those who cover."""
    duties = sorted(duties_between(first, last), key=lambda duty: (duty.cover, duty.starts_on))
    return list({duty.user_id: duty.user for duty in duties}.values())


def readers_on(day: dt.date) -> list[User]:
    return readers_between(day, day) or readers_between(reading_day(day), reading_day(day))


def has_reader(day: dt.date) -> bool:
    return bool(readers_on(day))


def on_duty(*, now: dt.datetime) -> list[User]:
    return readers_on(day_of(now))


def is_on_duty(user: User, *, now: dt.datetime) -> bool:
    return user.pk in {reader.pk for reader in on_duty(now=now)}


def find_gaps(*, now: dt.datetime, days: int = GAP_DAYS) -> list[dt.date]:
    """Working days from today on which nobody reads, so nothing opens."""
    first = day_of(now)
    wanted = [day for n in range(days) if is_working_day(day := first + dt.timedelta(days=n))]
    duties = duties_between(first, first + dt.timedelta(days=days)).values_list("starts_on", "ends_on")
    spans = set(duties)
    return [day for day in wanted if not any(starts <= day <= ends for starts, ends in spans)]


@transaction.atomic
def add_duty(
    user: User,
    *,
    starts_on: dt.date,
    ends_on: dt.date,
    cover: bool = False,
    by: User | None,
    now: dt.datetime,
) -> ReaderDuty:
    """Raises CannotRead when the person has no role for it."""
    if not user.is_active or not user.has_role(*DUTY_ROLES):
        raise CannotRead
    duty = ReaderDuty.objects.create(user=user, starts_on=starts_on, ends_on=ends_on, cover=cover)
    audit.record("rota.added", actor=by, subject=duty, detail={"user": str(user.pk)}, now=now)
    return duty


@transaction.atomic
def remove_duty(duty: ReaderDuty, *, by: User, now: dt.datetime) -> None:
    audit.record("rota.removed", actor=by, subject=duty, detail={"user": str(duty.user_id)}, now=now)
    duty.delete()
