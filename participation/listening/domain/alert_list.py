"""The alerts a person may see, in a fixed number of queries."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from accounts.models import User
from participation.listening.domain.alerts import acknowledge_by, state_of
from participation.listening.domain.ears import Ears
from participation.listening.domain.escalation import without_step
from participation.listening.enums import Source, StepKind, Urgency
from participation.listening.models import Alert, AlertStep
from participation.listening.registry import name_tickets

URGENT_FIRST = (Urgency.NOT_SAFE_NOW, Urgency.CONCERN, Urgency.TALK)


@dataclass(frozen=True)
class AlertLine:
    alert: Alert
    who: str
    state: StepKind
    acknowledge_by: dt.datetime
    acknowledged_by: str
    overdue: bool

    @property
    def order(self) -> tuple[object, ...]:
        """Nobody's first, then what is most urgent, then the oldest."""
        urgency = URGENT_FIRST.index(Urgency(self.alert.urgency))
        return (self.alert.source == Source.DRILL, bool(self.acknowledged_by), urgency, self.alert.raised_at)


def open_alerts(user: User, *, now: dt.datetime) -> list[AlertLine]:
    lines = _lines(without_step(StepKind.CLOSED), user=user, now=now)
    return sorted(lines, key=lambda line: line.order)


def closed_alerts(user: User, *, now: dt.datetime, last: int = 50) -> list[AlertLine]:
    """The latest that were closed, newest first."""
    return _lines(Alert.objects.filter(steps__kind=StepKind.CLOSED).order_by("-raised_at")[:last], user=user, now=now)


def line_of(alert: Alert, *, now: dt.datetime) -> AlertLine:
    names = name_tickets([alert.ticket_id] if alert.ticket_id else [])
    return _line(alert, names, now=now)


def _lines(alerts: QuerySet[Alert], *, user: User, now: dt.datetime) -> list[AlertLine]:
    steps = Prefetch("steps", AlertStep.objects.select_related("by").order_by("at", "id"))
    found = list(alerts.select_related("ticket", "raised_by").prefetch_related(steps))
    ears = Ears(found, now=now)
    seen = [alert for alert in found if ears.can_see(user, alert)]
    names = name_tickets({alert.ticket_id for alert in seen if alert.ticket_id})
    return [_line(alert, names, now=now) for alert in seen]


def _line(alert: Alert, names: dict[UUID, str], *, now: dt.datetime) -> AlertLine:
    has_it = next((step.by for step in alert.steps.all() if step.kind == StepKind.ACKNOWLEDGED and step.by), None)
    by = acknowledge_by(alert)
    return AlertLine(
        alert=alert,
        who=(alert.ticket_id and names.get(alert.ticket_id)) or _nameless(alert),
        state=state_of(alert),
        acknowledge_by=by,
        acknowledged_by=has_it.display_name if has_it else "",
        overdue=has_it is None and by < now,
    )


def _nameless(alert: Alert) -> str:
    if alert.source == Source.DRILL:
        return "A drill: nobody is waiting"
    if alert.source == Source.NO_CARD:
        return "Someone without a card"
    return f"Someone aged {alert.ticket.get_band_display()}" if alert.ticket else "A young person"
