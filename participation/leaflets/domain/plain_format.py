"""How shipped texts are written down: a few signs at the start of a line, turned into blocks.

``## heading`` · ``- item`` · ``1. title | text`` · ``> words | who`` · ``!mint title | text`` ·
``@ who | what they do`` · ``* picture | text`` · ``~ avoid | say`` · ``+ name | phone | when | note`` ·
``[] label | address``. Plain lines are a paragraph with ``**bold**`` words. An empty line ends a paragraph;
an indented line goes on with the line before it.
"""

import re
from collections.abc import Iterator
from datetime import date
from html import escape
from itertools import groupby
from typing import Any
from uuid import NAMESPACE_URL, uuid5

BOLD = re.compile(r"\*\*(.+?)\*\*")
SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("heading", re.compile(r"^##\s+(.*)$")),
    ("list", re.compile(r"^-\s+(.*)$")),
    ("steps", re.compile(r"^\d+\.\s+(.*)$")),
    ("quote", re.compile(r"^>\s+(.*)$")),
    ("callout", re.compile(r"^!(\w+\s+.*)$")),
    ("people", re.compile(r"^@\s+(.*)$")),
    ("pictures", re.compile(r"^\*\s+(.*)$")),
    ("language_example", re.compile(r"^~\s+(.*)$")),
    ("contact", re.compile(r"^\+\s+(.*)$")),
    ("outside_link", re.compile(r"^\[\]\s+(.*)$")),
)
NAMES = {
    "steps": ("title", "text"),
    "people": ("who", "does"),
    "pictures": ("picture", "text"),
    "quote": ("text", "who"),
    "callout": ("title", "text"),
    "language_example": ("avoid", "say"),
    "contact": ("name", "phone", "when", "note"),
    "outside_link": ("label", "url"),
}
GOES_ON = re.compile(r"\n[ \t]+(?=\S)")
GATHERED = frozenset({"list", "steps", "people", "pictures"})


def stream_from(text: str, *, seed: str, contacts_on: date | None = None) -> list[dict[str, Any]]:
    """The stored form of a stream. Block ids come from `seed`: the same text is the same stream."""
    blocks = list(_blocks(text, contacts_on))
    return [
        {"type": kind, "value": value, "id": str(uuid5(NAMESPACE_URL, f"{seed}#{place}"))}
        for place, (kind, value) in enumerate(blocks)
    ]


def _blocks(text: str, contacts_on: date | None) -> Iterator[tuple[str, Any]]:
    lines = [_sign(line.strip()) for line in GOES_ON.sub(" ", text.strip()).splitlines()]
    for kind, group in groupby(lines, key=lambda line: line[0]):
        parts = [part for _, part in group]
        if kind == "text":
            yield "paragraph", f"<p>{_rich(' '.join(parts))}</p>"
        elif kind in GATHERED:
            yield kind, [_item(kind, part) for part in parts]
        elif kind:
            for part in parts:
                yield kind, _value(kind, part, contacts_on)


def _sign(line: str) -> tuple[str, str]:
    for kind, pattern in SIGNS:
        if match := pattern.match(line):
            return kind, match.group(1)
    return ("text", line) if line else ("", "")


def _rich(text: str) -> str:
    return BOLD.sub(r"<b>\1</b>", escape(text, quote=False))


def _split(kind: str, part: str) -> dict[str, Any]:
    pieces = [piece.strip() for piece in part.split("|")]
    return dict(zip(NAMES[kind], [*pieces, *[""] * len(NAMES[kind])], strict=False))


def _item(kind: str, part: str) -> dict[str, Any]:
    value = part if kind == "list" else _split(kind, part)
    return {"type": "item", "value": value, "id": str(uuid5(NAMESPACE_URL, part))}


def _value(kind: str, part: str, contacts_on: date | None) -> Any:
    if kind == "heading":
        return part
    if kind == "callout":
        tone, _, rest = part.partition(" ")
        return _split(kind, rest) | {"tone": tone}
    if kind == "contact":
        return _split(kind, part) | {"reviewed_on": contacts_on.isoformat() if contacts_on else None}
    return _split(kind, part)
