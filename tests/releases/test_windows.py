"""Windows follow London's quarters, never overlap, and keep their names."""

import datetime as dt
import itertools

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from surveys.releases.domain.windows import (
    Overlap,
    make_quarter_windows,
    make_window,
    quarterly_programme,
    ref_of,
)
from surveys.releases.enums import WindowState
from surveys.releases.models import CharacteristicPlan, Window
from tests.factories.releases import quarter_window

pytestmark = pytest.mark.django_db


def test_quarters_join_without_a_gap_and_keep_london_midnight():
    made = make_quarter_windows(quarterly_programme(), first=dt.date(2026, 2, 14), count=6)
    assert [ref_of(window) for window in made] == [
        "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2",
    ]  # fmt: skip
    for earlier, later in itertools.pairwise(made):
        assert earlier.closes_at == later.opens_at
    assert {timezone.localtime(window.opens_at).hour for window in made} == {0}


def test_making_the_same_quarters_twice_changes_nothing():
    for _ in range(2):
        make_quarter_windows(quarterly_programme(), first=dt.date(2026, 7, 1), count=2)
    assert Window.objects.count() == 2


def test_windows_of_a_programme_never_overlap():
    window = quarter_window()
    with pytest.raises(Overlap):
        make_window(
            window.programme,
            opens_at=window.opens_at + dt.timedelta(days=3),
            closes_at=window.closes_at + dt.timedelta(days=3),
        )


def test_a_window_settles_for_a_week_at_least():
    window = quarter_window()
    with pytest.raises(IntegrityError), transaction.atomic():
        Window.objects.filter(pk=window.pk).update(settle_days=6)


def test_states_follow_the_clock():
    window = quarter_window()
    day = dt.timedelta(days=1)
    states = [
        (window.opens_at - day, WindowState.PLANNED),
        (window.opens_at, WindowState.OPEN),
        (window.closes_at, WindowState.SETTLING),
        (window.closes_at + 7 * day, WindowState.DUE),
    ]
    assert [window.state_at(moment) for moment, _ in states] == [state for _, state in states]


def test_p24_a_characteristic_outside_the_catalogue_can_not_be_planned():
    with pytest.raises(IntegrityError), transaction.atomic():
        CharacteristicPlan.objects.create(year=2026, characteristic="home", cadence="year")


def test_rule_12_a_characteristic_has_one_cadence_in_a_year():
    CharacteristicPlan.objects.create(year=2026, characteristic="gender", cadence="year")
    with pytest.raises(IntegrityError), transaction.atomic():
        CharacteristicPlan.objects.create(year=2026, characteristic="gender", cadence="quarter")
