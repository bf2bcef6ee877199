"""From exact counts to a table that may be shown (rules 5, 7, 8, 9)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.releases.disclosure.parameters import PROMISED
from surveys.releases.disclosure.rounding import record_mark
from surveys.releases.disclosure.tables import (
    UNSAID,
    NotAllowed,
    Shape,
    Tally,
    choose_any,
    protect,
)

SECRET = b"s" * 32
SHAPE = Shape("q", ("yes", "some", "no"))
ANSWERS = st.lists(st.sampled_from(["yes", "some", "no", UNSAID, "nonsense"]), min_size=10, max_size=120)


def tally_of(answers, *, shape=SHAPE, first=0, secret=SECRET) -> Tally:
    counts, marks = [0] * len(shape.cells), [0] * len(shape.cells)
    for number, answer in enumerate(answers, first):
        cell = shape.cells.index(answer if answer in shape.cells else UNSAID)
        counts[cell] += 1
        marks[cell] += record_mark(secret, str(number))
    return Tally(shape, tuple(counts), tuple(marks))


@given(answers=ANSWERS, secret=st.binary(min_size=32, max_size=32))
def test_p01_every_published_number_is_a_multiple_of_five_and_no_group_is_below_ten(answers, secret):
    table = protect(tally_of(answers, secret=secret), secret=secret, rules=PROMISED)
    assert table.n_shown >= 10
    assert all(cell.count % 5 == 0 and 0 <= cell.count <= table.n_shown for cell in table.cells)
    assert table.n_shown % 5 == 0


@pytest.mark.parametrize("n", range(10))
def test_p01_fewer_than_ten_is_no_table(n):
    with pytest.raises(NotAllowed):
        protect(tally_of(["yes"] * n), secret=SECRET, rules=PROMISED)


@given(answers=ANSWERS)
def test_p03_every_answer_group_is_there_even_when_nobody_chose_it(answers):
    table = protect(tally_of(answers), secret=SECRET, rules=PROMISED)
    assert [cell.option for cell in table.cells] == ["yes", "some", "no", UNSAID]


@given(yes=st.integers(min_value=0, max_value=20), no=st.integers(min_value=10, max_value=30))
def test_p11_the_same_children_show_the_same_number_in_another_table(yes, no):
    """Before the cap: a smaller group may only cap the number at its own shown size."""
    everyone = protect(tally_of(["yes"] * yes + ["no"] * no), secret=SECRET, rules=PROMISED)
    part = protect(tally_of(["yes"] * yes + ["no"] * 10), secret=SECRET, rules=PROMISED)
    whole, small = everyone.cells[0], part.cells[0]
    assert small.count == min(whole.count, part.n_shown) or everyone.n_shown >= 50


def test_rule_7_no_more_than_three_answer_groups_and_did_not_say():
    with pytest.raises(NotAllowed):
        protect(tally_of(["a"] * 20, shape=Shape("q", ("a", "b", "c", "d"))), secret=SECRET, rules=PROMISED)


def test_rule_7_a_choose_any_question_is_one_table_for_each_option():
    shapes = choose_any("q", ("a", "b"), rules=PROMISED)
    assert [shape.question for shape in shapes] == ["q/a", "q/b"]
    with pytest.raises(NotAllowed):
        choose_any("q", tuple("abcdefghi"), rules=PROMISED)


@given(high=st.integers(min_value=0, max_value=60))
def test_rule_9_in_a_large_group_the_finer_number_is_stored_nowhere(high):
    table = protect(tally_of(["yes"] * high + ["no"] * (60 - high)), secret=SECRET, rules=PROMISED)
    for cell in table.cells:
        assert 6 <= cell.count <= 54 or cell.extreme == ""
        if not cell.extreme:
            assert 0.1 <= cell.count / table.n_shown <= 0.9


@given(answers=st.lists(st.sampled_from(["yes", "some", "no"]), min_size=10, max_size=70), changed=st.data())
def test_p07_two_worlds_that_differ_in_one_child_show_nearly_the_same(answers, changed):
    """Frozen apart, with secrets of their own: no published number differs by more than five."""
    at = changed.draw(st.integers(min_value=0, max_value=len(answers) - 1))
    other = list(answers)
    other[at] = changed.draw(st.sampled_from(["yes", "some", "no", UNSAID]))
    worlds = [[shown_with(world, number) for number in range(25)] for world in (answers, other)]
    for here, there in zip(zip(*worlds[0], strict=True), zip(*worlds[1], strict=True), strict=True):
        assert max(abs(left.count - right.count) for left in here for right in there) <= 5


def shown_with(answers, number):
    secret = bytes([number]) * 32
    return protect(tally_of(answers, secret=secret), secret=secret, rules=PROMISED).cells
