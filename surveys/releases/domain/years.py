"""The reporting year: which months it has, its programme, its window, its quarters.

A council picks the month its year starts with (April unless it says otherwise) before the first year is made. It is
always the first month of a quarter, so that a year is four whole quarters and told as such.
"""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from surveys.releases.domain.windows import MEETING_FORMS, make_window, quarterly_programme
from surveys.releases.enums import Cadence
from surveys.releases.models import Programme, Release, Window

YEARLY = "yearly"
STARTS = (1, 4, 7, 10)


class YearFixed(Exception):
    """A year has been made already; the years before and after would overlap."""


def yearly_programme() -> Programme:
    """The standing programme of breakdowns; made on first use."""
    programme, _ = Programme.objects.get_or_create(
        slug=YEARLY,
        defaults={
            "title": "A year of what young people told us",
            "cadence": Cadence.YEAR,
            "forms": [form.value for form in MEETING_FORMS],
        },
    )
    return programme


@transaction.atomic
def start_years_in(month: int) -> Programme:
    """Raises YearFixed once there is a window, ValueError for a month in the middle of a quarter."""
    if month not in STARTS:
        raise ValueError("A reporting year starts with a quarter: January, April, July or October.")
    programme = Programme.objects.select_for_update().get(pk=yearly_programme().pk)
    if programme.year_starts != month:
        if programme.windows.exists():
            raise YearFixed("A year has been made already, so the month can not change any more.")
        programme.year_starts = month
        programme.save(update_fields=["year_starts"])
    return programme


def may_choose_month() -> bool:
    """Until the first year is made."""
    return not Window.objects.filter(programme__slug=YEARLY).exists()


def reporting_year(day: dt.date, *, starts: int) -> int:
    """The calendar year in which the reporting year of this day begins."""
    return day.year if day.month >= starts else day.year - 1


def year_bounds(year: int, *, starts: int) -> tuple[dt.datetime, dt.datetime]:
    """Midnight to midnight, London time; the end is the first moment that no longer belongs."""
    zone = timezone.get_default_timezone()
    return dt.datetime(year, starts, 1, tzinfo=zone), dt.datetime(year + 1, starts, 1, tzinfo=zone)


def make_year_window(programme: Programme, *, first: dt.date) -> Window:
    """The reporting year that `first` is in; one that exists is left alone. Raises Overlap."""
    year = reporting_year(first, starts=programme.year_starts)
    opens_at, closes_at = year_bounds(year, starts=programme.year_starts)
    return make_window(programme, opens_at=opens_at, closes_at=closes_at)


def year_of(window: Window) -> int:
    """The reporting year a window belongs to, whatever its programme."""
    starts = window.programme.year_starts
    if window.programme.cadence != Cadence.YEAR:
        starts = yearly_starts()
    return reporting_year(timezone.localtime(window.opens_at).date(), starts=starts)


def yearly_starts() -> int:
    """Without a yearly programme: April."""
    found = Programme.objects.filter(slug=YEARLY).values_list("year_starts", flat=True).first()
    return found or int(Programme._meta.get_field("year_starts").default)


def quarters_of(window: Window) -> list[Window]:
    """The quarters that lie in a year, oldest first. None for any other window."""
    if window.programme.cadence != Cadence.YEAR:
        return []
    inside = quarterly_programme().windows.filter(opens_at__gte=window.opens_at, closes_at__lte=window.closes_at)
    return list(inside.order_by("opens_at"))


def refs_covered(window: Window) -> tuple[str, ...]:
    """The refs of the quarters a year is made of, as they stand."""
    standing = Release.objects.filter(window__in=quarters_of(window), superseded_by=None)
    return tuple(standing.order_by("window__opens_at").values_list("ref", flat=True))
