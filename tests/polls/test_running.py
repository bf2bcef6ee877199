"""Declared before it opens and fixed from then on; a decision and a day for the reply, or it never opens (SUR14)."""

import datetime as dt

import pytest
from django.utils import timezone

from surveys.polls.domain.counting import refresh_poll_progress
from surveys.polls.domain.running import NotSo, close_poll, destroy_waiting, find_open, make_poll, open_poll, settle
from surveys.polls.domain.splits import CATEGORIES
from surveys.polls.enums import IfTooFew, Progress, Split, State
from surveys.polls.models import UNSAID, Counter, Poll
from surveys.releases.disclosure.crowd import NOT_SAID
from surveys.releases.disclosure.plans import PLANS
from tests.factories.polls import AFTER_SCHOOL, WHO_COMES, answer, closed, drafted, opened

pytestmark = pytest.mark.django_db
NOW = timezone.now()
DAY = dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("questions", "fields", "said"),
    [
        ((), {}, "at least one question"),
        ((AFTER_SCHOOL,) * 9, {}, "at most 8"),
        ((("Which?", ["Yes"]),), {}, "2 or 3 answers"),
        ((("Which?", ["A", "B", "C", "D"]),), {}, "2 or 3 answers"),
        ((("Which?", ["Yes", "yes"]),), {}, "the same answer twice"),
        ((WHO_COMES,), {"decision": " "}, "what the answers can change"),
        ((WHO_COMES,), {"decided_by": ""}, "who decides"),
        ((WHO_COMES,), {"reply_on": NOW.date()}, "a day to come"),
    ],
)
def test_sur14_nothing_is_made_that_could_not_open(questions, fields, said):
    with pytest.raises(NotSo, match=said):
        drafted(now=NOW, questions=questions, **fields)
    assert not Poll.objects.exists()


def test_sur14_a_poll_whose_day_has_passed_does_not_open():
    poll = drafted(now=NOW)
    with pytest.raises(NotSo, match="has passed"):
        open_poll(poll, by=None, now=NOW + 61 * DAY)


def test_opening_makes_every_counter_at_nought_and_no_row_is_made_after_that():
    poll = opened(now=NOW, split=Split.GENDER)
    assert Counter.objects.filter(poll=poll, count=0).count() == (4 + 3) * 5
    answer(poll, now=NOW, category="boy-man", q1="o1")
    assert Counter.objects.count() == (4 + 3) * 5


def test_an_open_poll_is_not_opened_again():
    poll = opened(now=NOW)
    with pytest.raises(NotSo, match="open already"):
        open_poll(poll, by=None, now=NOW)


def test_the_code_opens_while_the_poll_is_open_and_is_stored_nowhere():
    poll = opened(now=NOW, code="ACDE-FGHJ-KMNP")
    assert find_open("acde fghj kmnp") == poll
    assert "ACDE" not in str(Poll.objects.values().get())
    close_poll(poll, by=None, now=NOW)
    assert find_open("ACDE-FGHJ-KMNP") is None
    assert find_open("") is None


def test_too_few_wait_for_a_second_go_and_are_destroyed_after_four_weeks():
    poll = closed(opened(now=NOW), now=NOW)
    settle(poll, was_told=False, now=NOW + 8 * DAY)
    assert poll.state == State.TOO_FEW
    assert Counter.objects.exists()
    assert destroy_waiting(now=NOW + 27 * DAY) == 0
    assert destroy_waiting(now=NOW + 29 * DAY) == 1
    assert not Counter.objects.exists()


def test_a_second_go_adds_to_the_first_and_there_is_no_third():
    poll = opened(now=NOW)
    answer(poll, now=NOW, q1="o1")
    settle(closed(poll, now=NOW), was_told=False, now=NOW)
    open_poll(poll, by=None, now=NOW)
    answer(poll, now=NOW, q1="o1")
    assert Counter.objects.get(question="q1", option="o1").count == 2
    poll.refresh_from_db()
    settle(closed(poll, now=NOW), was_told=False, now=NOW)
    poll.refresh_from_db()
    assert poll.state == State.DESTROYED
    assert not Counter.objects.exists()
    with pytest.raises(NotSo):
        open_poll(poll, by=None, now=NOW)


def test_too_few_are_destroyed_at_once_where_that_was_said():
    poll = closed(opened(now=NOW, if_too_few=IfTooFew.DESTROY), now=NOW)
    settle(poll, was_told=False, now=NOW)
    assert poll.state == State.DESTROYED
    assert not Counter.objects.exists()


@pytest.mark.parametrize("split", CATEGORIES)
def test_a_split_has_the_categories_of_its_plan_and_five_at_most(split):
    own = {NOT_SAID if name == UNSAID else name for name, _ in CATEGORIES[split]}
    assert own == {name for name, _ in PLANS[split].categories}
    assert len(own) <= 5


def test_progress_is_a_band_once_a_week_and_never_falls():
    poll = opened(now=NOW)
    assert refresh_poll_progress(now=NOW) == 1
    for _ in range(12):
        answer(poll, now=NOW)
    assert refresh_poll_progress(now=NOW + 6 * DAY) == 0
    poll.refresh_from_db()
    assert poll.progress == Progress.UNDER_10
    refresh_poll_progress(now=NOW + 7 * DAY)
    poll.refresh_from_db()
    assert poll.progress == Progress.FROM_10
    Counter.objects.update(count=0)
    refresh_poll_progress(now=NOW + 14 * DAY)
    poll.refresh_from_db()
    assert poll.progress == Progress.FROM_10


def test_a_word_that_blames_is_met_with_a_better_one():
    with pytest.raises(NotSo, match="Try"):
        make_poll(drafted(now=NOW), [("Are you hard to reach?", ["Yes", "No"])], by=None, now=NOW)
