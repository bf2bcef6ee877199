"""The word checks as data: a name, a level, a test, a message (domain §2.3; S27 decides what blocks)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from core.wording.blame import blaming_words
from core.wording.jargon import jargon
from core.wording.lists import Hit, find_terms, flatten
from core.wording.other_lists import FIRST_NAMES, KNOWN_CAPITALS, PUBLIC_NUMBERS, SAYINGS, TONE
from core.wording.readability import readability, sentences_of, words_of
from core.wording.targets import STAFF_NOTE, SUBGROUP_SUMMARY, target_for


class Level(StrEnum):
    BLOCK = "block"
    WARN = "warn"
    INFO = "info"


Hits = Iterator[tuple[str, str]]
"""Pairs of (why, the words it is about)."""


@dataclass(frozen=True)
class Rule:
    """`test` yields what it found; `message` takes `{why}` and `{where}`."""

    name: str
    title: str
    level: Callable[[str], Level]
    test: Callable[[str, str], Hits]
    message: str


def always(level: Level) -> Callable[[str], Level]:
    return lambda audience: level


def _blame_level(audience: str) -> Level:
    return Level.WARN if audience in (STAFF_NOTE, SUBGROUP_SUMMARY) else Level.BLOCK


def _passive_level(audience: str) -> Level:
    return Level.WARN if audience in ("8-11", "easy-read") else Level.INFO


def too_hard(text: str, audience: str) -> Hits:
    reading, target = readability(text), target_for(audience)
    over = reading.age - target.reading_age
    if reading.too_short or over <= 0:
        return
    much = "much harder" if over > 2 else "harder"
    yield f"{much} than these readers need: reading age {reading.age:.0f}, aim for {target.reading_age}", ""


def too_long(text: str, audience: str) -> Hits:
    limit = target_for(audience).longest
    for sentence in sentences_of(text):
        count = len(words_of(sentence))
        if count > limit:
            yield f"{count} words, aim for {limit} or fewer", sentence


def _say(hits: list[Hit]) -> Hits:
    for hit in hits:
        yield hit.term.say, hit.words


def office_words(text: str, audience: str) -> Hits:
    yield from _say(jargon(text))


def blame(text: str, audience: str) -> Hits:
    yield from _say(blaming_words(text))


PARTICIPLES = (
    r"\w+ed|made|told|given|taken|seen|kept|held|hurt|sent|shown|said|done|put|chosen|known|written|heard|"
    r"found|left|paid|led"
)
FEELINGS = (
    r"worried|scared|tired|interested|pleased|allowed|supposed|excited|confused|bored|trusted|pressed|need|"
    r"used to|left out|hurt|done|married|upset|frightened|embarrassed|ashamed|involved|forced|ticked"
)
PASSIVE = re.compile(
    rf"\b(?:am|is|are|was|were|be|been|being)\s+(?:\w+ly\s+|not\s+)?(?!(?:{FEELINGS})\b)(?:{PARTICIPLES})\b",
    re.I,
)


def passive(text: str, audience: str) -> Hits:
    for match in PASSIVE.finditer(text):
        yield "say who does it", match.group()


CAPITALS = re.compile(r"\b[A-Z][A-Z&]{1,6}s?\b")


def unexplained_capitals(text: str, audience: str) -> Hits:
    seen: set[str] = set()
    for match in CAPITALS.finditer(text):
        word = match.group().removesuffix("s")
        if word in KNOWN_CAPITALS or word in seen:
            continue
        seen.add(word)
        if not re.search(
            rf"\(\s*{re.escape(word)}s?\s*\)|\b{re.escape(word)}s?\s*(?:\(|means|is short for|stands for)",
            text,
        ):
            yield "say it in full the first time", word


NOT = r"(?:not|never|no|nobody|nothing|n't)"
KNOTS = re.compile(
    rf"\b(?:unless\b[^.\n]{{0,120}}\b{NOT}\b|{NOT}\b[^.\n]{{0,120}}\bunless\b|not\s+un\w{{4,}}"
    rf"|if\b[^.\n]{{0,120}}\bunless\b|\w+n't\s+(?:\w+\s+){{0,2}}(?:nothing|nobody|never))",
    re.I,
)


def knotted(text: str, audience: str) -> Hits:
    for match in KNOTS.finditer(flatten(text)):
        yield "say what is so, not what is not", match.group()


PHONE = re.compile(r"(?<![\w.])\+?\d(?:[ \-()]{0,2}\d){5,14}(?!\w)")
EMAIL = re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\b")
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b", re.I)
TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|PC|DC|DS|Sgt)\.?\s+[A-Z][\w'’-]+")
TWO_CAPITALS = re.compile(r"\b(?=([A-Z][a-z]+)(\s+[A-Z][a-z'’-]+)\b)")


def other_people(text: str, audience: str) -> Hits:
    for match in PHONE.finditer(text):
        if re.sub(r"\D", "", match.group()) not in PUBLIC_NUMBERS:
            yield "a phone number: use the contact block", match.group()
    for pattern, why in (
        (EMAIL, "an e-mail address: use the contact block"),
        (POSTCODE, "a postcode"),
        (TITLED, "a person's name"),
    ):
        for match in pattern.finditer(text):
            yield why, match.group()
    for match in TWO_CAPITALS.finditer(text):
        if match.group(1).lower() in FIRST_NAMES:
            yield "a person's full name", match.group(1) + match.group(2)


def threats(text: str, audience: str) -> Hits:
    yield from _say(list(find_terms(text, TONE)))


def sayings(text: str, audience: str) -> Hits:
    yield from _say(list(find_terms(text, SAYINGS)))


RULES: tuple[Rule, ...] = (
    Rule("R1", "Reading age", always(Level.WARN), too_hard, "This page is {why}."),
    Rule("R2", "Long sentence", always(Level.WARN), too_long, "A long sentence ({why}): “{where}”."),
    Rule(
        "R3",
        "Office words",
        always(Level.WARN),
        office_words,
        "“{where}” is an office word. Try “{why}”, or explain it.",
    ),
    Rule("R4", "Blaming words", _blame_level, blame, "“{where}” can sound like blame. Write “{why}”."),
    Rule("R5", "Who does it", _passive_level, passive, "“{where}”: {why}."),
    Rule("R6", "Capital letters", always(Level.WARN), unexplained_capitals, "“{where}”: {why}."),
    Rule("R7", "Knots", always(Level.INFO), knotted, "“{where}”: {why}."),
    Rule(
        "R11",
        "Other people",
        always(Level.BLOCK),
        other_people,
        "“{where}” looks like {why}. Take it out of the text.",
    ),
    Rule("R12", "Tone", always(Level.WARN), threats, "“{where}” can sound like a threat: {why}."),
    Rule(
        "R15",
        "Sayings",
        always(Level.INFO),
        sayings,
        "“{where}” is a saying that not everyone knows. Try “{why}”.",
    ),
)
