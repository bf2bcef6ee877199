"""A question as its template wants it: for the young person's page, the editor's preview and trying it out alike."""

from collections.abc import Collection, Mapping
from typing import Any

from surveys.questionnaires.schema import Part, Question

HOUSES = {"Q06": "house-good", "Q07": "house-worry", "Q08": "house-dream"}
BEFORE = "."  # between parts in the order they were picked
NOTHING: Mapping[str, Any] = {}


def field_name(part: Part) -> str:
    return f"words-{part.id}" if part.is_text else f"part-{part.id}"


def shown_question(
    question: Question,
    *,
    state: str = "not_asked",
    first: str = "",
    typed: Mapping[str, str] = NOTHING,
    errors: Mapping[str, str] = NOTHING,
    kept: Mapping[str, Collection[str]] = NOTHING,
) -> dict[str, Any]:
    """`first`: the parts to begin with, joined by dots. `kept`: what was made for a part ("drawing", "voice")."""
    parts = _in_order(question, first)
    return {
        "question": question,
        "parts": [{**_shown(part, typed, errors, kept), "to_front": _to_front(part, parts)} for part in parts],
        "state": state,
        "has_text": any(part.is_text for part in question.parts),
        "is_single": question.is_single,
        "is_houses": question.is_houses,
    }


def _shown(
    part: Part, typed: Mapping[str, str], errors: Mapping[str, str], kept: Mapping[str, Collection[str]]
) -> dict[str, Any]:
    return {
        "has_drawing": "drawing" in kept.get(part.id, ()),
        "has_voice": "voice" in kept.get(part.id, ()),
        "part": part,
        "name": field_name(part),
        "typed": typed.get(part.id, ""),
        "error": errors.get(part.id, ""),
        "kind": part.kind.value,
        "symbol": HOUSES.get(part.id, "") if part.kind == "houses" else "",
    }


def _in_order(question: Question, first: str) -> list[Part]:
    """The houses in the order the child picked, then the others; anything else in the address is ignored."""
    picked = first.split(BEFORE)
    return sorted(question.parts, key=lambda part: picked.index(part.id) if part.id in picked else len(picked))


def _to_front(part: Part, parts: list[Part]) -> str:
    """The order after this one is pressed: the others stay as they stand, so that every order can be picked."""
    return BEFORE.join([part.id, *(other.id for other in parts if other is not part)])
