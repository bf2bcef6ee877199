"""Before the freeze only a band is seen, and it moves once a week (rule 14, P6)."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from surveys.releases.domain.progress import band_of, refresh_progress
from surveys.releases.enums import Band
from surveys.releases.models import Progress
from tests.factories.releases import quarter_window, row

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def band() -> str:
    return Progress.objects.get(form="after").band


@pytest.mark.parametrize(
    ("children", "expected"),
    [(0, Band.UNDER_10), (9, Band.UNDER_10), (10, Band.FROM_10), (19, Band.FROM_10), (20, Band.FROM_20),
     (49, Band.FROM_20), (50, Band.FROM_50), (900, Band.FROM_50)],
)  # fmt: skip
def test_p06_the_band_changes_at_ten_twenty_and_fifty_only(children, expected):
    assert band_of(children) == expected


def test_p06_an_answer_changes_nothing_until_the_weekly_refresh(answers):
    start = quarter_window().opens_at + DAY
    answers.rows = [row() for _ in range(9)]
    refresh_progress(now=start)
    answers.rows.append(row())
    for days in range(7):
        assert refresh_progress(now=start + days * DAY) == 0
        assert band() == Band.UNDER_10
    refresh_progress(now=start + 7 * DAY)
    assert band() == Band.FROM_10


def test_p06_taking_an_answer_back_never_lowers_a_band(answers):
    start = quarter_window().opens_at + DAY
    answers.rows = [row() for _ in range(10)]
    refresh_progress(now=start)
    answers.rows.pop()
    refresh_progress(now=start + 7 * DAY)
    assert band() == Band.FROM_10


def test_one_child_with_many_answers_is_one_child(answers):
    start = quarter_window().opens_at + DAY
    answers.rows = [row(key="same") for _ in range(30)]
    refresh_progress(now=start)
    assert band() == Band.UNDER_10


def test_the_row_has_no_room_for_a_number(answers):
    refresh_progress(now=quarter_window().opens_at + DAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Progress.objects.update(band="17")
