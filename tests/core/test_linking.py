"""bleach finds web addresses, nh3 decides what gets out (dependencies: honest roles)."""

import html
import re

import bleach
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.linking import LONGEST, linked

HOSTILE = (
    "<script>alert(1)</script> http://example.org",
    "javascript:alert(1)",
    "<a href='javascript:alert(1)' onclick=x>here</a>",
    "<img src=x onerror=alert(1)>",
    'http://example.org/"onmouseover="alert(1)',
    "data:text/html,<script>alert(1)</script>",
)


def test_a_web_address_becomes_a_link_that_gives_nobody_a_referrer() -> None:
    shown = linked("See https://example.org/help for more")
    assert '<a href="https://example.org/help" rel="nofollow noopener noreferrer">' in shown


@pytest.mark.parametrize("text", HOSTILE)
def test_no_hostile_line_gets_out_alive(text: str) -> None:
    tags = re.findall(r"<[^>]*>", linked(text))
    assert all(re.fullmatch(r'</a>|<a href="https?://[^"]*" rel="[a-z ]*">', tag) for tag in tags)


@given(st.text(max_size=200))
def test_whatever_is_written_only_plain_links_come_out(text: str) -> None:
    tags = re.findall(r"<[^>]*>", linked(text))
    assert all(re.fullmatch(r'</a>|<a href="https?://[^"]*" rel="[a-z ]*">', tag) for tag in tags)


def test_nh3_has_the_last_word_whatever_bleach_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        bleach, "linkify", lambda text, **options: "<script>alert(1)</script><a href='javascript:x'>y</a>"
    )
    assert linked("anything") == '<a rel="nofollow noopener noreferrer">y</a>'


def test_a_very_long_text_is_cut_before_it_costs_anything() -> None:
    assert len(html.unescape(linked("a " * LONGEST))) <= LONGEST
