"""Entering how many young people live here. Every entry is kept; taking one back is an entry too."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import User
from core import audit
from surveys.releases.disclosure.content import EVERYONE
from surveys.releases.disclosure.crowd import NOT_SAID
from surveys.releases.disclosure.plans import PLANS
from surveys.releases.domain.rules import rules_in_force
from surveys.releases.enums import Counted
from surveys.releases.models import Population

MOST = 1_000_000


class SomebodyElse(Exception):
    """Another person has entered something since this page was opened."""


@dataclass(frozen=True, slots=True)
class Entered:
    """What a member of staff typed. `figures`: people for each category, in the order of the plan."""

    figures: Mapping[str, int]
    source: str
    as_of: dt.date


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands for one characteristic, with its figures in words for a list."""

    about: str
    title: str
    row: Population | None
    figures: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    row: Population
    figures: tuple[tuple[str, int], ...]


def abouts() -> list[tuple[str, str]]:
    """What a population can be entered for: everyone, and each characteristic in use that has a plan."""
    live = [name for name in rules_in_force().characteristics if name in PLANS]
    return [(EVERYONE, "Everyone"), *((name, about_words(name)) for name in live)]


def about_words(characteristic: str) -> str:
    """The name of a characteristic at the start of a line: "Where I live"."""
    words = str(Counted(characteristic).label)
    return words[0].upper() + words[1:]


def categories_of(about: str) -> list[tuple[str, str]]:
    """Categories people live in. "Did not say" exists among answers only."""
    if about == EVERYONE:
        return [(EVERYONE, "All young people you could hear from")]
    return [(name, label) for name, label in PLANS[about].categories if name != NOT_SAID]


def people_of(year: int, *, by: dt.datetime) -> dict[str, dict[str, int]]:
    """For each characteristic what stood at that moment; one query."""
    rows = Population.objects.filter(year=year, entered_at__lte=by).order_by("number")
    return {row.characteristic: row.figures for row in rows}


def standing(year: int, about: str) -> Population | None:
    return history(year, about).first()


def history(year: int, about: str) -> QuerySet[Population]:
    """Newest first."""
    rows = Population.objects.filter(year=year, characteristic=about)
    return rows.select_related("entered_by").order_by("-number")


def years_with_figures(*, now: dt.datetime) -> list[int]:
    """This year and the one before it, and every year that has an entry; newest first."""
    this = timezone.localdate(now).year
    entered = Population.objects.order_by("year").values_list("year", flat=True).distinct()
    return sorted({this, this - 1, *entered}, reverse=True)


def enter(year: int, about: str, entered: Entered, *, seen: int, by: User | None, now: dt.datetime) -> Population:
    """`seen`: the number that stood when the page was opened, 0 for none. Raises SomebodyElse."""
    row = Population(figures=dict(entered.figures), source=entered.source, as_of=entered.as_of)
    return _add(row, year, about, seen=seen, by=by, now=now)


def take_back(year: int, about: str, *, seen: int, by: User | None, now: dt.datetime) -> Population:
    """What stood before stands again; taking back twice brings the later entry back. Raises SomebodyElse."""
    before = history(year, about).filter(number=seen - 1).first() or Population()
    row = Population(figures=before.figures, source=before.source, as_of=before.as_of, takes_back=seen)
    return _add(row, year, about, seen=seen, by=by, now=now)


def _add(row: Population, year: int, about: str, *, seen: int, by: User | None, now: dt.datetime) -> Population:
    row.year, row.characteristic, row.number = year, about, seen + 1
    row.entered_by, row.entered_at = by, now
    last = standing(year, about)
    if (last.number if last else 0) != seen:
        raise SomebodyElse
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            audit.record("population.entered", actor=by, subject=row, now=now)
    except IntegrityError:
        raise SomebodyElse from None
    return row


def overview(*, now: dt.datetime) -> list[tuple[int, list[Standing]]]:
    """For each year every characteristic, entered or not; two queries."""
    last: dict[tuple[int, str], Population] = {}
    for row in Population.objects.select_related("entered_by").order_by("number"):
        last[row.year, row.characteristic] = row
    return [
        (year, [_standing(about, title, last.get((year, about))) for about, title in abouts()])
        for year in years_with_figures(now=now)
    ]


def entries(year: int, about: str) -> list[Entry]:
    return [Entry(row, _in_words(about, row)) for row in history(year, about)]


def _standing(about: str, title: str, row: Population | None) -> Standing:
    figures = _in_words(about, row) if row else ()
    return Standing(about, title, row if figures else None, figures)


def _in_words(about: str, row: Population) -> tuple[tuple[str, int], ...]:
    """A category that has left the plan since keeps its id as its name."""
    labels = dict(categories_of(about))
    return tuple((labels.get(name, name), people) for name, people in row.figures.items())
