"""The days of an inspection, in parts of at most four quarters."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.evidence.domain.period import NotAPeriod, Period, parts_of, period_between

TODAY = dt.date(2026, 11, 22)
DAYS = st.dates(dt.date(2000, 1, 1), TODAY)


@given(DAYS, DAYS)
def test_parts_cover_every_day_once_and_in_order(one, other):
    first, last = sorted((one, other))
    parts = parts_of(Period(first, last))
    assert parts[0].first == first
    assert parts[-1].last == last
    for before, after in itertools.pairwise(parts):
        assert after.first == before.last + dt.timedelta(days=1)
    assert all(part.first <= part.last < part.first + dt.timedelta(days=367) for part in parts)


def test_a_year_is_one_part_and_two_years_are_two():
    assert len(parts_of(Period(dt.date(2025, 1, 1), dt.date(2025, 12, 31)))) == 1
    parts = parts_of(Period(dt.date(2024, 4, 1), dt.date(2026, 3, 31)))
    assert [part.last for part in parts] == [dt.date(2025, 3, 31), dt.date(2026, 3, 31)]


def test_the_first_moment_is_midnight_in_london():
    summer = Period(dt.date(2026, 7, 1), dt.date(2026, 9, 30))
    assert summer.opens_at.astimezone(dt.UTC).isoformat() == "2026-06-30T23:00:00+00:00"
    assert summer.closes_at.astimezone(dt.UTC).isoformat() == "2026-09-30T23:00:00+00:00"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (dt.date(2026, 2, 1), dt.date(2026, 1, 1), "before the first day"),
        (dt.date(2027, 1, 1), dt.date(2027, 2, 1), "not come yet"),
        (dt.date(2010, 1, 1), dt.date(2026, 1, 1), "at most 10 years"),
        (dt.date(1999, 1, 1), dt.date(2000, 1, 1), "at most 10 years"),
    ],
)
def test_what_is_no_period_is_said_in_plain_words(first, last, said):
    with pytest.raises(NotAPeriod, match=said):
        period_between(first, last, today=TODAY)


def test_days_to_come_are_cut_off():
    assert period_between(dt.date(2026, 1, 1), dt.date(2026, 12, 31), today=TODAY).last == TODAY
