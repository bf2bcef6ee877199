"""A worry about what somebody wrote to a group becomes an alert: groups and listening do not know each other."""

import datetime as dt

from accounts.models import User
from participation.listening.domain.alerts import raise_alert
from participation.listening.enums import Route, Source, Urgency
from participation.subgroups.registry import register_worry


def raise_worry(words: str, by: User | None, once: str, now: dt.datetime) -> None:
    """A reader's concern goes to the safeguarding lead with the words it is about; the same `once`, one alert."""
    raise_alert(
        source=Source.READER,
        urgency=Urgency.CONCERN,
        route=Route.SOMEONE_ELSE,
        about=words,
        by=by,
        once=once,
        now=now,
    )


def register() -> None:
    register_worry(raise_worry)
