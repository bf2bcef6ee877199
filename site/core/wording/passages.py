"""The words of plain content blocks, for the word checks: from the stored form, so it stays pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

TAGS = re.compile(r"<(?:br|/p|/li)[^>]*>", re.I)
KINDS = {"quote": "quoted", "language_example": "quoted", "contact": "contact"}
ANY_TAG = re.compile(r"<[^>]{0,400}>")


@dataclass(frozen=True, slots=True)
class Passage:
    """`kind` is own (our words), quoted (someone else's, an example) or contact."""

    text: str
    kind: str = "own"
    block: str = ""


def plain_text(html: str) -> str:
    """Rich text as plain text, each paragraph on its own line."""
    return unescape(ANY_TAG.sub("", TAGS.sub("\n", html))).strip()


def passages(stored: Iterable[dict[str, Any]]) -> Iterator[Passage]:
    """The passages of a stream in its stored form (`stream_value.get_prep_value()`), in reading order."""
    for block in stored:
        kind = KINDS.get(block["type"], "own")
        lines = [line for line in _lines(block["type"], block["value"]) if line]
        if lines:
            yield Passage("\n".join(lines), kind, block["type"])
        if block["type"] == "film":
            yield Passage(block["value"]["transcript"], "quoted", "film")


def _lines(kind: str, value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield plain_text(value) if kind == "paragraph" else value
    elif isinstance(value, dict):
        skipped = {"picture", "tone", "image", "url", "reviewed_on", "transcript", "id", "type"}
        for name, part in value.items():
            if name not in skipped:
                yield from _lines(kind, part)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _lines(kind, item.get("value", item) if isinstance(item, dict) else item)
