"""The rota: without a reader for the day, no box for words opens."""

import datetime as dt

from django.db import transaction
from django.db.models import QuerySet

from accounts.models import User
from core import audit
from core.working_days import LONDON, is_working_day
from participation.listening.models import ReaderDuty
from participation.listening.permissions import DUTY_ROLES

GAP_DAYS = 14


class CannotRead(ValueError):
    """This person has no role in which they may read."""


def day_of(now: dt.datetime) -> dt.date:
    return now.astimezone(LONDON).date()


def duties_on(day: dt.date) -> QuerySet[ReaderDuty]:
    """Duties of people who are still with us, main readers before cover."""
    return ReaderDuty.objects.filter(
        starts_on__lte=day, ends_on__gte=day, user__is_active=True
    ).select_related("user")


def readers_on(day: dt.date) -> list[User]:
    """Each person once, those who cover last."""
    people = {duty.user_id: duty.user for duty in duties_on(day)}
    return [user for user in people.values() if user.has_role(*DUTY_ROLES)]


def has_reader(day: dt.date) -> bool:
    """A person on the rota whose role still lets them read: a duty outlives a role that was taken away."""
    return bool(readers_on(day))


def is_on_duty(user: User, *, now: dt.datetime) -> bool:
    on_rota = duties_on(day_of(now)).filter(user_id=user.pk).exists()
    return on_rota and user.has_role(*DUTY_ROLES)


def readers_until(first: dt.date, last: dt.date) -> list[User]:
    """Everyone who may be on duty in these days: what a young person is told before they write (S7)."""
    duties = ReaderDuty.objects.filter(
        starts_on__lte=last, ends_on__gte=first, user__is_active=True
    ).select_related("user")
    people = {duty.user_id: duty.user for duty in duties}
    return [user for user in people.values() if user.has_role(*DUTY_ROLES)]


def find_gaps(*, now: dt.datetime, days: int = GAP_DAYS) -> list[dt.date]:
    """Working days from today on which nobody reads."""
    first = day_of(now)
    wanted = [first + dt.timedelta(days=n) for n in range(days)]
    duties = list(
        ReaderDuty.objects.filter(
            starts_on__lte=wanted[-1], ends_on__gte=first, user__is_active=True
        ).values_list("starts_on", "ends_on")
    )
    return [
        day
        for day in wanted
        if is_working_day(day) and not any(starts <= day <= ends for starts, ends in duties)
    ]


@transaction.atomic
def add_duty(
    user: User, *, starts_on: dt.date, ends_on: dt.date, cover: bool, by: User | None, now: dt.datetime
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
