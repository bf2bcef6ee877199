"""What the staff page lists: programmes, windows, where they stand. Bands only before a freeze."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from surveys.questionnaires.enums import FormKind
from surveys.releases.disclosure.content import ReleaseContent
from surveys.releases.domain.windows import year_words
from surveys.releases.domain.years import reporting_year, yearly_starts
from surveys.releases.enums import Band, WindowState
from surveys.releases.models import Programme, Release, Window


@dataclass(frozen=True, slots=True)
class FormBand:
    form: str
    band: str


@dataclass(frozen=True, slots=True)
class WindowRow:
    window: Window
    state: WindowState
    due_at: dt.datetime
    bands: tuple[FormBand, ...]
    release: Release | None

    @property
    def last_moment(self) -> dt.datetime:
        """Still inside the window, for showing its last day."""
        return self.window.closes_at - dt.timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class ProgrammeRows:
    programme: Programme
    rows: tuple[WindowRow, ...]


def programmes_with_windows(*, now: dt.datetime, last: int = 12) -> list[ProgrammeRows]:
    """Newest windows first, at most `last` of each programme; four queries whatever the number of answers."""
    programmes = Programme.objects.prefetch_related("windows__progress", "windows__releases")
    found = []
    for programme in programmes:
        windows = sorted(programme.windows.all(), key=lambda window: window.opens_at, reverse=True)
        rows = tuple(_row(window, programme.forms, now) for window in windows[:last])
        found.append(ProgrammeRows(programme, rows))
    return found


def years_to_plan(*, now: dt.datetime) -> list[tuple[int, str]]:
    """Last year, this one and the next, as (year, what it is called)."""
    starts = yearly_starts()
    this = reporting_year(timezone.localtime(now).date(), starts=starts)
    return [(year, year_words(year, starts=starts)) for year in (this - 1, this, this + 1)]


def earlier_contents(release: Release, *, last: int = 3) -> list[ReleaseContent]:
    """The verified releases of the same programme before this one, oldest first. Raises Tampered."""
    before = Release.objects.filter(
        window__programme_id=release.window.programme_id,
        window__closes_at__lt=release.window.closes_at,
        superseded_by=None,
    ).order_by("-window__closes_at")[:last]
    return [each.verified() for each in reversed(before)]


def _row(window: Window, forms: Sequence[str], now: dt.datetime) -> WindowRow:
    state = window.state_at(now)
    waiting = state in (WindowState.OPEN, WindowState.SETTLING, WindowState.DUE)
    bands = _bands(window, forms) if waiting else ()
    return WindowRow(window, state, window.due_at, bands, _standing_release(window))


def _bands(window: Window, forms: Sequence[str]) -> tuple[FormBand, ...]:
    known = {row.form: Band(row.band) for row in window.progress.all()}
    return tuple(FormBand(str(FormKind(form).label), str(known.get(form, Band.UNDER_10).label)) for form in forms)


def _standing_release(window: Window) -> Release | None:
    releases = list(window.releases.all())
    replaced = {release.supersedes_id for release in releases}
    return next((release for release in releases if release.pk not in replaced), None)
