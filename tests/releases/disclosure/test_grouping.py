"""Joining groups: everyone exactly once, nobody below ten or among one home's, and answers play no part (6, 19)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.releases.disclosure.crowd import NOT_SAID
from surveys.releases.disclosure.grouping import Group, Plan, UnknownCategory, is_whole_groups, join_groups
from surveys.releases.disclosure.plans import AGE_BAND, ETHNIC_GROUP, GENDER, PLANS, SEND_NEED, WHERE_I_LIVE

BANDS = [name for name, _ in AGE_BAND.categories]
SIZES = st.fixed_dictionaries({band: st.integers(min_value=0, max_value=60) for band in BANDS})
HOMES = ("", "Oak House", "Elm House", "East team")


def ids(plan: Plan) -> list[str]:
    return [name for name, _ in plan.categories]


@st.composite
def planned(draw) -> tuple[Plan, dict[str, int], dict[str, dict[str, int]]]:
    """Any plan with any sizes, and the homes the children of each category live in."""
    plan = draw(st.sampled_from(sorted(PLANS.values(), key=lambda each: each.characteristic)))
    settings = {
        name: draw(st.dictionaries(st.sampled_from(HOMES), st.integers(min_value=1, max_value=25), max_size=4))
        for name in ids(plan)
    }
    sizes = {name: sum(homes.values()) + draw(st.integers(0, 20)) for name, homes in settings.items()}
    return plan, sizes, settings


def total(group: Group, sizes: dict[str, int]) -> int:
    return sum(sizes[name] for name in group.members)


def hide_small(plan: Plan, sizes: dict[str, int]) -> list[Group]:
    """What others do: leave small groups out, or put a star. Here only to show that our tests would catch it."""
    return [Group(label, frozenset({name})) for name, label in plan.categories if sizes[name] >= 10]


def assert_everyone_once(plan: Plan, groups) -> None:
    members = [name for group in groups for name in group.members]
    assert sorted(members) == sorted(ids(plan))


@given(planned())
def test_p01_no_group_is_smaller_than_ten(case):
    plan, sizes, settings = case
    for group in join_groups(plan, sizes, floor=10, settings=settings) or ():
        assert total(group, sizes) >= 10


@given(planned())
def test_p02_groups_hold_everyone_exactly_once(case):
    plan, sizes, settings = case
    groups = join_groups(plan, sizes, floor=10, settings=settings)
    if groups is not None:
        assert_everyone_once(plan, groups)


@given(planned())
def test_p02_the_total_less_any_groups_is_nobody_or_ten(case):
    plan, sizes, settings = case
    groups = join_groups(plan, sizes, floor=10, settings=settings) or ()
    for subset in range(1 << len(groups)):
        left = sum(total(group, sizes) for at, group in enumerate(groups) if not subset >> at & 1)
        assert left == 0 or left >= 10


@given(planned())
def test_p03_a_characteristic_is_told_whole_or_not_at_all(case):
    plan, sizes, settings = case
    groups = join_groups(plan, sizes, floor=10, settings=settings)
    assert groups is None or len(groups) >= 2


def test_p02_would_catch_small_groups_being_hidden():
    sizes = {"8-11": 3, "12-15": 20, "16-17": 15, "18-25": 12}
    with pytest.raises(AssertionError):
        assert_everyone_once(AGE_BAND, hide_small(AGE_BAND, sizes))


@given(planned(), st.randoms())
def test_p14_the_grouping_depends_on_sizes_only_and_not_on_their_order(case, shuffle):
    plan, sizes, settings = case
    order = list(sizes)
    shuffle.shuffle(order)
    again = join_groups(plan, {name: sizes[name] for name in order}, floor=10, settings=settings)
    assert again == join_groups(plan, sizes, floor=10, settings=settings)


@given(planned())
def test_rule_19_no_home_school_or_team_supplies_more_than_half_of_a_group(case):
    plan, sizes, settings = case
    for group in join_groups(plan, sizes, floor=10, settings=settings) or ():
        for home in HOMES[1:]:
            assert 2 * sum(settings[name].get(home, 0) for name in group.members) <= total(group, sizes)


def test_rule_19_a_group_of_one_home_is_joined_further():
    sizes = {"8-11": 20, "12-15": 20, "16-17": 15, "18-25": 15}
    from_oak = {"18-25": {"Oak House": 8, "Elm House": 7}}
    groups = join_groups(AGE_BAND, sizes, floor=10, settings=from_oak)
    assert [group.label for group in groups or ()] == ["8 to 11", "12 to 15", "16 to 25"]
    half = {"18-25": {"Oak House": 7, "Elm House": 7}}
    assert len(join_groups(AGE_BAND, sizes, floor=10, settings=half) or ()) == 4


def test_rule_19_a_home_that_supplies_most_of_everyone_leaves_nothing_to_compare():
    sizes = {"8-11": 20, "12-15": 20, "16-17": 15, "18-25": 15}
    assert join_groups(AGE_BAND, sizes, floor=10, settings={name: {"Oak House": 12} for name in sizes}) is None


def test_rule_19_not_knowing_the_place_is_no_place():
    sizes = {"8-11": 20, "12-15": 20, "16-17": 15, "18-25": 15}
    assert len(join_groups(AGE_BAND, sizes, floor=10, settings={"8-11": {"": 20}}) or ()) == 4


@given(sizes=SIZES)
def test_an_empty_group_and_a_group_of_nine_are_treated_alike(sizes):
    small = {name: size if size >= 20 else 0 for name, size in sizes.items()}
    at_zero = join_groups(AGE_BAND, small, floor=10)
    near = {name: size or 1 for name, size in small.items()}
    assert join_groups(AGE_BAND, near, floor=10) == at_zero


@pytest.mark.parametrize(
    ("plan", "sizes", "labels"),
    [
        (AGE_BAND, (12, 20, 15, 2), ["8 to 11", "12 to 15", "16 to 25"]),
        (
            GENDER,
            (33, 40, 3, 1, 4),
            ["Girls and young women", "Boys, non-binary, another word, or did not say"],
        ),
        (
            GENDER,
            (33, 40, 6, 1, 4),
            ["Girls and young women", "Boys and young men", "Non-binary, another word, or did not say"],
        ),
        (GENDER, (33, 5, 0, 0, 1), []),
        (ETHNIC_GROUP, (1, 1, 0, 36, 0, 12), ["All other groups, or did not say", "White"]),
        (ETHNIC_GROUP, (11, 4, 3, 36, 6, 4), ["Asian or Black", "Mixed, another group, or did not say", "White"]),
        (ETHNIC_GROUP, (1, 0, 1, 36, 0, 2), []),
        (SEND_NEED, (14, 20, 3, 3), ["Need some help", "Need no help, not sure, or did not say"]),
        (WHERE_I_LIVE, (30, 7, 5, 2, 0, 6), ["With family", "Anywhere else, or did not say"]),
        (
            WHERE_I_LIVE,
            (30, 9, 6, 5, 1, 6),
            [
                "With family",
                "With a foster carer or in a children’s home",
                "In their own place, somewhere else, or did not say",
            ],
        ),
    ],
)
def test_groups_are_joined_in_the_declared_order(plan, sizes, labels):
    groups = join_groups(plan, dict(zip(ids(plan), sizes, strict=True)), floor=10)
    assert [group.label for group in groups or ()] == labels


def test_a_stranger_is_refused_rather_than_left_out():
    with pytest.raises(UnknownCategory):
        join_groups(AGE_BAND, {"8-11": 12, "26-30": 20}, floor=10)


def test_p15_a_question_for_some_ages_needs_whole_groups():
    groups = join_groups(AGE_BAND, {"8-11": 5, "12-15": 20, "16-17": 15, "18-25": 12}, floor=10)
    assert groups is not None
    assert not is_whole_groups(frozenset({"12-15", "16-17", "18-25"}), groups)
    assert is_whole_groups(frozenset({"16-17", "18-25"}), groups)


plans = pytest.mark.parametrize("plan", PLANS.values(), ids=lambda plan: plan.characteristic)


@plans
def test_a_join_holds_whole_what_was_joined_before_so_that_its_name_stays_true(plan):
    for at, join in enumerate(plan.joins):
        for before in plan.joins[:at]:
            assert before.members <= join.members or not before.members & join.members


@plans
def test_the_last_join_is_everyone_so_that_no_small_group_is_ever_left(plan):
    assert plan.joins[-1].members == set(ids(plan))


@plans
def test_not_said_stands_in_the_first_join_and_its_name_says_so(plan):
    joins = [join for join in plan.joins[:-1] if NOT_SAID in join.members]
    assert plan is AGE_BAND or joins[0] is plan.joins[0]
    assert all("did not say" in join.label for join in joins)


@plans
def test_a_plan_names_every_group_in_its_own_words(plan):
    labels = [label for _, label in plan.categories] + [join.label for join in plan.joins]
    assert len(set(labels)) == len(labels)
    assert all(len(label) <= 60 for label in labels)
