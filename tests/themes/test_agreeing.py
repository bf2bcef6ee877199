"""Only what two people say counts."""

from hypothesis import given
from hypothesis import strategies as st

from surveys.themes.domain.agreeing import agreed

LOOK = st.frozensets(st.sampled_from("abcdefgh"))


def test_one_look_settles_nothing():
    assert agreed([frozenset("a")]) is None


def test_two_alike_stand_and_two_that_differ_wait():
    assert agreed([frozenset("ab"), frozenset("ab")]) == frozenset("ab")
    assert agreed([frozenset(), frozenset()]) == frozenset()
    assert agreed([frozenset("a"), frozenset("ab")]) is None


def test_a_third_look_settles_by_two_of_three():
    assert agreed([frozenset("ab"), frozenset("bc"), frozenset("a")]) == frozenset("ab")


@given(st.lists(LOOK, max_size=3))
def test_whatever_stands_was_seen_by_two_people_and_order_is_no_matter(looks):
    stands = agreed(looks)
    if stands is not None:
        assert all(sum(theme in look for look in looks) >= 2 for theme in stands)
        assert agreed(looks[::-1]) == stands
        assert all(theme in stands for theme in "abcdefgh" if sum(theme in look for look in looks) >= 2)
