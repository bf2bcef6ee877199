"""Who may see which row. Every door of listening asks here, mail included."""

import datetime as dt

from accounts.models import Role, User
from participation.listening.domain import rota
from participation.listening.domain.assignments import is_kept_from, kept_from_ids, listeners_of
from participation.listening.domain.due import BEFORE_MEETING, due_at
from participation.listening.enums import Part
from participation.listening.models import Alert, Listener, Reading
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
    """Named people and the rota of the day; the lead when overdue, alerted or alone (S7, S10)."""
    if is_kept_from(user, response.ticket):
        return False
    if response.ticket_id and Listener.objects.filter(ticket_id=response.ticket_id, user_id=user.pk).exists():
        return True
    if rota.is_on_duty(user, now=now) or Reading.objects.filter(response=response, reader_id=user.pk).exists():
        return True
    return is_safeguarding_lead(user) and lead_may_read(response, now=now)


def is_named_reader(user: User, response: Response) -> bool:
    """The named worker of the card, if the young person did not say no."""
    if response.ticket is None or is_kept_from(user, response.ticket):
        return False
    named = Listener.objects.filter(ticket=response.ticket, user_id=user.pk, part=Part.READS)
    return named.exists()


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
    return any(user.pk not in refused for user in rota.on_duty(now=now))
