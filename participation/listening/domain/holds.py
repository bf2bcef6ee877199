"""While an alert is open, nothing that it may need goes from the store; when the last one closes, it may (S19)."""

import datetime as dt

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.models import User
from participation.listening.enums import StepKind
from participation.listening.models import Alert, AlertStep
from surveys.responses.domain.retention import set_hold
from surveys.responses.models import Response, Ticket


def hold_for(alert: Alert, *, now: dt.datetime) -> None:
    for response in _needed_by(alert).filter(on_hold=False):
        set_hold(response, held=True, by=alert.raised_by, now=now)


def hold_what_comes_later(response: Response, now: dt.datetime) -> None:
    """Sent with a card on which somebody asked to talk and has not been answered yet."""
    if response.ticket is not None and _open_alerts().filter(ticket=response.ticket).exists():
        set_hold(response, held=True, by=None, now=now)


def let_go(alert: Alert, *, by: User, now: dt.datetime) -> None:
    """Called when the alert was closed. Another open one keeps what it needs."""
    for response in _needed_by(alert).filter(on_hold=True):
        if not _open_alerts().filter(Q(response=response) | _with(response.ticket)).exists():
            set_hold(response, held=False, by=by, now=now)


def _needed_by(alert: Alert) -> QuerySet[Response]:
    return Response.objects.filter(Q(pk=alert.response_id) | _with(alert.ticket))


def _with(ticket: Ticket | None) -> Q:
    return Q(ticket=ticket) if ticket is not None else Q(pk__in=[])


def _open_alerts() -> QuerySet[Alert]:
    closed = AlertStep.objects.filter(alert=OuterRef("pk"), kind=StepKind.CLOSED)
    return Alert.objects.filter(~Exists(closed))
