"""What every scene of the demo world needs at hand."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from core.models import Council
from home.demo.people import People


@dataclass(frozen=True)
class Stage:
    council: Council
    people: People
    now: dt.datetime
    say: Callable[[str], None]
