"""Reads and writes gettext's .po files: enough of the format for ours, always written the same way."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

# Notes that `make messages` writes beside a string, for translators and for core.catalogues.
SAFETY = "Safety text: a person who knows the language reads it before any child does."
PLAIN = "Stands where English cannot be marked as English."
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
UNESCAPE = {written[1]: sign for sign, written in ESCAPES.items()}


@dataclass(frozen=True)
class Message:
    """One string: `words` are its translations, one for each plural form."""

    id: str
    plural: str = ""
    context: str | None = None
    words: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.context or "", self.id, self.plural)

    @property
    def gettext_key(self) -> str:
        return self.id if self.context is None else f"{self.context}\x04{self.id}"

    @property
    def is_translated(self) -> bool:
        return bool(self.words) and all(self.words) and "fuzzy" not in self.flags


@dataclass
class PoFile:
    header: str = ""
    comment: str = ""
    messages: list[Message] = field(default_factory=list)

    def by_key(self) -> dict[tuple[str, str, str], Message]:
        return {message.key: message for message in self.messages}

    @property
    def digest(self) -> str:
        """Of every source string and every translation; other files with the same words have the same digest."""
        lines = sorted(repr((*message.key, message.words)) for message in self.messages)
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def read_po(path: Path) -> PoFile:
    return parse(path.read_text(encoding="utf-8")) if path.exists() else PoFile()


def parse(text: str) -> PoFile:
    """Obsolete entries (#~) are left out."""
    found = PoFile()
    for block in re.split(r"\n\s*\n", text.strip()):
        message, comments = _parse_block(block)
        if message is None:
            continue
        if message.id:
            found.messages.append(message)
        else:
            found.header, found.comment = "".join(message.words), "\n".join(comments)
    return found


def _parse_block(block: str) -> tuple[Message | None, list[str]]:
    values: dict[str, str] = {}
    marks: dict[str, list[str]] = {":": [], ".": [], ",": [], " ": []}
    current = ""
    for line in block.splitlines():
        if line.startswith("#"):
            kind = line[1:2] or " "
            marks.setdefault(kind, []).append(line[2:].strip())
            continue
        if not line.startswith('"'):
            current, line = line.split(" ", 1)
        values[current] = values.get(current, "") + _unquoted(line)
    if "msgid" not in values:
        return None, []
    message = Message(
        id=values["msgid"],
        plural=values.get("msgid_plural", ""),
        context=values.get("msgctxt"),
        words=tuple(words for name, words in values.items() if name.startswith("msgstr")),
        places=tuple(place for line in marks[":"] for place in line.split()),
        notes=tuple(marks["."]),
        flags=tuple(flag.strip() for line in marks[","] for flag in line.split(",")),
    )
    return message, marks[" "]


def _unquoted(line: str) -> str:
    inside = "".join(QUOTED.findall(line))
    return re.sub(r"\\(.)", lambda hit: UNESCAPE.get(hit.group(1), hit.group(1)), inside)


def text_of(po: PoFile) -> str:
    top = [f"# {line}".rstrip() for line in po.comment.splitlines()]
    blocks = ["\n".join([*top, 'msgid ""', *_assigned("msgstr", po.header)])]
    blocks += ["\n".join(_lines(message)) for message in sorted(po.messages, key=lambda each: each.key)]
    return "\n\n".join(blocks) + "\n"


def _lines(message: Message) -> Iterator[str]:
    yield from (f"#. {note}" for note in message.notes)
    yield from (f"#: {place}" for place in message.places)
    if message.flags:
        yield "#, " + ", ".join(message.flags)
    if message.context is not None:
        yield from _assigned("msgctxt", message.context)
    yield from _assigned("msgid", message.id)
    if not message.plural:
        yield from _assigned("msgstr", "".join(message.words))
        return
    yield from _assigned("msgid_plural", message.plural)
    for number, words in enumerate(message.words):
        yield from _assigned(f"msgstr[{number}]", words)


def _assigned(name: str, value: str) -> Iterator[str]:
    lines = value.splitlines(keepends=True)
    if len(lines) < 2:
        yield f'{name} "{_escaped(value)}"'
        return
    yield f'{name} ""'
    yield from (f'"{_escaped(line)}"' for line in lines)


def _escaped(value: str) -> str:
    return "".join(ESCAPES.get(sign, sign) for sign in value)


def merged(sources: Iterable[Message], old: PoFile, *, n_plurals: int) -> list[Message]:
    """The strings of today with the translations of yesterday; whatever has new English waits for a translation."""
    known = old.by_key()
    found = []
    for message in sources:
        size = n_plurals if message.plural else 1
        had = known.get(message.key)
        words = had.words if had and len(had.words) == size else ("",) * size
        found.append(replace(message, words=words))
    return found
