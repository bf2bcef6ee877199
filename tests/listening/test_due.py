"""By when it is read (S14): over weekends, bank holidays and the two clock changes."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.working_days import ENDS, STARTS, is_working_day
from participation.listening.domain.due import due_at, is_late, last_reading_time
from participation.listening.domain.working_time import add_working_minutes
from tests.factories.listening import LONDON

FIRST, LAST = dt.datetime(2025, 1, 1), dt.datetime(2032, 12, 31)  # noqa: DTZ001 - the strategy adds the zone
MOMENTS = st.datetimes(FIRST, LAST, timezones=st.just(dt.UTC))
AHEAD = st.timedeltas(dt.timedelta(minutes=-600), dt.timedelta(days=30))


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=LONDON)


@pytest.mark.parametrize(
    ("sent", "due"),
    [
        ("2026-11-23 10:00", "2026-11-24 10:00"),
        ("2026-11-20 15:30", "2026-11-23 15:30"),  # Friday to Monday
        ("2026-11-21 02:00", "2026-11-23 17:00"),  # a Saturday night
        ("2026-12-24 16:00", "2026-12-29 16:00"),  # Christmas Friday, the moved Boxing Day on Monday
        (
            "2026-03-27 10:00",
            "2026-03-30 10:00",
        ),  # over the clock change in spring: the same hour by the clock
        ("2026-10-23 10:00", "2026-10-26 10:00"),  # and in autumn
    ],
)
def test_read_within_one_working_day(sent: str, due: str) -> None:
    assert due_at(at(sent), None) == at(due)


def test_read_two_hours_before_a_meeting_that_comes_sooner() -> None:
    assert due_at(at("2026-11-23 10:00"), at("2026-11-23 15:00")) == at("2026-11-23 13:00")


def test_a_late_answer_is_due_at_once() -> None:
    sent = at("2026-11-23 13:30")
    assert is_late(sent, at("2026-11-23 15:00"))
    assert due_at(sent, at("2026-11-23 15:00")) == sent


def test_exactly_two_hours_before_is_still_in_time() -> None:
    assert not is_late(at("2026-11-23 13:00"), at("2026-11-23 15:00"))


@given(sent=MOMENTS, ahead=AHEAD)
def test_due_is_never_before_sending_nor_later_than_one_working_day(sent: dt.datetime, ahead: dt.timedelta) -> None:
    meeting = sent + ahead
    due = due_at(sent, meeting)
    assert sent <= due <= due_at(sent, None)
    assert is_late(sent, meeting) or due <= last_reading_time(meeting)


@given(sent=MOMENTS)
def test_one_working_day_ends_in_working_hours(sent: dt.datetime) -> None:
    due = due_at(sent, None).astimezone(LONDON)
    assert is_working_day(due.date())
    assert STARTS <= due.time() <= ENDS


@given(moment=MOMENTS, minutes=st.integers(1, 3_000))
def test_working_minutes_end_in_working_time_and_never_run_backwards(moment: dt.datetime, minutes: int) -> None:
    end = add_working_minutes(moment, minutes)
    local = end.astimezone(LONDON)
    assert end >= moment + dt.timedelta(minutes=minutes)
    assert is_working_day(local.date())
    assert STARTS <= local.time() <= ENDS


@given(moment=MOMENTS, first=st.integers(1, 600), second=st.integers(1, 600))
def test_working_minutes_add_up(moment: dt.datetime, first: int, second: int) -> None:
    assert add_working_minutes(add_working_minutes(moment, first), second) == add_working_minutes(
        moment, first + second
    )


def test_a_quarter_of_an_hour_late_on_friday_ends_on_monday() -> None:
    assert add_working_minutes(at("2026-11-20 16:50"), 15) == at("2026-11-23 09:05")
