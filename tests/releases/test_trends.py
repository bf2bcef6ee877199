"""The last four releases of a question: gaps stay gaps, a new wording is marked."""

from dataclasses import replace

import pytest

from surveys.releases.disclosure.content import NOT_ENOUGH, PublishedSheet, ReleaseContent
from surveys.releases.domain.trends import LAST, NO_REPORT, NOT_ENOUGH_WORDS, trend_of
from tests.factories.releases import frozen_release, quarter_window, table

pytestmark = pytest.mark.django_db


def quarter(year: int, number: int, *, state: str = "shown", version: int = 1) -> ReleaseContent:
    whole = PublishedSheet("after", "shown", 20, (replace(table(), version=version),))
    sheets = [whole if state == "shown" else PublishedSheet("after", NOT_ENOUGH, None)]
    return frozen_release(quarter_window(year, number), sheets=sheets).verified()


def test_a_quarter_without_a_report_and_one_without_figures_are_gaps() -> None:
    contents = [quarter(2025, 3), quarter(2026, 1, state=NOT_ENOUGH), quarter(2026, 2)]
    trend = trend_of(contents, form="after", measure="listened")
    assert [point.words for point in trend.points] == ["10 of 20", NO_REPORT, NOT_ENOUGH_WORDS, "10 of 20"]
    assert trend.described == "2025-Q3: 10 of 20, no report, 2026-Q1: not enough answers, 2026-Q2: 10 of 20"


def test_only_the_last_four_are_drawn_and_one_alone_is_no_trend() -> None:
    contents = [quarter(2025, number) for number in (1, 2, 3, 4)] + [quarter(2026, 1)]
    assert len(trend_of(contents, form="after", measure="listened").points) == LAST
    assert not trend_of(contents[:1], form="after", measure="listened").can_be_drawn


def test_a_new_wording_is_marked_where_it_starts() -> None:
    contents = [quarter(2026, 1), quarter(2026, 2, version=2), quarter(2026, 3, version=2)]
    points = trend_of(contents, form="after", measure="listened").points
    assert [point.is_new_question for point in points] == [False, True, False]


def test_a_question_nobody_was_asked_has_no_figures() -> None:
    assert not trend_of([quarter(2026, 1)], form="later", measure="changed").can_be_drawn
