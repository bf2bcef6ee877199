"""Read in time, or not: one young person once, and only when the reading fell due in the window."""

import datetime as dt

import pytest

from accounts.models import Role
from participation.listening.domain.counts import count_read_on_time
from participation.listening.domain.readings import mark_read
from surveys.releases.domain.windows import quarter_bounds
from tests.factories.accounts import UserFactory
from tests.factories.listening import put_on_rota
from tests.factories.meetings import DAY, MEETING_AT, MONDAY, with_card

pytestmark = pytest.mark.django_db
QUARTER = quarter_bounds(2026, 4)
HOUR = dt.timedelta(hours=1)


@pytest.fixture(autouse=True)
def somebody_reads(db):
    """Boxes for words open only while somebody is there to read (S18)."""
    put_on_rota(UserFactory(roles=[Role.READER]), day=dt.date(2026, 9, 1), days=200)


def read_on_time(window=QUARTER) -> tuple[int, int]:
    (count,) = count_read_on_time(*window)
    return count.count, count.of


def test_nothing_sent_is_nothing_promised():
    assert read_on_time() == (0, 0)


@pytest.mark.parametrize(("after", "kept"), [(2 * HOUR, 1), (DAY, 1), (DAY + HOUR, 0), (5 * DAY, 0)])
def test_read_within_one_working_day(after, kept):
    a = with_card()
    response = a.sends(wants="Later, please.")
    mark_read(response, by=a.worker, now=MONDAY + after)
    assert read_on_time() == (kept, 1)


def test_never_read_is_not_in_time():
    with_card().sends(wants="Later, please.")
    assert read_on_time() == (0, 1)


def test_the_first_reading_counts():
    a = with_card()
    response = a.sends(wants="Later, please.")
    mark_read(response, by=a.chair, now=MONDAY + 4 * DAY)
    mark_read(response, by=a.worker, now=MONDAY + HOUR)
    assert read_on_time() == (1, 1)


def test_a_late_answer_is_in_time_when_it_is_read_before_the_meeting():
    a = with_card()
    response = a.sends(wants="Later, please.", now=MEETING_AT - HOUR)
    mark_read(response, by=a.chair, now=MEETING_AT - HOUR / 2)
    assert read_on_time() == (1, 1)


def test_it_counts_in_the_window_in_which_it_fell_due():
    a = with_card(starts_at=dt.datetime(2027, 1, 20, 16, tzinfo=MONDAY.tzinfo))
    a.sends(wants="Later, please.", now=dt.datetime(2026, 12, 31, 16, 30, tzinfo=MONDAY.tzinfo))
    assert read_on_time() == (0, 0)
    assert read_on_time(quarter_bounds(2027, 1)) == (0, 1)
