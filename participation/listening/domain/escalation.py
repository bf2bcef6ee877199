"""What nobody picked up goes further, on working time, each step once (domain §5.3)."""

import datetime as dt
from functools import partial

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from core import audit
from core.models import AuditEntry
from core.row_by_row import row_by_row
from participation.listening.domain.alerts import acknowledge_by, add_once
from participation.listening.domain.due import due_at
from participation.listening.domain.ears import who_hears
from participation.listening.domain.queue import unread
from participation.listening.domain.telling import mail, ring_once, tell_of_alert
from participation.listening.domain.walls import Walls
from participation.listening.domain.working_time import add_working_minutes
from participation.listening.enums import NudgeKind, StepKind
from participation.listening.models import Alert, AlertStep
from surveys.responses.models import Response

JOB = "escalate"
TO_LEAD_AFTER = 60  # working minutes after the manager was told
AT_ONCE = 500  # responses whose readers are looked up together
STILL_OVERDUE_AFTER = 24 * 60  # working minutes after sending


def escalate_due(*, now: dt.datetime) -> int:
    """Passes on what is due. Safe to run at any time and twice. Returns how many steps and mails were new."""
    new = row_by_row(_escalate_alert, _not_acknowledged(), job=JOB, now=now)
    new += row_by_row(_tell_again, undelivered(before=now - dt.timedelta(minutes=10)), job=JOB, now=now)
    return new + _chase_all(unread(), now=now)


def without_step(kind: StepKind) -> QuerySet[Alert]:
    return Alert.objects.filter(~Exists(AlertStep.objects.filter(alert=OuterRef("pk"), kind=kind)))


def _not_acknowledged() -> QuerySet[Alert]:
    closed = AlertStep.objects.filter(alert=OuterRef("pk"), kind=StepKind.CLOSED)
    return without_step(StepKind.ACKNOWLEDGED).filter(~Exists(closed)).select_related("ticket")


def undelivered(*, before: dt.datetime) -> QuerySet[Alert]:
    """Alerts whose mail never went out and that nobody found on the page: the sign of a broken channel."""
    delivered = AlertStep.objects.filter(alert=OuterRef("pk"), kind=StepKind.DELIVERED)
    return _not_acknowledged().filter(~Exists(delivered), raised_at__lt=before)


@transaction.atomic
def _tell_again(alert: Alert, *, now: dt.datetime) -> int:
    """Once more, not every minute: a queue that stands still would send them all when it moves again."""
    again = "alert.told_again"
    if AuditEntry.objects.filter(action=again, subject_id=str(alert.pk)).exists():
        return 0
    audit.record(again, actor=None, subject=alert, detail={}, now=now)
    tell_of_alert(alert, now=now)
    return 1


@transaction.atomic
def _escalate_alert(alert: Alert, *, now: dt.datetime) -> int:
    due, new = acknowledge_by(alert), 0
    for kind, at in ((StepKind.TO_MANAGER, due), (StepKind.TO_LEAD, add_working_minutes(due, TO_LEAD_AFTER))):
        if at <= now and add_once(alert, kind, by=None, now=now):
            mail(who_hears(alert, now=now).leads, now=now)
            audit.record("alert.escalated", actor=None, subject=alert, detail={"kind": kind.value}, now=now)
            new += 1
    return new


def _chase_all(waiting: QuerySet[Response], *, now: dt.datetime) -> int:
    rows, new = list(waiting.select_related("ticket")), 0
    for first in range(0, len(rows), AT_ONCE):
        batch = rows[first : first + AT_ONCE]
        new += row_by_row(partial(_chase, walls=Walls(batch, now=now)), batch, job=JOB, now=now)
    return new


@transaction.atomic
def _chase(response: Response, *, walls: Walls, now: dt.datetime) -> int:
    """At its due time the readers and the lead hear of it; the lead once more after 24 working hours. At once where
    nobody is left whom the young person was told about (S7).
    """
    new = 0
    leads, readers = walls.leads_for(response), walls.readers(response)
    if walls.is_left_alone(response):
        new += ring_once(response, NudgeKind.NOBODY_LEFT, [*readers, *leads], now=now)
    if due_at(response.sent_at, walls.meeting_time(response)) < now:
        everyone = [*walls.workers(response), *readers, *leads] or walls.named(response)
        new += ring_once(response, NudgeKind.OVERDUE, everyone, now=now)
    if add_working_minutes(response.sent_at, STILL_OVERDUE_AFTER) < now:
        new += ring_once(response, NudgeKind.STILL_OVERDUE, leads or readers, now=now)
    return new
