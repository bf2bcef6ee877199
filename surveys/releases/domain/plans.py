"""How often a characteristic is told: chosen for a whole reporting year and kept for it (rule 12, S26)."""

import datetime as dt
from collections.abc import Mapping

from django.db import transaction

from accounts.models import User
from core import audit
from surveys.releases.disclosure.parameters import Parameters
from surveys.releases.domain.rules import rules_in_force
from surveys.releases.domain.windows import QUARTERLY
from surveys.releases.domain.years import YEARLY, year_bounds, year_of, yearly_starts
from surveys.releases.enums import Cadence
from surveys.releases.models import CharacteristicPlan, Programme, Window


class PlanFixed(Exception):
    """A summary of this year is frozen: another plan would tell the same answers twice."""


def plan_of(year: int, *, rules: Parameters) -> dict[str, Cadence]:
    """Every live characteristic. What nobody planned is told once a year."""
    planned = dict(CharacteristicPlan.objects.filter(year=year).values_list("characteristic", "cadence"))
    return {name: Cadence(planned.get(name, Cadence.YEAR)) for name in rules.characteristics}


def characteristics_told(window: Window, *, rules: Parameters) -> tuple[str, ...]:
    """A consultation has one window only, so it tells all of them in it."""
    cadence = Cadence(window.programme.cadence)
    if cadence == Cadence.ONE_OFF:
        return rules.characteristics
    return tuple(name for name, when in plan_of(year_of(window), rules=rules).items() if when == cadence)


def is_fixed(year: int) -> bool:
    """From the first freeze of the year on, of a quarter or of the year itself."""
    opens_at, closes_at = year_bounds(year, starts=yearly_starts())
    return Window.objects.filter(
        programme__slug__in=(QUARTERLY, YEARLY), opens_at__gte=opens_at, opens_at__lt=closes_at, frozen_at__isnull=False
    ).exists()


@transaction.atomic
def plan_year(year: int, cadences: Mapping[str, str], *, by: User | None, now: dt.datetime) -> None:
    """Raises PlanFixed, and ValueError for a characteristic or a cadence that can not be planned."""
    list(Programme.objects.select_for_update().order_by("pk"))  # a freeze takes the same lock before it publishes
    rules = rules_in_force()
    before = plan_of(year, rules=rules)
    after = {name: Cadence(cadences.get(name, before[name])) for name in rules.characteristics}
    if set(cadences) - set(after) or Cadence.ONE_OFF in after.values():
        raise ValueError("A characteristic is told every quarter or every year.")
    if after == before:
        return
    if is_fixed(year):
        raise PlanFixed("A summary of this year is frozen already, so the plan of this year stays as it is.")
    for name, cadence in after.items():
        CharacteristicPlan.objects.update_or_create(year=year, characteristic=name, defaults={"cadence": cadence})
    audit.record("release.year_planned", actor=by, detail={"year": year}, now=now)
