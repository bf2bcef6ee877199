"""The word checks are pure: no Django, no database, no network."""

import socket
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.wording import SUBGROUP_SUMMARY, Level, blaming_words, check_text, jargon, readability
from core.wording.passages import passages, plain_text
from core.wording.syllables import count_syllables

AUDIENCES = ("easy-read", "8-11", "12-15", "16-17", "18-25", "parent-carer", SUBGROUP_SUMMARY)


def rules(text, audience="8-11"):
    return {finding.rule for finding in check_text(text, audience)}


@pytest.mark.parametrize(
    ("word", "beats"),
    [
        ("cat", 1),
        ("meeting", 2),
        ("decided", 3),
        ("advocate", 3),
        ("stopped", 1),
        ("wanted", 2),
        ("table", 2),
        ("safe", 1),
        ("together", 3),
        ("different", 3),
        ("changes", 2),
        ("people", 2),
        ("important", 3),
        ("idea", 3),
    ],
)
def test_beats_of_everyday_words(word, beats):
    assert count_syllables(word) == beats


def test_headings_and_list_items_are_sentences_of_their_own():
    reading = readability("What it is\nA meeting\nYou can say no")
    assert reading.sentences == 3
    assert reading.longest == 4


def test_grade_follows_flesch_and_kincaid():
    reading = readability("The cat sat on the mat.")
    assert reading.grade == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59, abs=0.01)
    assert reading.too_short


def test_an_empty_text_has_no_reading():
    assert readability("").words == 0
    assert check_text("", "8-11") == []


def test_nothing_is_fetched(monkeypatch):
    monkeypatch.setattr(socket, "socket", None)
    assert readability("Adults listen to what you say.").words == 6


@pytest.mark.parametrize(
    "text",
    [
        "She was putting herself at risk.",
        "PUTTING   HIMSELF AT RISK",
        "risk-taking",
        "hard‑to‑reach",
        "Gang-members",
        "He refused to engage.",
        "a lifestyle choice",
        "streetwise",
        "She absconded.",
        "drug dealers",
        "failed to attend",
    ],
)
def test_blaming_words_block_in_any_case_and_with_any_hyphen(text):
    found = [one for one in check_text(text, "12-15") if one.rule == "R4"]
    assert found
    assert found[0].level == Level.BLOCK


@pytest.mark.parametrize(
    "text", ["It can be difficult.", "The ideal day.", "We risk nothing.", "A slavery law", "my boyfriend"]
)
def test_ordinary_words_are_not_blame(text):
    assert blaming_words(text) == []


def test_blame_may_stand_in_a_quote_and_only_warns_in_staff_text():
    assert "R4" not in {one.rule for one in check_text("streetwise", "12-15", quoted=True)}
    assert check_text("streetwise", SUBGROUP_SUMMARY)[0].level == Level.WARN


def test_jargon_is_fine_once_it_is_explained():
    assert [hit.words for hit in jargon("Your advocate helps.")] == ["advocate"]
    assert jargon("An advocate is on your side. Your advocate helps.") == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Some adults will come to talk about all of the many things that you want to say today.", "R2"),
        ("The safeguarding team", "R3"),
        ("The plan was written by us.", "R5"),
        ("The MARAC meets.", "R6"),
        ("Do not go unless you are not sure.", "R7"),
        ("Call 01332 555123.", "R11"),
        ("jo@example.org", "R11"),
        ("DE1 2FS", "R11"),
        ("Sarah Jones helps.", "R11"),
        ("Mr Patel helps.", "R11"),
        ("You must come.", "R12"),
        ("Let us touch base.", "R15"),
    ],
)
def test_each_rule_finds_its_case(text, rule):
    assert rule in rules(text)


@pytest.mark.parametrize(
    "text", ["Call 999.", "Childline is 0800 1111.", "Samaritans: 116 123", "Sarah helps.", "Safe and Sound"]
)
def test_public_numbers_and_first_names_may_stand(text):
    assert "R11" not in rules(text)


def test_a_hard_page_is_named_as_hard():
    text = "Institutional representatives facilitate multidisciplinary deliberation regarding intervention. " * 20
    assert "R1" in rules(text)
    assert "R1" not in rules("We want to hear you. You can say no. " * 20)


def test_only_the_five_of_s27_block():
    text = "Institutional representatives must facilitate multidisciplinary deliberation. The MARAC was told. " * 20
    assert not any(one.blocks for one in check_text(text, "8-11"))


def test_words_of_blocks_keep_their_kind():
    stored = [
        {"type": "paragraph", "value": "<p>One &amp; <b>two</b></p><p>Three</p>"},
        {"type": "list", "value": [{"type": "item", "value": "Four", "id": "x"}]},
        {"type": "quote", "value": {"text": "streetwise", "who": "a report"}},
        {"type": "contact", "value": {"name": "Duty", "phone": "01332 555123", "reviewed_on": None}},
        {"type": "image", "value": {"image": 3, "alt": "A dog"}},
    ]
    found = list(passages(stored))
    assert [part.text for part in found][:2] == ["One & two\nThree", "Four"]
    assert [part.kind for part in found] == ["own", "own", "quoted", "contact", "own"]
    assert plain_text("a<br/>b") == "a\nb"


@given(st.text(max_size=400), st.sampled_from(AUDIENCES))
def test_any_text_gets_an_answer(text, audience):
    reading = readability(text)
    assert reading.words >= 0
    assert 0 <= reading.polysyllable_share <= 1
    for finding in check_text(text, audience):
        assert finding.message
        assert len(finding.where) <= 120


@given(
    st.lists(
        st.sampled_from(["We listen.", "You can say no.", "Adults plan.", "It is OK."]),
        min_size=1,
        max_size=30,
    )
)
def test_repeating_a_text_does_not_change_its_grade(sentences):
    text = " ".join(sentences)
    assert readability(text).grade == readability(f"{text}\n{text}").grade


@pytest.mark.parametrize(
    "nasty",
    [
        "a" * 50_000,
        "1 " * 40_000,
        "A." * 40_000,
        "not " * 20_000,
        "unless " * 12_000,
        "<" * 90_000,
        "was " * 20_000,
        "a@" * 40_000,
        "a@a." * 20_000,
    ],
)
def test_no_text_makes_the_checks_slow(nasty):
    start = time.process_time()
    check_text(nasty, "12-15")
    assert time.process_time() - start < 5
