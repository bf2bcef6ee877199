"""Who hears of an alert, and who may see it: the same answer for mail, list and page."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from accounts.models import User
from participation.listening.domain import rota
from participation.listening.domain.walls import safeguarding_leads
from participation.listening.enums import Part, Route, Source
from participation.listening.models import Alert, AlertStep, Listener, NotThem


@dataclass(frozen=True)
class Hearing:
    """Who is told of an alert, split by why."""

    workers: list[User]
    duty: list[User]
    leads: list[User]

    @property
    def everyone(self) -> list[User]:
        return list({user.pk: user for user in [*self.workers, *self.duty, *self.leads]}.values())

    @property
    def first(self) -> list[User]:
        """Those who are told at once; the lead where nobody else may hear it."""
        return list({user.pk: user for user in [*self.workers, *self.duty]}.values()) or self.leads


class Ears:
    """The facts about a list of alerts, in a fixed number of queries."""

    def __init__(self, alerts: Iterable[Alert], *, now: dt.datetime) -> None:
        alerts = list(alerts)
        tickets = {alert.ticket_id for alert in alerts if alert.ticket_id}
        self.duty = rota.on_duty(now=now)
        self.leads = safeguarding_leads()
        self.refused = set(NotThem.objects.filter(ticket_id__in=tickets).values_list("ticket_id", "user_id"))
        self.stepped = set(
            AlertStep.objects.filter(alert__in=alerts, by__isnull=False).values_list("alert_id", "by_id")
        )
        self.named: dict[UUID, list[Listener]] = {}
        for one in Listener.objects.filter(ticket_id__in=tickets, user__is_active=True).select_related("user"):
            self.named.setdefault(one.ticket_id, []).append(one)

    def hearing(self, alert: Alert) -> Hearing:
        """The named worker and the people on duty; the lead always may. "Not them" never (S10).

        "Someone else" passes over everyone named on the card, also where they are on duty that day.
        A reader's concern goes to the lead.
        """
        named = self.named.get(alert.ticket_id, []) if alert.ticket_id else []
        to_worker = alert.route == Route.WORKER and alert.source != Source.READER
        workers = [one.user for one in named if one.part == Part.READS] if to_worker else []
        passed_over = set() if to_worker else {one.user_id for one in named}
        duty = [] if alert.source == Source.READER else self.duty
        leads = self._welcome(alert, self.leads)
        others = [user for user in leads if user.pk not in passed_over]
        on_duty = [user for user in self._welcome(alert, duty) if user.pk not in passed_over]
        return Hearing(self._welcome(alert, workers), on_duty, others or leads)

    def can_see(self, user: User, alert: Alert) -> bool:
        """Those who are told today, the reader who raised it, and whoever has taken a step on it."""
        if not self._welcome(alert, [user]):
            return False
        if alert.raised_by_id == user.pk or (alert.pk, user.pk) in self.stepped:
            return True
        return user.pk in {person.pk for person in self.hearing(alert).everyone}

    def _welcome(self, alert: Alert, users: list[User]) -> list[User]:
        return [user for user in users if (alert.ticket_id, user.pk) not in self.refused]


def who_hears(alert: Alert, *, now: dt.datetime) -> Hearing:
    return Ears([alert], now=now).hearing(alert)


def can_see_alert(user: User, alert: Alert, *, now: dt.datetime) -> bool:
    return Ears([alert], now=now).can_see(user, alert)
