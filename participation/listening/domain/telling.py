"""Neutral mail to the people who listen. Which row it is about stays on the page behind the sign-in."""

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks import task

from accounts.models import User
from core.mail import deliver_neutral, send_neutral
from core.models import Council
from participation.listening.domain import rota
from participation.listening.domain.assignments import kept_from_ids, listeners_of
from participation.listening.domain.due import is_late
from participation.listening.domain.ears import who_hears
from participation.listening.domain.walls import Walls, safeguarding_leads
from participation.listening.enums import NudgeKind, Part, Source, StepKind
from participation.listening.models import Alert, AlertStep, Nudge
from surveys.responses.models import ChangeRequest, Response, Ticket

KIND = "item"


def mail(users: Iterable[User], *, now: dt.datetime) -> None:
    send_neutral(to=[user.email for user in users if user.is_active], kind=KIND, now=now)


def tell_of_alert(alert: Alert, *, now: dt.datetime) -> None:
    """Named worker and duty, both; the duty inbox too. A reader's concern goes to the safeguarding lead."""
    inbox = "" if alert.source == Source.READER else Council.current().duty_email
    addresses = {user.email for user in who_hears(alert, now=now).first} | ({inbox} if inbox else set())
    if addresses:
        deliver_alert.enqueue(str(alert.pk), sorted(addresses))


@task()
def deliver_alert(alert_id: str, addresses: list[str]) -> None:
    """Runs in the job worker. "Delivered" is written only once the mail server took every message."""
    deliver_neutral.call(addresses, KIND)
    now = timezone.now()
    alert = Alert.objects.filter(pk=UUID(alert_id)).first()
    if alert and not AlertStep.objects.filter(alert=alert, kind=StepKind.DELIVERED).exists():
        AlertStep(alert=alert, kind=StepKind.DELIVERED, at=now, happened_at=now).save()


def tell_of_response(response: Response, now: dt.datetime) -> None:
    """On sending: who reads is told; the chair too when it comes after the last reading time (S14)."""
    if response.ticket is None:
        return  # the rota sees the queue; a mail for each unnamed answer would tell who answers when
    walls = Walls([response], now=now)
    ring_once(response, NudgeKind.SENT, first_to_hear(response, walls=walls), now=now)
    if is_late(response.sent_at, walls.meeting_time(response)):
        chair = [one.user for one in listeners_of(response.ticket) if one.part == Part.RUNS]
        ring_once(response, NudgeKind.LATE, chair, now=now)


def first_to_hear(response: Response, *, walls: Walls) -> list[User]:
    """The named worker; else the rota of the day as far as it may read it; else the lead; else the chair."""
    found = walls.workers(response) or walls.readers(response) or walls.leads_for(response)
    return found or walls.named(response)


def duty_for(ticket: Ticket | None, *, now: dt.datetime) -> list[User]:
    """The rota of the day without "not them"; the lead where nobody is left."""
    refused = kept_from_ids(ticket) if ticket else set()
    readers = [user for user in rota.on_duty(now=now) if user.pk not in refused]
    return readers or [user for user in safeguarding_leads() if user.pk not in refused]


def ring_once(response: Response, kind: NudgeKind, users: list[User], *, now: dt.datetime) -> int:
    """How many rings were new: two clocks that tick at once send one, and while there is nobody to ring it waits."""
    if not users or Nudge.objects.filter(response=response, kind=kind).exists():
        return 0
    try:
        with transaction.atomic():
            Nudge.objects.create(response=response, kind=kind, at=now)
    except IntegrityError:
        return 0
    mail(users, now=now)
    return 1


def tell_of_change(request: ChangeRequest, now: dt.datetime) -> None:
    """A wish to change something or take it back reaches a person like any answer (S5)."""
    response = request.response
    if response.ticket is not None:
        mail(first_to_hear(response, walls=Walls([response], now=now)), now=now)
