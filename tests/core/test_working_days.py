"""Working days in England, against published bank holidays."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.working_days import LONDON, bank_holidays, is_working_day, working_day_after

# gov.uk bank holidays, England and Wales
PUBLISHED = {
    2026: ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"],
    2027: ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"],
    2028: ["01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"],
}


@pytest.mark.parametrize("year", PUBLISHED)
def test_bank_holidays_are_the_published_ones(year: int) -> None:
    assert {day.strftime("%m-%d") for day in bank_holidays(year)} == set(PUBLISHED[year])


@given(st.integers(1_735_689_600, 1_893_456_000).map(lambda second: dt.datetime.fromtimestamp(second, dt.UTC)))
def test_one_working_day_later_is_a_working_day_and_never_earlier(moment: dt.datetime) -> None:
    later = working_day_after(moment)
    assert later > moment
    assert is_working_day(later.astimezone(LONDON).date())
    assert later - moment < dt.timedelta(days=8)


def test_friday_evening_becomes_the_end_of_monday() -> None:
    friday = dt.datetime(2026, 11, 20, 21, tzinfo=LONDON)
    assert working_day_after(friday) == dt.datetime(2026, 11, 23, 17, tzinfo=LONDON)
