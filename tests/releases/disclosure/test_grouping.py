"""Joining groups: everyone exactly once, nobody in a group below ten, and answers play no part (rule 6)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.releases.disclosure.grouping import Group, UnknownCategory, is_whole_groups, join_groups
from surveys.releases.disclosure.plans import AGE_BAND

BANDS = [name for name, _ in AGE_BAND.categories]
SIZES = st.fixed_dictionaries({band: st.integers(min_value=0, max_value=60) for band in BANDS})


def total(group: Group, sizes: dict[str, int]) -> int:
    return sum(sizes[name] for name in group.members)


def hide_small(sizes: dict[str, int]) -> list[Group]:
    """What others do: leave small groups out. Here only to show that our tests would catch it."""
    return [Group(name, frozenset({name})) for name in sizes if sizes[name] >= 10]


@given(sizes=SIZES)
def test_p01_no_group_is_smaller_than_ten(sizes):
    for group in join_groups(AGE_BAND, sizes, floor=10) or ():
        assert total(group, sizes) >= 10


@given(sizes=SIZES)
def test_p02_groups_hold_everyone_exactly_once(sizes):
    groups = join_groups(AGE_BAND, sizes, floor=10)
    if groups is not None:
        members = [name for group in groups for name in group.members]
        assert sorted(members) == sorted(BANDS)


@given(sizes=SIZES)
def test_p03_a_characteristic_is_told_whole_or_not_at_all(sizes):
    groups = join_groups(AGE_BAND, sizes, floor=10)
    assert groups is None or len(groups) >= 2


def test_p02_would_catch_small_groups_being_hidden():
    sizes = {"8-11": 3, "12-15": 20, "16-17": 15, "18-25": 12}
    assert {name for group in hide_small(sizes) for name in group.members} != set(BANDS)


@given(sizes=SIZES, answers=st.lists(st.sampled_from("abc"), max_size=40), shuffle=st.randoms())
def test_p14_the_grouping_sees_sizes_only(sizes, answers, shuffle):
    before = join_groups(AGE_BAND, sizes, floor=10)
    shuffle.shuffle(answers)
    assert join_groups(AGE_BAND, dict(reversed(sizes.items())), floor=10) == before


@given(sizes=SIZES)
def test_an_empty_group_and_a_group_of_nine_are_treated_alike(sizes):
    small = {name: size if size >= 20 else 0 for name, size in sizes.items()}
    at_zero = join_groups(AGE_BAND, small, floor=10)
    near = {name: size or 1 for name, size in small.items()}
    assert join_groups(AGE_BAND, near, floor=10) == at_zero


def test_neighbours_are_joined_first():
    groups = join_groups(AGE_BAND, {"8-11": 12, "12-15": 20, "16-17": 15, "18-25": 2}, floor=10)
    assert groups is not None
    assert [group.label for group in groups] == ["8 to 11", "12 to 15", "16 to 25"]


def test_a_stranger_is_refused_rather_than_left_out():
    with pytest.raises(UnknownCategory):
        join_groups(AGE_BAND, {"8-11": 12, "26-30": 20}, floor=10)


def test_p15_a_question_for_some_ages_needs_whole_groups():
    groups = join_groups(AGE_BAND, {"8-11": 5, "12-15": 20, "16-17": 15, "18-25": 12}, floor=10)
    assert groups is not None
    assert not is_whole_groups(frozenset({"12-15", "16-17", "18-25"}), groups)
    assert is_whole_groups(frozenset({"16-17", "18-25"}), groups)
