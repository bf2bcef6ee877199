"""What waits for a person, for the desk at /work/."""

import datetime as dt
from dataclasses import dataclass

from django.urls import reverse

from accounts.models import User
from participation.listening.domain import rota
from participation.listening.domain.alert_list import open_alerts
from participation.listening.domain.later_readers import untold_for
from participation.listening.domain.queue import queue_for
from participation.listening.domain.wanted import wanted_for
from participation.listening.permissions import can_keep_rota, can_listen, can_see_rota


@dataclass(frozen=True)
class Waiting:
    """One line of the desk. `first` lines stand above everything else."""

    title: str
    text: str
    url: str
    count: int
    first: bool = False


def waiting_for(user: User, now: dt.datetime) -> list[Waiting]:
    """Alerts, words to read, who is to be told, days without a reader, languages without an interpreter; or nothing."""
    lines = []
    if can_listen(user):
        lines += _alerts(user, now=now) + _queue(user, now=now) + _untold(user)
    if can_keep_rota(user):
        lines += _gaps(now=now)
    if can_see_rota(user):
        lines += _interpreters(user)
    return lines


def _alerts(user: User, *, now: dt.datetime) -> list[Waiting]:
    alerts = open_alerts(user, now=now)
    if not alerts:
        return []
    nobody = sum(1 for alert in alerts if not alert.acknowledged_by)
    text = f"{nobody} without anyone who has it" if nobody else "Someone has each of them"
    return [Waiting("Someone wants to be heard", text, reverse("work_alerts"), len(alerts), first=nobody > 0)]


def _queue(user: User, *, now: dt.datetime) -> list[Waiting]:
    items = queue_for(user, now=now)
    if not items:
        return []
    overdue = sum(item.overdue for item in items)
    first = any(item.first_because or item.overdue for item in items)
    text = f"{overdue} past the time we promised" if overdue else "All still in time"
    return [Waiting("To read", text, reverse("work_queue"), len(items), first=first)]


def _untold(user: User) -> list[Waiting]:
    count = untold_for(user).count()
    text = "Somebody they did not know of may read what they sent"
    return [Waiting("To be told who reads", text, reverse("work_queue"), count, first=True)] if count else []


def _gaps(*, now: dt.datetime) -> list[Waiting]:
    gaps = rota.find_gaps(now=now)
    if not gaps:
        return []
    text = "On those days no young person can write to us: " + ", ".join(f"{day:%a} {day.day} {day:%b}" for day in gaps)
    return [Waiting("Days without a reader", text, reverse("work_rota"), len(gaps), first=gaps[0] == rota.day_of(now))]


def _interpreters(user: User) -> list[Waiting]:
    languages = [wish.get_language_display() for wish in wanted_for(user)]
    if not languages:
        return []
    text = "Nobody they could write to was on call: " + ", ".join(sorted(set(languages)))
    return [Waiting("Interpreters asked for", text, reverse("work_interpreters"), len(languages), first=True)]
