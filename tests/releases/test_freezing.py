"""The freeze, as a reader could attack it: floor, roll-forward, each response once, nothing exact stored."""

import datetime as dt
import json
import re

import pytest

from surveys.releases.disclosure.content import NOT_ENOUGH, SHOWN, TOTAL_ONLY
from surveys.releases.domain import making, publishing
from surveys.releases.domain.freezing import NotEnough, TooEarly, freeze_window
from surveys.releases.domain.rules import WeakRules
from surveys.releases.domain.shown import shown_sheets
from surveys.releases.enums import Counted, WindowState
from surveys.releases.models import Contribution, Release
from tests.factories.releases import AFTER_FREEZE, quarter_window, row

pytestmark = pytest.mark.django_db
NEXT_FREEZE = AFTER_FREEZE + dt.timedelta(days=95)


def many(count, form="after", **parts):
    return [row(form, **parts) for _ in range(count)]


def after_sheet(release):
    sheet = release.verified().sheet("after")
    assert sheet is not None
    return sheet


def numbers_shown(release):
    """Every whole number in what a template could show, dates and names aside."""
    text = repr([[each.words, each.tables] for each in shown_sheets(release.verified())])
    text = re.sub(r"Q\d\w*|\d{4}-Q\d|w\d+|'?about \d in 10|\d in 10", "", text)
    return {int(number) for number in re.findall(r"\d+", text)}


def test_too_early_until_the_close_and_seven_days_have_passed(answers):
    window = quarter_window()
    with pytest.raises(TooEarly):
        freeze_window(window, now=window.closes_at + dt.timedelta(days=7) - dt.timedelta(seconds=1))
    assert isinstance(freeze_window(window, now=window.closes_at + dt.timedelta(days=7)), NotEnough)


def test_p01_every_number_is_a_multiple_of_five_and_none_is_between_one_and_four(answers):
    answers.rows = many(11, Q27a="yes", Q27d="bit") + many(12, Q27a="no")
    release = freeze_window(quarter_window(), now=AFTER_FREEZE)
    assert all(number % 5 == 0 for number in numbers_shown(release))
    sheet = after_sheet(release)
    assert sheet.n_shown == 20
    assert [table.measure for table in sheet.tables] == ["understood", "listened"]


@pytest.mark.parametrize("n", [0, 1, 9])
def test_p20_fewer_than_ten_is_no_release_and_says_nothing_about_how_many(answers, n):
    answers.rows = many(n, Q27a="yes")
    window = quarter_window()
    assert freeze_window(window, now=AFTER_FREEZE) == NotEnough(window.pk)
    assert not Release.objects.exists()
    assert not Contribution.objects.exists()
    assert window.state_at(AFTER_FREEZE) == WindowState.NOT_ENOUGH


def test_p20_nine_and_three_become_one_release_of_twelve(answers):
    answers.rows = many(9, Q27a="yes")
    freeze_window(quarter_window(), now=AFTER_FREEZE)
    answers.rows += many(3, Q27a="no")
    release = freeze_window(quarter_window(2026, 4), now=NEXT_FREEZE)
    sheet = after_sheet(release)
    assert (sheet.state, sheet.n_shown, sheet.tables) == (TOTAL_ONLY, 10, ())
    assert Contribution.objects.count() == 12
    assert numbers_shown(release) == {10}


@pytest.mark.parametrize("n", [10, 15, 19])
def test_from_ten_to_nineteen_only_that_ten_or_more_answered(answers, n):
    answers.rows = many(n, Q27a="yes")
    sheet = after_sheet(freeze_window(quarter_window(), now=AFTER_FREEZE))
    assert (sheet.state, sheet.n_shown, sheet.tables) == (TOTAL_ONLY, 10, ())
    assert set(Contribution.objects.values_list("characteristic", flat=True)) == {Counted.TOTAL}


def test_a_form_with_few_answers_waits_while_another_is_told(answers):
    answers.rows = many(22, Q27a="yes") + many(8, "before", Q15="yes")
    release = freeze_window(quarter_window(), now=AFTER_FREEZE)
    states = {sheet.form: sheet.state for sheet in release.verified().sheets}
    assert states == {"before": NOT_ENOUGH, "after": SHOWN, "later": NOT_ENOUGH}
    assert Contribution.objects.count() == 22
    answers.rows += many(14, "before", Q15="no")
    second = freeze_window(quarter_window(2026, 4), now=NEXT_FREEZE).verified()
    assert {sheet.form: sheet.state for sheet in second.sheets}["before"] == SHOWN


def test_p10_no_response_is_in_two_releases(answers):
    answers.rows = many(25, Q27a="yes")
    first = freeze_window(quarter_window(), now=AFTER_FREEZE)
    late = many(21, Q27a="no")
    answers.rows += late
    second = freeze_window(quarter_window(2026, 4), now=NEXT_FREEZE)
    used = {release: set(release.contributions.values_list("response_id", flat=True)) for release in (first, second)}
    assert not used[first] & used[second]
    assert used[second] == {each.response_id for each in late}


