"""The named people of a ticket, and the people a young person said no to."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction

from accounts.models import User
from core import audit
from participation.listening.domain.due import last_reading_time
from participation.listening.enums import Part
from participation.listening.models import Listener, NotThem
from surveys.responses.models import Ticket


@transaction.atomic
def assign_listeners(
    ticket: Ticket, *, worker: User, chair: User | None, meeting_at: dt.datetime | None, now: dt.datetime
) -> list[Listener]:
    """Name who reads and who runs. Called again when a meeting moves: the old names go, the no's stay."""
    Ticket.objects.select_for_update(of=("self",)).get(pk=ticket.pk)  # two at once would leave the names of both
    Listener.objects.filter(ticket=ticket).delete()
    hear_by = last_reading_time(meeting_at) if meeting_at else None
    wanted = [(worker, Part.READS)] + ([(chair, Part.RUNS)] if chair else [])
    listeners = [Listener.objects.create(ticket=ticket, user=user, part=part, hear_by=hear_by) for user, part in wanted]
    people: dict[str, str | int | bool | None] = {
        "worker": str(worker.pk),
        "chair": str(chair.pk) if chair else "",
    }
    audit.record("listeners.assigned", actor=None, subject=ticket, detail=people, now=now)
    return listeners


def listeners_of(ticket: Ticket) -> list[Listener]:
    """Those still welcome: active people whom the young person did not say no to (S10)."""
    kept_from = NotThem.objects.filter(ticket=ticket).values("user_id")
    found = Listener.objects.filter(ticket=ticket, user__is_active=True).exclude(user_id__in=kept_from)
    return list(found.select_related("user").order_by("part", "id"))


def kept_from_ids(ticket: Ticket) -> set[object]:
    return set(NotThem.objects.filter(ticket=ticket).values_list("user_id", flat=True))


def is_kept_from(user: User, ticket: Ticket | None) -> bool:
    """One question for every door: answers, alerts, cover, break-glass, mail (S10)."""
    return ticket is not None and NotThem.objects.filter(ticket=ticket, user_id=user.pk).exists()


@transaction.atomic
def say_not_them(ticket: Ticket, *, users: Iterable[User], now: dt.datetime) -> None:
    """The young person says no to these adults. Twice changes nothing; no screen takes it back."""
    for user in users:
        NotThem.objects.get_or_create(ticket=ticket, user=user, defaults={"said_at": now})
    audit.record("listeners.kept_from", actor=None, subject=ticket, detail={}, now=now)
