"""Who may see which row. Every door of listening asks here, mail included."""

import datetime as dt
from dataclasses import dataclass

from accounts.models import Role, User
from participation.listening.domain import rota
from participation.listening.domain.assignments import is_kept_from, kept_from_ids, listeners_of
from participation.listening.domain.due import BEFORE_MEETING, due_at
from participation.listening.enums import Part, Route, Source
from participation.listening.models import Alert, AlertStep, Listener, Reading
from participation.listening.permissions import is_safeguarding_lead
from surveys.questionnaires.enums import FormKind
from surveys.responses.models import Response, Ticket


def safeguarding_leads() -> list[User]:
    return [user for user in User.objects.with_role(Role.SAFEGUARDING_LEAD) if user.is_active]


def meeting_time(response: Response) -> dt.datetime | None:
    """When the answers are needed; only what is sent for the meeting has one."""
    if response.ticket_id is None or response.form != FormKind.BEFORE:
        return None
    listener = Listener.objects.filter(ticket_id=response.ticket_id, hear_by__isnull=False).first()
    return meeting_from(listener.hear_by if listener else None)


def meeting_from(hear_by: dt.datetime | None) -> dt.datetime | None:
    return hear_by + BEFORE_MEETING if hear_by else None


def can_read(user: User, response: Response, *, now: dt.datetime) -> bool:
    """Named people and the rota of the day; the lead when it is overdue, alerted or nobody else is there (S7, S10)."""
    if is_kept_from(user, response.ticket):
        return False
    if response.ticket_id and Listener.objects.filter(ticket_id=response.ticket_id, user_id=user.pk).exists():
        return True
    if rota.is_on_duty(user, now=now) or Reading.objects.filter(response=response, reader_id=user.pk).exists():
        return True
    return is_safeguarding_lead(user) and lead_may_read(response, now=now)


def lead_may_read(response: Response, *, now: dt.datetime) -> bool:
    if due_at(response.sent_at, meeting_time(response)) < now:
        return True
    if Alert.objects.filter(response=response).exists():
        return True
    return not has_reader_for(response.ticket, now=now)


def has_reader_for(ticket: Ticket | None, *, now: dt.datetime) -> bool:
    """Whether anyone but the safeguarding lead may read today."""
    if ticket is not None and listeners_of(ticket):
        return True
    refused = kept_from_ids(ticket) if ticket else set()
    return any(user.pk not in refused for user in rota.readers_on(rota.day_of(now)))


@dataclass(frozen=True)
class Hearing:
    """Who is told of an alert, split by why."""

    workers: list[User]
    duty: list[User]
    leads: list[User]

    @property
    def everyone(self) -> list[User]:
        return list({user.pk: user for user in [*self.workers, *self.duty, *self.leads]}.values())


def who_hears(alert: Alert, *, now: dt.datetime) -> Hearing:
    """The named worker and the people on duty; the lead always may. Whoever was named as "not them" never (S10)."""
    refused = kept_from_ids(alert.ticket) if alert.ticket else set()
    workers = _workers(alert) if alert.route == Route.WORKER else []
    passed_over = set() if alert.route == Route.WORKER else {user.pk for user in _named(alert)}
    on_rota = [] if alert.source == Source.READER else rota.readers_on(rota.day_of(now))
    duty = [user for user in on_rota if user.pk not in refused | passed_over]
    leads = [user for user in safeguarding_leads() if user.pk not in refused]
    others = [user for user in leads if user.pk not in passed_over]
    return Hearing(workers, duty, others or leads)


def _named(alert: Alert) -> list[User]:
    if alert.ticket is None:
        return []
    return [listener.user for listener in Listener.objects.filter(ticket=alert.ticket).select_related("user")]


def _workers(alert: Alert) -> list[User]:
    if alert.ticket is None or alert.source == Source.READER:
        return []
    return [listener.user for listener in listeners_of(alert.ticket) if listener.part == Part.READS]


def can_see_alert(user: User, alert: Alert, *, now: dt.datetime) -> bool:
    """Those who are told today, the reader who raised it, and whoever has taken a step on it."""
    if is_kept_from(user, alert.ticket):
        return False
    if user.pk in {person.pk for person in who_hears(alert, now=now).everyone}:
        return True
    if alert.raised_by_id == user.pk:
        return True
    return AlertStep.objects.filter(alert=alert, by_id=user.pk).exists()
