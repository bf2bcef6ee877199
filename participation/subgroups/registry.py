"""What groups need from a room they may not know: "I am worried about this", to the people who keep children safe.

Filled by the front of the house when the site starts. With nobody registered the button is not there.
"""

import datetime as dt
from collections.abc import Callable

from accounts.models import User

Worry = Callable[[str, User | None, str, dt.datetime], None]
_hears: list[Worry] = []


def register_worry(hears: Worry) -> None:
    """`hears(words, by, once, now)` passes a worry on, inside the caller's transaction; the same `once`, once."""
    if hears not in _hears:
        _hears.append(hears)


def can_be_worried() -> bool:
    return bool(_hears)


def pass_on(words: str, *, by: User | None, once: str, now: dt.datetime) -> None:
    for hears in _hears:
        hears(words, by, once, now)
