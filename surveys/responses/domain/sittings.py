"""One visit with a card: at most three at a time, never a lock-out (S3, D21)."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from surveys.responses import registry
from surveys.responses.domain.tickets import is_usable
from surveys.responses.models import Draft, Sitting, Ticket

MOST_AT_ONCE = 3
IDLE_END = dt.timedelta(minutes=15)
ABSOLUTE_END = dt.timedelta(minutes=60)
LATE_WORDS = dt.timedelta(hours=24)
TOUCH_EVERY = dt.timedelta(seconds=20)


@transaction.atomic
def open_sitting(ticket: Ticket, *, now: dt.datetime) -> Sitting:
    """A new visit. Beyond three the oldest ends; the worker is told that the card is open in a second
    place.
    """
    ticket = Ticket.objects.select_for_update(of=("self",)).select_related("council").get(pk=ticket.pk)
    others = [each for each in _unended(ticket) if is_live(each, now=now)]
    for old in others[MOST_AT_ONCE - 1 :]:
        end_sitting(old, now=now)
    sitting = Sitting.objects.create(ticket=ticket, started_at=now, seen_at=now)
    if ticket.opened_at is None:
        ticket.opened_at = start_of_day(now) if ticket.is_unnamed else now
        ticket.save(update_fields=["opened_at"])
    if others and not ticket.is_unnamed:
        for hook in registry.register_other_device.functions:
            hook(ticket, now)
    return sitting


def _unended(ticket: Ticket) -> list[Sitting]:
    """Newest first, so that the oldest fall off the end."""
    return list(Sitting.objects.filter(ticket=ticket, ended_at=None).order_by("-started_at"))


def start_of_day(now: dt.datetime) -> dt.datetime:
    return timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)


def is_live(sitting: Sitting, *, now: dt.datetime) -> bool:
    return sitting.ended_at is None and now - sitting.seen_at < IDLE_END and now - sitting.started_at < ABSOLUTE_END


def seconds_left(sitting: Sitting, *, now: dt.datetime) -> int:
    """Until the visit ends however awake; the page says so five minutes before."""
    return max(0, int((sitting.started_at + ABSOLUTE_END - now).total_seconds()))


def find_sitting(sitting_id: str, *, now: dt.datetime) -> Sitting | None:
    """The running visit with its ticket, or None when it is over or a worker has stopped the card."""
    sitting = fetch_sitting(sitting_id)
    return sitting if sitting is not None and is_running(sitting, now=now) else None


def fetch_sitting(sitting_id: str) -> Sitting | None:
    """Any visit with its ticket, over or not."""
    return next(iter(Sitting.objects.select_related("ticket__council").filter(pk=sitting_id)[:1]), None)


def is_running(sitting: Sitting, *, now: dt.datetime) -> bool:
    return is_live(sitting, now=now) and is_usable(sitting.ticket, now=now)


def is_late(sitting: Sitting, *, now: dt.datetime) -> bool:
    """Nobody ended it and it began today: though its time is over, it may still put down the words of its open
    page, and no more.
    """
    unended = sitting.ended_at is None and now - sitting.started_at <= LATE_WORDS
    return unended and is_usable(sitting.ticket, now=now)


def touch(sitting: Sitting, *, now: dt.datetime) -> None:
    """Marks the visit as awake; at most every 20 seconds, so that reading pages costs no write each."""
    if now - sitting.seen_at >= TOUCH_EVERY:
        Sitting.objects.filter(pk=sitting.pk).update(seen_at=now)


def end_sitting(sitting: Sitting, *, now: dt.datetime) -> None:
    Sitting.objects.filter(pk=sitting.pk, ended_at=None).update(ended_at=now)


@transaction.atomic
def choose_helper(sitting: Sitting, *, helper: str) -> None:
    """Who is with the child now; empty is alone. That somebody was there stays known for this visit (S11)."""
    sitting.helper = helper
    sitting.was_helped = sitting.was_helped or bool(helper)
    sitting.save(update_fields=["helper", "was_helped"])
    if helper:
        Draft.objects.filter(ticket=sitting.ticket).update(helped_by=helper)


def is_not_alone(sitting: Sitting) -> None:
    """The visit is on a tablet that an adult gave: nobody knows who stands near, for all of this visit (S11)."""
    sitting.was_helped = True
    sitting.save(update_fields=["was_helped"])


def forget_ended_sittings(*, now: dt.datetime) -> int:
    """Visits older than a day tell nobody anything useful. Returns how many rows went."""
    return Sitting.objects.filter(started_at__lt=now - dt.timedelta(days=1)).delete()[0]
