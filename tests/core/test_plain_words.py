"""A child's words are kept as typed; what cannot be kept is refused in plain words (AC-15, D11)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.plain_words import MAX_CHARS, WordsRefused, clean_words, shown_safely


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200).filter(str.strip))
def test_ordinary_words_come_back_exactly_as_typed(text: str) -> None:
    assert clean_words(text) == text


def test_control_signs_go_and_lines_stay() -> None:
    assert clean_words("one\r\ntwo\x00\x07\tthree") == "one\ntwo\tthree"


def test_markup_and_odd_signs_are_kept_as_words() -> None:
    assert clean_words("I <3 my mum & dad <script>") == "I <3 my mum & dad <script>"


@pytest.mark.parametrize("text", ["a" * (MAX_CHARS + 1), "\U0001f600" * 4_500, "half \ud800 sign"])
def test_too_long_or_broken_text_is_refused(text: str) -> None:
    with pytest.raises(WordsRefused):
        clean_words(text, max_chars=5_000 if text.startswith("\U0001f600") else MAX_CHARS)


def test_direction_tricks_are_made_visible_to_readers() -> None:
    assert "\u202e" not in shown_safely("abc\u202edef")
