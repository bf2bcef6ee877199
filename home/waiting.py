"""What waits for a person, gathered from the rooms. First things first, then in the order of the rooms."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import formats

from accounts.models import User
from participation.champions.domain import desk as champions
from participation.influence.domain import desk as influence
from participation.listening.domain import desk as listening
from participation.meetings.domain.progress import how_many_untold
from participation.meetings.domain.visits import open_visits_for
from participation.meetings.permissions import can_have_meetings
from participation.subgroups.domain import desk as subgroups
from surveys.themes.domain import desk as themes


@dataclass(frozen=True)
class Line:
    """One line of the desk. `first` lines stand above everything else; a count of 0 is not shown."""

    title: str
    text: str = ""
    url: str = ""
    count: int = 0
    first: bool = False


Source = Callable[[User, dt.datetime], Iterable[Any]]
COUNTED: tuple[Source, ...] = (listening.waiting_for,)
DATED: tuple[Source, ...] = (influence.waiting_for, subgroups.waiting_for, champions.waiting_for, themes.waiting_for)


def waiting_for(user: User, *, now: dt.datetime) -> list[Line]:
    lines = [
        Line(each.title, each.text, each.url, each.count, each.first)
        for source in COUNTED
        for each in source(user, now)
    ]
    lines += _meetings(user)
    lines += [_dated(each) for source in DATED for each in source(user, now)]
    return sorted(lines, key=lambda line: not line.first)


def _dated(each: Any) -> Line:
    """Rooms that say what and by which day; some of their lines have no page to open."""
    url = reverse(each.url_name, args=each.url_args) if each.url_name else ""
    due = f"By {formats.date_format(each.due, 'j F')}" if each.due else ""
    how = getattr(each, "how", "")
    return Line(each.text, f"{due}. {how}" if due and how else due or how, url, first=each.late)


def _meetings(user: User) -> Iterator[Line]:
    if not can_have_meetings(user):
        return
    url = reverse("work_meetings")
    if visits := len(open_visits_for(user)):
        yield Line(
            "Visits to make",
            "Somebody said that their card is not safe, or asked you to come.",
            url,
            visits,
            first=True,
        )
    if untold := how_many_untold(user):
        yield Line(
            "To tell in person",
            "A meeting moved or was called off, and somebody has not been told.",
            url,
            untold,
            first=True,
        )
