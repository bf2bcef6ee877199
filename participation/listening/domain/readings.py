"""A person has read it; words in another language only when understood through somebody the child accepts (S17)."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from accounts.models import User
from core import audit
from participation.listening.domain.needed import not_understood_by
from participation.listening.domain.walls import can_read
from participation.listening.models import Interpreter, Interpreting, Reading
from surveys.responses.models import ChangeRequest, Response


class NotForYou(Exception):
    """This person may not see this row; the page says it does not exist."""


class NeedsInterpreter(Exception):
    """Not understood yet, so not read. `languages` are those nobody has interpreted for this reader."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        super().__init__(" ".join(languages))
        self.languages = languages


@dataclass(frozen=True)
class InterpretedBy:
    """Who helped. Made only where the young person was asked and accepts this person. `interpreter` if on our list."""

    name: str
    interpreter: Interpreter | None = None


def open_to_read(response: Response, *, by: User, now: dt.datetime) -> None:
    """Before any word is shown: checks the wall, writes the read log (SAF8). Raises NotForYou."""
    if not can_read(by, response, now=now):
        raise NotForYou
    audit.record("response.read", actor=by, subject=response, detail={}, now=now)


@transaction.atomic
def mark_read(
    response: Response, *, by: User, interpreted: Mapping[str, InterpretedBy] | None = None, now: dt.datetime
) -> Reading:
    """ "I have read this". Twice, or two people at once, is fine. Raises NotForYou, NeedsInterpreter."""
    if not can_read(by, response, now=now):
        raise NotForYou
    helped, languages = interpreted or {}, not_understood_by(by, response)
    if missing := tuple(language for language in languages if language not in helped):
        raise NeedsInterpreter(missing)
    reading, new = Reading.objects.get_or_create(response=response, reader=by, defaults={"read_at": now})
    for language in languages:
        who = helped[language]
        Interpreting.objects.create(
            reading=reading, language=language, interpreter=who.interpreter, name=who.name, at=now
        )
    asked = ChangeRequest.objects.filter(response=response, seen_at__isnull=True)
    seen = asked.update(seen_at=now, seen_by=by)
    if new or seen or languages:
        detail: dict[str, int | str] = {"requests": seen, "interpreted": " ".join(languages)}
        audit.record("response.marked_read", actor=by, subject=response, detail=detail, now=now)
    return reading


def mark_read_if_understood(response: Response, *, by: User, now: dt.datetime) -> None:
    """With a worry nobody waits for an interpreter; without one the words stay in the queue. Raises NotForYou."""
    try:
        mark_read(response, by=by, now=now)
    except NeedsInterpreter:
        open_to_read(response, by=by, now=now)
