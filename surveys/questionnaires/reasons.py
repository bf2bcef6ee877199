"""Reasons against publishing, each with the place in the editor where it can be put right."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from surveys.questionnaires.domain.bank import keys_with_wording, wordings_for
from surveys.questionnaires.domain.readiness import LUNDY
from surveys.questionnaires.models import Questionnaire

ITEMS = "panel-child-questions-child-items-section"
FIELD_OF = {reason: name for name, reason in LUNDY.items()}
BY_WORDS = (
    ("Choose when", "form"),
    ("always named", "form"),
    ("already in use", "form"),
    ("Choose short or long", "length"),
    ("can sound like blame", "title"),
)
SHORT_NAME = r"[QCEX][A-Za-z0-9]*\d[A-Za-z0-9]*(?:-[A-Za-z0-9]+)*"
CODE = re.compile(rf"“(?P<quoted>{SHORT_NAME})”|\b(?P<plain>{SHORT_NAME})\b")


@dataclass(frozen=True, slots=True)
class InPlace:
    """`anchor` is the id of an element of the editor."""

    text: str
    anchor: str


def reasons_in_place(reasons: Iterable[str], questionnaire: Questionnaire) -> list[InPlace]:
    places = dict(_places(questionnaire))
    words = _words_of(questionnaire)
    return [InPlace(_with_words(reason, words), _anchor(reason, places)) for reason in reasons]


def _code(found: re.Match[str]) -> str:
    return found["quoted"] or found["plain"]


def _anchor(reason: str, places: dict[str, str]) -> str:
    if reason in FIELD_OF:
        return f"id_{FIELD_OF[reason]}"
    for found in CODE.finditer(reason):
        if _code(found) in places:
            return places[_code(found)]
    return next((f"id_{field}" for words, field in BY_WORDS if words in reason), ITEMS)


def _with_words(reason: str, words: dict[str, str]) -> str:
    """Q28 alone says little: its words stand behind it, once."""
    told: set[str] = set()

    def named(found: re.Match[str]) -> str:
        code = _code(found)
        if code not in words or code in told or words[code] in reason:
            return found.group()
        told.add(code)
        return f"{code} (“{words[code]}”)"

    return CODE.sub(named, reason)


def _words_of(questionnaire: Questionnaire) -> dict[str, str]:
    """Each question's words by its short name; the bank's where this age has none, so that it can still be told."""
    bank = wordings_for(questionnaire.band, questionnaire.level)
    words = dict(keys_with_wording()) | {key: question.wording for key, question in bank.items()}
    for item in questionnaire.items:
        if item.value.get("wording"):
            words[code_of(item)] = str(item.value["wording"])
    return words


def _places(questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    for item in questionnaire.items:
        code = code_of(item)
        if code:
            yield code, f"block-{item.id}-section" if item.id else ITEMS


def code_of(item: Any) -> str:
    """The question's short name, as far as it is written already."""
    return str(item.value.get("key" if item.block_type == "bank" else "code") or "")
