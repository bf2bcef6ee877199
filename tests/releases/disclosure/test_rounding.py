"""Rounding by chance: fair, the same for the same children, and proof of nothing (rule 8)."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.releases.disclosure.rounding import chance_rounded, group_size, record_mark

COUNTS = st.integers(min_value=0, max_value=200)
SECRETS = st.binary(min_size=32, max_size=32)


def secret_of(number: int) -> bytes:
    return hashlib.sha256(f"test secret {number}".encode()).digest()


def shown(count: int, n: int, secret: bytes, question: str = "q", marks: int = 7) -> int:
    rounded = chance_rounded(count, secret=secret, question=question, marks=marks, base=5)
    return min(rounded, group_size(n, base=5))


def values_seen(count: int, n: int, rounding=shown) -> set[int]:
    return {rounding(count, n, secret_of(number)) for number in range(200)}


def nearest_five(count: int, n: int, secret: bytes) -> int:
    return 5 * ((count + 2) // 5)


@given(count=COUNTS, secret=SECRETS, marks=st.integers(min_value=0, max_value=2**256 - 1))
def test_p01_every_number_is_a_multiple_of_five_next_to_the_truth(count, secret, marks):
    value = chance_rounded(count, secret=secret, question="q", marks=marks, base=5)
    assert value in {5 * (count // 5), -5 * (-count // 5)}


@given(count=COUNTS, secret=SECRETS)
def test_p11_asking_again_gives_the_same_number(count, secret):
    assert len({shown(count, 200, secret) for _ in range(1000)}) == 1


@given(keys=st.sets(st.text(min_size=1), min_size=1, max_size=8), secret=SECRETS, shuffle=st.randoms())
def test_p11_the_name_of_a_set_of_children_does_not_depend_on_their_order(keys, secret, shuffle):
    def drawn(ordered):
        return shown(12, 50, secret, marks=sum(record_mark(secret, key) for key in ordered))

    mixed = list(keys)
    shuffle.shuffle(mixed)
    assert drawn(sorted(keys)) == drawn(mixed)


def test_p11_other_children_or_another_question_draw_anew():
    secret = secret_of(1)
    assert {shown(12, 50, secret, marks=marks) for marks in range(50)} == {10, 15}
    assert {shown(12, 50, secret, question=f"q{number}") for number in range(50)} == {10, 15}


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 5, 13, 27])
def test_p12_on_average_nothing_is_added_or_lost(count):
    secrets = (secret_of(number) for number in range(10_000))
    total = sum(chance_rounded(count, secret=key, question="q", marks=3, base=5) for key in secrets)
    assert abs(total / 10_000 - count) < 0.1


@pytest.mark.parametrize("n", range(10, 80))
def test_p13_all_of_a_group_can_not_be_told_from_all_but_three(n):
    assert values_seen(n, n) & values_seen(n - 3, n)
    assert values_seen(0, n) & values_seen(3, n)


def test_p13_would_catch_rounding_to_the_nearest_five():
    apart = [n for n in range(10, 80) if not values_seen(n, n, nearest_five) & values_seen(n - 3, n, nearest_five)]
    assert apart
    assert not values_seen(0, 12, nearest_five) & values_seen(3, 12, nearest_five)


@given(count=st.integers(min_value=0, max_value=60), n=st.integers(min_value=10, max_value=60))
def test_p07_one_child_more_or_less_never_moves_a_number_by_more_than_five(count, n):
    count = min(count, n)
    here = values_seen(count, n)
    for other_count, other_n in ((count + 1, n + 1), (count, n + 1), (min(count + 1, n), n)):
        there = values_seen(other_count, other_n)
        assert here & there or group_size(n, base=5) != group_size(other_n, base=5)
        assert max(abs(left - right) for left in here for right in there) <= 5


@given(n=st.integers(min_value=0, max_value=10**6))
def test_a_shown_size_is_never_more_than_there_are(n):
    assert 0 <= n - group_size(n, base=5) <= 4
