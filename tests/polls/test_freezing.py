"""From counters to a release: floor, grouping, rounding, attack; and then the counters are gone."""

import datetime as dt

import pytest
from django.utils import timezone

from surveys.polls.enums import IfTooFew, Split, State
from surveys.polls.models import Counter, Poll
from surveys.releases.disclosure.content import EVERYONE, SHOWN, TOTAL_ONLY, ReleaseContent
from surveys.releases.domain.freezing import freeze_due
from surveys.releases.domain.poll_freezing import freeze_due_polls
from surveys.releases.domain.shown import shown_sheets
from surveys.releases.models import Release
from tests.factories.polls import closed, opened

pytestmark = pytest.mark.django_db
NOW = timezone.now()
WEEK = dt.timedelta(days=7)


def counted(ballots: dict[str, tuple[int, ...]], **fields: object) -> Poll:
    """A closed poll; for each category how many chose each answer of the first question (did not say last)."""
    poll = opened(now=NOW, **fields)
    for category, line in ballots.items():
        for option, count in zip(("o1", "o2", "o3", "unsaid"), line, strict=True):
            cell = Counter.objects.filter(poll=poll, category=category, question="q1", option=option)
            cell.update(count=count, mark_one=count * 7919 + len(category), mark_two=count)
        everybody = Counter.objects.filter(poll=poll, category=category, question="q2", option="o1")
        everybody.update(count=sum(line), mark_one=sum(line), mark_two=1)
    return closed(poll, now=NOW)


def released() -> ReleaseContent:
    return Release.objects.get().verified()


def test_nothing_is_frozen_before_the_days_to_settle_have_passed():
    counted({"": (10, 10, 10, 0)})
    assert freeze_due_polls(now=NOW + WEEK - dt.timedelta(seconds=1)) == 0
    assert freeze_due_polls(now=NOW + WEEK) == 1
    assert freeze_due_polls(now=NOW + WEEK) == 0


@pytest.mark.parametrize("ballots", [0, 1, 9])
@pytest.mark.parametrize("if_too_few", IfTooFew.values)
def test_fewer_than_ten_are_told_to_nobody(ballots, if_too_few):
    poll = counted({"": (ballots, 0, 0, 0)}, if_too_few=if_too_few)
    freeze_due_polls(now=NOW + WEEK)
    poll.refresh_from_db()
    assert not Release.objects.exists()
    assert Counter.objects.exists() == (if_too_few == IfTooFew.AGAIN)
    assert poll.state == (State.TOO_FEW if if_too_few == IfTooFew.AGAIN else State.DESTROYED)


@pytest.mark.parametrize("ballots", [10, 19])
def test_ten_to_nineteen_is_only_that_ten_or_more_answered(ballots):
    counted({"": (ballots, 0, 0, 0)})
    freeze_due_polls(now=NOW + WEEK)
    (sheet,) = released().sheets
    assert (sheet.state, sheet.n_shown, sheet.tables) == (TOTAL_ONLY, 10, ())
    assert not Counter.objects.exists()


def test_p1_p2_figures_are_multiples_of_five_and_groups_hold_everyone():
    lines = {"girl-woman": (9, 8, 5, 2), "boy-man": (8, 9, 5, 1), "non-binary": (1, 1, 0, 0), "unsaid": (4, 3, 3, 2)}
    counted(lines, split=Split.GENDER)
    freeze_due_polls(now=NOW + WEEK)
    (sheet,) = released().sheets
    assert sheet.state == SHOWN
    assert sheet.n_shown == 60
    assert all(cell.count % 5 == 0 for table in sheet.tables for cell in table.cells)
    (grouping,) = sheet.groupings
    assert all(group.n_shown >= 10 for group in grouping.groups)
    told = {table.group for table in sheet.tables if table.characteristic != EVERYONE and table.measure == "poll-q1"}
    assert told in (set(), {group.label for group in grouping.groups})
    assert not Counter.objects.exists()


def test_small_groups_are_joined_and_a_split_of_one_group_is_not_shown():
    counted({"girl-woman": (10, 8, 4, 2), "boy-man": (1, 1, 1, 0)}, split=Split.GENDER)
    freeze_due_polls(now=NOW + WEEK)
    (sheet,) = released().sheets
    assert sheet.groupings[0].groups == ()
    assert {table.characteristic for table in sheet.tables} <= {EVERYONE}


def test_the_release_is_sealed_audited_and_readable_and_the_other_job_leaves_its_window_alone():
    counted({"": (12, 9, 6, 3)})
    freeze_due_polls(now=NOW + WEEK)
    release = Release.objects.get()
    assert release.audited
    assert shown_sheets(release.verified())[0].tables[0].title == "Should meetings start after school?"
    assert freeze_due(now=NOW + 10 * WEEK) == []


def test_no_exact_count_is_left_anywhere(caplog):
    counted({"": (23, 17, 11, 3)})
    freeze_due_polls(now=NOW + WEEK)
    stored = str(Release.objects.get().content)
    for exact in ("23", "17", "11", "54"):
        assert f"'count': {exact}" not in stored
    assert "54" not in caplog.text


def test_a_kill_half_way_leaves_the_counters_and_no_release(monkeypatch):
    poll = counted({"": (12, 9, 6, 3)})

    def killed(*args, **kwargs):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("surveys.releases.domain.poll_freezing.settle", killed)
        with pytest.raises(KeyboardInterrupt):
            freeze_due_polls(now=NOW + WEEK)
    poll.refresh_from_db()
    assert poll.state == State.CLOSED
    assert not Release.objects.exists()
    assert freeze_due_polls(now=NOW + WEEK) == 1
