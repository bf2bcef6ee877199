"""P22: reach is bands only, never "none" or "all"; where fewer than 20 live here nothing is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.releases.disclosure.grouping import Group
from surveys.releases.disclosure.reach import (
    BANDS,
    OVER_THREE_QUARTERS,
    UNDER_QUARTER,
    Heard,
    people_in,
    reach_band,
    reach_sentences,
    shown_population,
)

SHOWN_SIZES = st.integers(2, 400).map(lambda fives: 5 * fives)
PEOPLE = st.integers(0, 5_000)
BOYS, GIRLS = "boys and young men", "girls and young women"


@given(SHOWN_SIZES, PEOPLE)
def test_p22_reach_is_one_of_four_bands_and_never_none_or_all(n_shown, people):
    population = shown_population(people, base=5)
    if population is None:
        assert people < 20
        return
    band = reach_band(n_shown, population)
    assert band in BANDS
    for words in BANDS.values():
        assert not any(word in words for word in ("no one", "none", "everyone", "all", "0%", "100%"))


@given(PEOPLE)
def test_p22_a_population_is_a_multiple_of_five_and_fewer_than_twenty_is_not_shown(people):
    population = shown_population(people, base=5)
    assert (population is None) == (people < 20)
    if population is not None:
        assert population % 5 == 0
        assert population >= 20
        assert abs(population - people) <= 2


@given(SHOWN_SIZES, st.integers(4, 1_000).map(lambda fives: 5 * fives))
def test_a_band_says_what_the_shown_numbers_say(n_shown, population):
    quarters = {UNDER_QUARTER: (0, 1), "quarter_to_half": (1, 2), "half_to_three_quarters": (2, 3)}
    low, high = quarters.get(reach_band(n_shown, population), (3, None))
    assert 4 * n_shown >= low * population
    assert high is None or 4 * n_shown < high * population


def test_more_answers_than_people_is_an_old_count_and_not_everybody():
    assert reach_band(200, 100) == reach_band(100, 100) == OVER_THREE_QUARTERS


def test_a_joined_group_is_the_sum_of_its_categories():
    joined = Group("16 to 25", frozenset({"16-17", "18-25"}))
    nobody = frozenset({"unsaid"})
    assert people_in(joined, {"16-17": 30, "18-25": 12, "8-11": 99}, nobody_is=nobody) == 42
    assert people_in(joined, {"16-17": 30}, nobody_is=nobody) is None
    with_unsaid = Group("Others", frozenset({"18-25", "unsaid"}))
    assert people_in(with_unsaid, {"18-25": 12}, nobody_is=nobody) == 12
    assert people_in(Group("Did not say", nobody), {}, nobody_is=nobody) is None


def test_the_sentences_of_the_specification():
    everyone = Heard("young people", 80, 200)
    boys, girls = Heard(BOYS, 15, 100), Heard(GIRLS, 65, 100)
    assert reach_sentences(everyone, (boys, girls)) == (
        "We heard from between a quarter and a half of the young people we could hear from.",
        "We are not reaching boys and young men yet.",
        "Boys and young men are about half of the young people we could hear from but fewer than a quarter of answers.",
    )


def test_nothing_is_said_where_nothing_is_clear():
    everyone = Heard("young people", 80, 200)
    assert len(reach_sentences(everyone, (Heard(BOYS, 35, 100), Heard(GIRLS, 45, 100)))) == 1
    assert reach_sentences(None, ()) == ()


@given(st.lists(st.tuples(SHOWN_SIZES, st.integers(4, 200)), min_size=1, max_size=5))
def test_sentences_are_short_and_never_hold_a_number(groups):
    heard = tuple(Heard(f"young people in place {'abcde'[at]}", n, 5 * p) for at, (n, p) in enumerate(groups))
    everyone = Heard("young people", sum(h.n_shown for h in heard), sum(h.population for h in heard))
    for sentence in reach_sentences(everyone, heard):
        assert len(sentence.split()) <= 25
        assert not any(sign.isdigit() for sign in sentence)


@pytest.mark.parametrize("population", [19, 18, 10, 1, 0])
def test_the_smallest_populations_are_never_rounded_up_into_view(population):
    assert shown_population(population, base=5) is None
