"""What is to be made, and how strictly."""

import datetime as dt
from dataclasses import dataclass

from surveys.releases.disclosure.parameters import Parameters
from surveys.releases.domain.windows import ref_of
from surveys.releases.enums import Cadence
from surveys.releases.models import Release, Window

CORRECTED = "-corrected-"


@dataclass(frozen=True, slots=True)
class Task:
    """`instead_of`: the release that a correction takes the place of."""

    window: Window
    now: dt.datetime
    rules: Parameters
    instead_of: Release | None = None

    @property
    def ref(self) -> str:
        if self.instead_of is None:
            return ref_of(self.window)
        first, _, number = self.instead_of.ref.partition(CORRECTED)
        return f"{first}{CORRECTED}{int(number or 0) + 1}"

    @property
    def is_year(self) -> bool:
        return bool(self.window.programme.cadence == Cadence.YEAR)