def test_one_child_counts_once_and_the_latest_answer_is_the_one(answers):
    """The door gives newest first; what a child sent earlier is used up with it."""
    newer = [row(key=f"child{number}", Q27a="yes") for number in range(20)]
    older = [row(key=f"child{number}", Q27a="no") for number in range(20)]
    answers.rows = newer + older
    sheet = after_sheet(freeze_window(quarter_window(), now=AFTER_FREEZE))
    assert sheet.n_shown == 20
    assert [cell.count for cell in sheet.tables[0].cells] == [20, 0, 0, 0]
    assert Contribution.objects.count() == 40


def test_p15_skipping_changes_no_size(answers):
    answers.rows = many(10, Q27a="yes") + many(13)
    sheet = after_sheet(freeze_window(quarter_window(), now=AFTER_FREEZE))
    assert {table.n_shown for table in sheet.tables} == {sheet.n_shown} == {20}
    assert all(table.cells[-1].option == "unsaid" for table in sheet.tables)


def test_p15_a_question_for_some_ages_waits_until_they_are_whole_groups(answers, monkeypatch):
    from surveys.releases.domain.catalogue import Entry
    from tests.releases.conftest import LISTENED, UNDERSTOOD

    older = frozenset({"12-15", "16-17", "18-25"})

    def some_ages(form, *, questionnaire):
        both = [Entry(UNDERSTOOD, form, older | {"8-11"}), Entry(LISTENED, form, older)]
        return both if form == "after" else []

    monkeypatch.setattr(making, "entries_for", some_ages)
    answers.rows = many(30, band="12-15", Q27d="yes") + many(4, band="8-11", Q27a="yes")
    first = after_sheet(freeze_window(quarter_window(), now=AFTER_FREEZE))
    assert [table.measure for table in first.tables] == ["understood"]
    answers.rows += many(30, band="12-15", Q27d="yes") + many(12, band="8-11") + many(12, band="16-17")
    second = after_sheet(freeze_window(quarter_window(2026, 4), now=NEXT_FREEZE))
    assert {table.measure: table.n_shown for table in second.tables} == {"understood": 50, "listened": 40}


def test_p05_nothing_that_happens_to_an_answer_after_the_freeze_changes_a_byte(answers):
    answers.rows = many(23, Q27a="yes", Q27d="no")
    window = quarter_window()
    release = freeze_window(window, now=AFTER_FREEZE)
    before = (release.content, release.signature, release.frozen_at)
    for change in (many(1, Q27a="no"), [], many(40, Q27a="bit")):
        answers.rows = change
        again = freeze_window(window, now=AFTER_FREEZE + dt.timedelta(days=30))
        assert isinstance(again, Release)
        assert (again.content, again.signature, again.frozen_at) == before
    assert Release.objects.count() == 1


def test_the_exact_count_is_nowhere_in_the_stored_row(answers):
    answers.rows = many(17, Q27a="yes") + many(14, Q27a="no")
    release = freeze_window(quarter_window(), now=AFTER_FREEZE)
    sheets = json.dumps(release.content["sheets"])
    numbers = {int(number) for number in re.findall(r"(?<![\w-])\d+(?![\w-])", sheets)}
    assert not numbers & {31, 17, 14}
    assert release.content["rules"]["floor"] == 10


def test_a_freeze_that_breaks_leaves_no_trace_and_can_be_done_again(answers, monkeypatch):
    answers.rows = many(22, Q27a="yes")
    window = quarter_window()
    with monkeypatch.context() as broken:
        broken.setattr(publishing, "use_up", lambda *args, **more: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            freeze_window(window, now=AFTER_FREEZE)
    window.refresh_from_db()
    assert window.frozen_at is None
    assert not Release.objects.exists()
    assert isinstance(freeze_window(window, now=AFTER_FREEZE), Release)


def test_p24_nothing_is_frozen_with_weaker_rules(answers, settings):
    settings.RELEASE_RULES = {"floor": 5}
    with pytest.raises(WeakRules):
        freeze_window(quarter_window(), now=AFTER_FREEZE)


def test_stricter_rules_are_used_and_written_into_the_release(answers, settings):
    settings.RELEASE_RULES = {"floor": 15, "figures_from": 30}
    answers.rows = many(25, Q27a="yes")
    release = freeze_window(quarter_window(), now=AFTER_FREEZE)
    assert after_sheet(release).state == TOTAL_ONLY
    assert release.verified().rules["floor"] == 15


def test_a_quarter_tells_everyone_only_and_every_table_has_been_attacked(answers):
    """S26: breakdowns come once a year, unless the council has planned otherwise."""
    answers.rows = many(40, band="8-11", Q27a="yes") + many(40, band="16-17", Q27a="no")
    release = freeze_window(quarter_window(), now=AFTER_FREEZE)
    assert release.audited
    assert {table.characteristic for table in after_sheet(release).tables} == {"everyone"}
    assert after_sheet(release).groupings == ()
