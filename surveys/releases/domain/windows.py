"""Making windows, and the short names by which people call them ("2026-Q3")."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from surveys.questionnaires.enums import FormKind
from surveys.questionnaires.models import Questionnaire
from surveys.releases.enums import Cadence
from surveys.releases.models import Programme, Window

QUARTERLY = "quarterly"
MEETING_FORMS = [FormKind.BEFORE, FormKind.AFTER, FormKind.LATER]


class Overlap(Exception):
    """Two windows of one programme would cover the same days."""


def quarterly_programme() -> Programme:
    """The standing programme of the meeting forms; made on first use."""
    programme, _ = Programme.objects.get_or_create(
        slug=QUARTERLY,
        defaults={
            "title": "What young people told us",
            "cadence": Cadence.QUARTER,
            "forms": [form.value for form in MEETING_FORMS],
        },
    )
    return programme


def quarter_of(day: dt.date) -> tuple[int, int]:
    return day.year, (day.month - 1) // 3 + 1


def quarter_bounds(year: int, quarter: int) -> tuple[dt.datetime, dt.datetime]:
    """Midnight to midnight, London time; the end is the first moment that no longer belongs."""
    after = (year + quarter // 4, quarter % 4 + 1)
    return _start(year, quarter), _start(*after)


def make_quarter_windows(programme: Programme, *, first: dt.date, count: int) -> list[Window]:
    """Windows for `count` quarters from the one that `first` is in; those that exist are left alone."""
    year, quarter = quarter_of(first)
    made = []
    for _ in range(count):
        opens_at, closes_at = quarter_bounds(year, quarter)
        made.append(make_window(programme, opens_at=opens_at, closes_at=closes_at))
        year, quarter = year + quarter // 4, quarter % 4 + 1
    return made


@transaction.atomic
def make_window(programme: Programme, *, opens_at: dt.datetime, closes_at: dt.datetime) -> Window:
    """The same window twice is one window. Raises Overlap."""
    others = programme.windows.filter(opens_at__lt=closes_at, closes_at__gt=opens_at)
    if others.exclude(opens_at=opens_at, closes_at=closes_at).exists():
        raise Overlap("Another window of this programme covers some of these days.")
    window, _ = Window.objects.get_or_create(programme=programme, opens_at=opens_at, defaults={"closes_at": closes_at})
    return window


@transaction.atomic
def make_consultation(
    questionnaire: Questionnaire, *, title: str, opens_at: dt.datetime, closes_at: dt.datetime
) -> Window:
    """A consultation has its own programme and its own one window (D6)."""
    programme, _ = Programme.objects.get_or_create(
        slug=questionnaire.slug,
        defaults={
            "title": title,
            "cadence": Cadence.ONE_OFF,
            "forms": [FormKind.CONSULTATION.value],
            "questionnaire": questionnaire,
        },
    )
    return make_window(programme, opens_at=opens_at, closes_at=closes_at)


def year_words(year: int, *, starts: int) -> str:
    """ "2026" for a calendar year, "2026-27" for one that crosses it."""
    return str(year) if starts == 1 else f"{year}-{(year + 1) % 100:02}"


def ref_of(window: Window) -> str:
    """A name that says nothing about who answered: "2026-Q3", "2026-27", or the programme's own name."""
    programme, opens = window.programme, timezone.localtime(window.opens_at).date()
    if programme.cadence == Cadence.ONE_OFF:
        return programme.slug
    if programme.cadence == Cadence.YEAR:
        return year_words(opens.year, starts=opens.month)
    year, quarter = quarter_of(opens)
    short = f"{year}-Q{quarter}"
    return short if programme.slug == QUARTERLY else f"{programme.slug}-{short}"


def _start(year: int, quarter: int) -> dt.datetime:
    return dt.datetime(year, 3 * quarter - 2, 1, tzinfo=timezone.get_default_timezone())
