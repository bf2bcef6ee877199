"""Wrong tries are limited, right ones never (D24, AC-7, AC-8)."""

import datetime as dt

import pytest

from core.misses import EVERYWHERE, FROM_ONE_SOURCE, WINDOW, count_miss, forget_old_misses, is_slowed, source_digest
from core.models import Miss

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)


def test_a_source_is_slowed_after_its_misses_and_free_again_in_the_next_window() -> None:
    for _ in range(FROM_ONE_SOURCE):
        assert not is_slowed("code", "here", now=NOW)
        count_miss("code", "here", now=NOW)
    assert is_slowed("code", "here", now=NOW)
    assert not is_slowed("code", "elsewhere", now=NOW)
    assert not is_slowed("word", "here", now=NOW)
    assert not is_slowed("code", "here", now=NOW + WINDOW)


def test_many_sources_together_trip_the_one_limit_for_all() -> None:
    for number in range(EVERYWHERE):
        count_miss("code", f"source {number}", now=NOW)
    assert is_slowed("code", "a new source", now=NOW)


def test_the_table_holds_no_address_of_a_device() -> None:
    count_miss("code", source_digest("192.0.2.7"), now=NOW)
    assert not Miss.objects.filter(source__contains="192.0.2").exists()


def test_old_windows_are_forgotten() -> None:
    count_miss("code", "here", now=NOW)
    assert forget_old_misses(now=NOW) == 0
    assert forget_old_misses(now=NOW + 3 * WINDOW) == 2
