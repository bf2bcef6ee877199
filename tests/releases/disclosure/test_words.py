"""Shares in words come from published numbers only (rules 9, 10)."""

import re

from hypothesis import given
from hypothesis import strategies as st

from surveys.releases.disclosure.extremes import blunted
from surveys.releases.disclosure.words import share_words

PAIRS = st.integers(min_value=2, max_value=40).flatmap(
    lambda n: st.tuples(st.integers(min_value=0, max_value=n).map(lambda c: 5 * c), st.just(5 * n))
)


@given(pair=PAIRS)
def test_p19_a_share_is_worked_out_from_what_is_published_and_never_below_twenty(pair):
    count, n_shown = pair
    words = share_words(count, n_shown=n_shown)
    numbers = re.findall(r"\d+", words)
    if n_shown < 20:
        assert not numbers
    if numbers:
        assert abs(int(numbers[0]) / 10 - count / n_shown) <= 0.05001


@given(pair=PAIRS)
def test_p13_no_words_for_nobody_or_everybody(pair):
    count, n_shown = pair
    cell = blunted(count, n_shown=n_shown, base=5, extremes_from=50)
    words = share_words(cell.count, n_shown=n_shown, extreme=cell.extreme)
    assert words not in {"about 0 in 10", "about 10 in 10"}
    assert not re.search(r"\b(all|none|nobody|everyone)\b", words.replace("nearly all", ""))


def test_words_as_people_say_them():
    assert share_words(25, n_shown=45) == "about 6 in 10"
    assert share_words(0, n_shown=10) == "hardly any"
    assert share_words(5, n_shown=15) == "some"
    assert share_words(5, n_shown=10) == "about half"
    assert share_words(10, n_shown=15) == "most"
    assert share_words(45, n_shown=50, extreme="high") == "more than 9 in 10"
