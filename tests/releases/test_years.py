"""A year tells what quarters do not: breakdowns, each answer once, from whole groups of ten or more."""

import datetime as dt
import random

import pytest

from surveys.releases.disclosure.content import NOT_ENOUGH, SHOWN
from surveys.releases.domain.freezing import NotEnough, TooEarly, freeze_due, freeze_window
from surveys.releases.domain.plans import PlanFixed, is_fixed, plan_year
from surveys.releases.domain.windows import Overlap, make_window, year_words
from surveys.releases.domain.years import (
    YearFixed,
    make_year_window,
    reporting_year,
    start_years_in,
    yearly_programme,
)
from surveys.releases.models import CharacteristicPlan, Contribution, Release, Window
from tests.factories.releases import quarter_window, row

pytestmark = pytest.mark.django_db
QUARTERS = ((2026, 2), (2026, 3), (2026, 4), (2027, 1))
GENDERS = ("girl-woman", "boy-man")


def some(count, *, seed=1, quarter="", **more):
    """Mixed answers of young people of two ages and two genders; a key makes them the same ones again."""
    dice = random.Random(seed)
    return [
        row(
            key=f"{quarter}child{number}" if quarter is not None else "",
            band=("12-15", "16-17")[number % 2],
            about={"gender": GENDERS[number // 2 % 2]},
            Q27a=dice.choice(("yes", "yes", "bit", "no")),
            Q27d=dice.choice(("yes", "bit", "no")),
            **more,
        )
        for number in range(count)
    ]


def year_window(year=2026):
    return make_year_window(yearly_programme(), first=dt.date(year, 6, 1))


def settled(window):
    return window.closes_at + dt.timedelta(days=7, hours=1)


def a_year(answers, *, each=24):
    """Four quarters with other children in each, frozen one by one."""
    releases = []
    for number, (year, quarter) in enumerate(QUARTERS):
        window = quarter_window(year, quarter)
        answers.rows = some(each, seed=number, quarter=f"q{number}") + answers.rows
        releases.append(freeze_window(window, now=settled(window)))
    return releases


def test_a_year_is_four_whole_quarters_and_starts_in_april_unless_the_council_says_otherwise():
    window = year_window()
    assert (window.opens_at.month, window.opens_at.year, window.closes_at.year) == (4, 2026, 2027)
    assert year_words(2026, starts=4) == "2026-27"
    assert year_words(2026, starts=1) == "2026"
    with pytest.raises(YearFixed):
        start_years_in(1)


@pytest.mark.parametrize("month", [0, 2, 5, 13])
def test_a_year_that_would_cut_a_quarter_is_refused(month):
    with pytest.raises(ValueError, match="starts with a quarter"):
        start_years_in(month)


def test_a_calendar_year_is_possible():
    programme = start_years_in(1)
    window = make_year_window(programme, first=dt.date(2026, 12, 31))
    assert window.opens_at.date() == dt.date(2026, 1, 1)
    assert reporting_year(dt.date(2026, 3, 31), starts=4) == 2025


def test_years_of_one_programme_do_not_overlap():
    window = year_window()
    with pytest.raises(Overlap):
        make_window(window.programme, opens_at=window.opens_at + dt.timedelta(days=30), closes_at=window.closes_at)


def test_a_year_breaks_down_what_its_quarters_told_for_everyone(answers):
    quarters = a_year(answers)
    window = year_window()
    release = freeze_window(window, now=settled(window))
    content = release.verified()
    sheet = content.sheet("after")
    assert content.covers == tuple(quarter.ref for quarter in quarters)
    assert content.ref == "2026-27"
    assert release.audited
    assert sheet.state == SHOWN
    assert sheet.table("understood") is None, "the quarters have told it for everyone"
    groupings = {each.characteristic: [group.label for group in each.groups] for each in sheet.groupings}
    assert set(groupings) == {"age_band", "gender", "ethnic_group", "send_need", "where_i_live"}
    assert groupings["ethnic_group"] == [], "nobody said: there are no two groups to tell apart"
    told = {(table.measure, table.characteristic) for table in sheet.tables}
    assert told <= {(m, c) for m in ("understood", "listened") for c in ("age_band", "gender")}
    assert told, "something of a year of 96 has to survive the attack"
    for measure, characteristic in told:
        groups = [table.group for table in sheet.breakdown(measure, characteristic)]
        assert groups == groupings[characteristic], "whole characteristics only, never one group missing (P3)"


def test_p10_each_answer_is_told_once_in_each_way(answers):
    a_year(answers)
    window = year_window()
    freeze_window(window, now=settled(window))
    standing = Contribution.objects.filter(superseded=False).values_list("response_id", "characteristic")
    assert len(standing) == len(set(standing))
    again = year_window(2027)
    assert isinstance(freeze_window(again, now=settled(again)), NotEnough), "nothing is left to tell twice"


def test_a_child_counts_with_the_latest_answer_of_the_year(answers):
    for number, (year, quarter) in enumerate(QUARTERS):
        window = quarter_window(year, quarter)
        answers.rows = some(24, seed=number) + answers.rows  # newest first, the same children each time
        freeze_window(window, now=settled(window))
    window = year_window()
    sheet = freeze_window(window, now=settled(window)).verified().sheet("after")
    assert sheet.n_shown == 20
    counted = Contribution.objects.filter(release__window=window, characteristic="gender", counted=True)
    assert {each.response_id for each in counted} == {each.response_id for each in answers.rows[:24]}


@pytest.mark.parametrize("n", [0, 9, 10, 19])
def test_p20_a_year_too_small_for_figures_says_nothing_and_its_answers_wait(answers, n):
    answers.rows = some(n)
    window = year_window()
    for year, quarter in QUARTERS:
        each = quarter_window(year, quarter)
        freeze_window(each, now=settled(each))
    assert isinstance(freeze_window(window, now=settled(window)), NotEnough)
    assert not Release.objects.filter(window=window).exists()
    answers.rows = some(21, quarter="later") + answers.rows
    following = year_window(2027)
    release = freeze_window(following, now=settled(following))
    assert release.verified().sheet("after").n_shown == 5 * ((n + 21) // 5)
    assert release.verified().sheet("before").state == NOT_ENOUGH


def test_a_year_waits_for_its_quarters(answers):
    window, quarter = year_window(), quarter_window(2027, 1)
    with pytest.raises(TooEarly, match="quarters"):
        freeze_window(window, now=settled(window))
    frozen = [each.programme.slug for each, _ in freeze_due(now=settled(window))]
    assert frozen == ["quarterly", "yearly"], "the job takes them in the right order by itself"
    quarter.refresh_from_db()
    assert quarter.frozen_at is not None


def test_a_characteristic_planned_for_every_quarter_is_told_in_the_quarter_and_not_in_the_year(answers):
    plan_year(2026, {"gender": "quarter"}, by=None, now=dt.datetime(2026, 4, 1, tzinfo=dt.UTC))
    releases = a_year(answers, each=60)
    window = year_window()
    year = freeze_window(window, now=settled(window)).verified().sheet("after")
    assert "gender" not in {each.characteristic for each in year.groupings}
    for release in releases:
        assert [each.characteristic for each in release.verified().sheet("after").groupings] == ["gender"]


def test_the_plan_of_a_year_stays_once_something_of_it_is_frozen(answers):
    window = quarter_window(2026, 2)
    plan_year(2026, {"gender": "quarter"}, by=None, now=window.opens_at)
    freeze_window(window, now=settled(window))
    assert is_fixed(2026)
    with pytest.raises(PlanFixed, match="stays as it is"):
        plan_year(2026, {"gender": "year"}, by=None, now=settled(window))
    plan_year(2026, {"gender": "quarter"}, by=None, now=settled(window))  # the same plan again is no change
    assert CharacteristicPlan.objects.get(year=2026, characteristic="gender").cadence == "quarter"
    assert not is_fixed(2027)
    assert Window.objects.count() == 1


@pytest.mark.parametrize("plan", [{"home": "year"}, {"gender": "one_off"}, {"gender": "daily"}])
def test_what_can_not_be_planned_is_refused(plan):
    with pytest.raises(ValueError, match=r"."):
        plan_year(2026, plan, by=None, now=dt.datetime(2026, 4, 1, tzinfo=dt.UTC))
    assert not CharacteristicPlan.objects.exists()
