"""The screen marks what could tell who it is. It helps two people; it never decides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.wording.other_lists import FIRST_NAMES
from surveys.themes.domain.screening import (
    AGE,
    DATE,
    EVENT,
    FAMILY,
    NAME,
    PLACE,
    REACH,
    SLANG,
    pieces,
    screen,
)


def reasons(text: str, **options: object) -> set[str]:
    return {flag.reason for flag in screen(text, **options)}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("my friend kyle was there", NAME),
        ("I like Mrs Long", NAME),
        ("it was Zanzi who said it", NAME),
        ("at Ashdown Academy they listen", PLACE),
        ("near M1 1AE", PLACE),
        ("on Tuesday they came", DATE),
        ("in march it got better", DATE),
        ("it was on 12/03", DATE),
        ("at 4pm", DATE),
        ("it was my birthday", DATE),
        ("I am fourteen", AGE),
        ("I'm 14 now", AGE),
        ("a girl of twelve years", AGE),
        ("I am in year 9", AGE),
        ("call 07700 900123", REACH),
        ("jo@example.org", REACH),
        ("I am @kai06 there", REACH),
        ("add kai_06", REACH),
        ("on my snapchat", REACH),
        ("my nan lets me", FAMILY),
        ("my half brother", FAMILY),
        ("when he was arrested", EVENT),
        ("idk tbh", SLANG),
        ("h8 it", SLANG),
        ("soooo bored", SLANG),
        ("please listen!!", SLANG),
        ("good 🙂", SLANG),
    ],
)
def test_what_could_tell_who_it_is_is_marked(text, reason):
    assert reason in reasons(text)


@pytest.mark.parametrize(
    "text",
    [
        "I want one worker, not a new one every month.",
        "It was OK. I liked that people listened to me.",
        "Meetings are too long and I get tired.",
    ],
)
def test_plain_words_are_left_alone(text):
    assert screen(text) == []


def test_names_of_the_card_are_marked_in_any_case():
    assert NAME in reasons("then quillfeather came in", known=["Quillfeather"])


@given(st.text(max_size=400))
def test_every_flag_is_at_its_place_and_the_pieces_are_the_whole_text(text):
    flags = screen(text)
    assert all(text[flag.start : flag.end] == flag.words != "" for flag in flags)
    assert "".join(piece.text for piece in pieces(text, flags)) == text


@given(
    st.sampled_from(sorted(FIRST_NAMES)),
    st.sampled_from([str.lower, str.upper, str.title]),
    st.text(alphabet="abcdefg hij,.", max_size=60),
    st.text(alphabet="abcdefg hij,.", max_size=60),
)
def test_a_known_first_name_is_found_anywhere_in_any_case(name, cased, before, after):
    assert NAME in reasons(f"{before} {cased(name)} {after}")


@given(st.integers(0, 9_999_999_999), st.text(alphabet="abc d", max_size=30))
def test_a_run_of_digits_never_goes_unmarked(number, around):
    assert screen(f"{around} {number:011d} {around}")


@given(st.integers(1, 31), st.integers(1, 12), st.sampled_from("/.-"))
def test_a_date_never_goes_unmarked(day, month, sign):
    assert DATE in reasons(f"it was {day}{sign}{month} when")


def test_a_flag_shows_no_words_of_its_own():
    assert "kyle" not in repr(screen("my friend kyle"))
