"""What waits for a person, gathered from the rooms. First things first, then in the order of the rooms."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, Protocol

from accounts.models import User
from participation.listening.domain import desk as listening_desk


class Waiting(Protocol):
    """One line of the desk. `first` lines stand above everything else."""

    title: str
    text: str
    url: str
    count: int
    first: bool


SOURCES: tuple[Callable[[User, dt.datetime], Iterable[Any]], ...] = (listening_desk.waiting_for,)


def waiting_for(user: User, *, now: dt.datetime) -> list[Waiting]:
    lines = [line for source in SOURCES for line in source(user, now)]
    return sorted(lines, key=lambda line: not line.first)
