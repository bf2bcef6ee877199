"""What a freeze would do, said from the weekly bands alone: no answer is read and nothing is written (rule 14)."""

import datetime as dt

from surveys.questionnaires.enums import FormKind
from surveys.releases.domain.freezing import windows_due
from surveys.releases.domain.windows import ref_of
from surveys.releases.enums import Band, Cadence
from surveys.releases.models import Window

WAITS = "nothing is told; these answers wait for the next window"
TOTAL = "only that 10 or more answered"
FIGURES = "figures for everyone"
BREAKDOWNS = "breakdowns of what passes the attack"


def forecast(*, now: dt.datetime) -> list[str]:
    """One line for each form of each window that is due."""
    return [f"{ref_of(window)}, {line}" for window in windows_due(now=now) for line in _lines(window)]


def _lines(window: Window) -> list[str]:
    known = dict(window.progress.values_list("form", "band"))
    bands = {form: Band(known.get(form, Band.UNDER_10)) for form in window.programme.forms}
    return [f"{FormKind(form).label}: {band.label} answers; {_would(window, band)}" for form, band in bands.items()]


def _would(window: Window, band: Band) -> str:
    if window.programme.cadence == Cadence.YEAR:
        return BREAKDOWNS if band in (Band.FROM_20, Band.FROM_50) else WAITS
    if band == Band.UNDER_10:
        return WAITS
    return TOTAL if band == Band.FROM_10 else FIGURES
