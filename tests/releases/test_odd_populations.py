"""Nobody, one, nine, ten; everyone alike, everyone silent; forty values: nothing wrong is told, nothing is lost."""

import datetime as dt

import pytest

from surveys.releases.disclosure.content import NOT_ENOUGH, SHOWN, TOTAL_ONLY
from surveys.releases.domain.freezing import NotEnough, freeze_window
from surveys.releases.enums import Cadence
from surveys.releases.models import Contribution, Programme
from tests.factories.releases import AFTER_FREEZE, quarter_window, row

pytestmark = pytest.mark.django_db
STATES = {0: NOT_ENOUGH, 1: NOT_ENOUGH, 9: NOT_ENOUGH, 10: TOTAL_ONLY, 11: TOTAL_ONLY, 19: TOTAL_ONLY, 20: SHOWN}


def once():
    """A consultation of the after form: it tells every characteristic in its one window."""
    return Programme.objects.create(slug="once", title="Once", cadence=Cadence.ONE_OFF, forms=["after"])


def frozen(programme=None):
    return freeze_window(quarter_window(programme=programme), now=AFTER_FREEZE)


@pytest.mark.parametrize(("n", "state"), STATES.items())
@pytest.mark.parametrize("kind", ["quarter", "once"])
def test_every_size_gets_its_answer_and_every_child_a_turn_or_a_place_in_the_queue(answers, n, state, kind):
    answers.rows = [row(band=("12-15", "16-17")[i % 2], Q27a=("yes", "bit", "no")[i % 3], Q27d="yes") for i in range(n)]
    outcome = frozen(once() if kind == "once" else None)
    if state == NOT_ENOUGH:
        assert isinstance(outcome, NotEnough)
        assert not Contribution.objects.exists(), "all of them wait"
        return
    sheet = outcome.verified().sheet("after")
    assert sheet.state == state
    assert Contribution.objects.values("response_id").distinct().count() == n
    assert {group.n_shown >= 10 for each in sheet.groupings for group in each.groups} <= {True}
    if n < 20:
        assert (sheet.tables, sheet.groupings) == ((), ())


@pytest.mark.parametrize("said", [{"Q27a": "yes", "Q27d": "yes"}, {}], ids=["alike", "silent"])
def test_everyone_alike_and_everyone_silent_prove_nothing_about_anyone(answers, said):
    """With 40 alike a shown 40 still means 36 to 44, so nobody is proved to have said it; or it is not shown."""
    answers.rows = [row(**said) for _ in range(42)]
    sheet = frozen(once()).verified().sheet("after")
    assert sheet.n_shown == 40
    for table in sheet.tables:
        counts = [cell.count for cell in table.cells]
        assert all(count % 5 == 0 for count in counts)
        assert max(counts) <= 40
    assert Contribution.objects.filter(characteristic="everyone").count() == 42


def test_a_characteristic_with_forty_values_counts_what_it_does_not_know_as_not_said(answers):
    answers.rows = [row(about={"gender": f"value-{number}"}, Q27a="yes") for number in range(40)]
    answers.rows += [row(about={"gender": "girl-woman"}, Q27a="no") for _ in range(20)]
    sheet = frozen(once()).verified().sheet("after")
    assert sheet.n_shown == 60, "nothing is lost"
    (gender,) = (each for each in sheet.groupings if each.characteristic == "gender")
    assert sum(group.n_shown for group in gender.groups) == 60
    assert not any("value" in group.label for group in gender.groups)
    turns = Contribution.objects.filter(characteristic="gender", counted=True)
    assert turns.exclude(group=None).count() == 60, "everyone stands in exactly one group (P2)"


@pytest.mark.parametrize("band", ["", "99", "0-3"])
def test_an_age_nobody_knows_is_counted_with_everyone_and_told_apart_nowhere(answers, band):
    answers.rows = [row(band=band, Q27a="yes") for _ in range(12)] + [row(Q27a="no") for _ in range(20)]
    sheet = frozen(once()).verified().sheet("after")
    assert sheet.n_shown == 30
    assert {each.characteristic: each.groups for each in sheet.groupings}["age_band"] == ()


# A clock that jumps ---------------------------------------------------------------------------------------


def test_a_clock_that_jumps_back_freezes_nothing_early_and_unfreezes_nothing(answers):
    answers.rows = [row(Q27a="yes") for _ in range(24)]
    window = quarter_window()
    release = freeze_window(window, now=AFTER_FREEZE)
    before = release.sealed_bytes()
    for jump in (dt.timedelta(hours=-1), dt.timedelta(days=3650)):
        assert freeze_window(window, now=AFTER_FREEZE + jump).sealed_bytes() == before
    assert window.state_at(AFTER_FREEZE - dt.timedelta(days=400)) == "frozen"


def test_a_clock_that_jumps_far_ahead_freezes_each_window_once_in_order(answers):
    from surveys.releases.domain.freezing import freeze_due
    from surveys.releases.models import Release

    answers.rows = [row(Q27a="yes") for _ in range(24)]
    for quarter in (2, 3, 4):
        quarter_window(2026, quarter)
    far = AFTER_FREEZE + dt.timedelta(days=20_000)
    assert [window.opens_at.month for window, _ in freeze_due(now=far)] == [3, 6, 9], "UTC shows the evening before"
    assert Release.objects.count() == 1
    assert freeze_due(now=far) == []


@pytest.mark.parametrize(("year", "quarter", "hours"), [(2026, 1, 90 * 24 - 1), (2026, 4, 92 * 24 + 1)])
def test_the_days_to_settle_and_the_quarter_follow_the_clocks_of_london(answers, year, quarter, hours):
    """The quarter in which summer time begins is an hour short, the one in which it ends an hour long."""
    window = quarter_window(year, quarter)
    assert (window.closes_at - window.opens_at).total_seconds() in (hours * 3600, round(hours / 24) * 86400)
    elapsed = window.closes_at.astimezone(dt.UTC) - window.opens_at.astimezone(dt.UTC)
    assert elapsed == dt.timedelta(hours=hours)
    with pytest.raises(Exception, match="can be frozen from"):
        freeze_window(window, now=window.due_at - dt.timedelta(microseconds=1))
    assert isinstance(freeze_window(window, now=window.due_at), NotEnough)
