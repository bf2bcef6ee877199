"""What in a wording could tell who said it. A help for two people who look, never the control itself.

Each flag has its place in the text, so that the page can mark it, and a reason in plain words.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.wording.lists import flatten
from core.wording.other_lists import FIRST_NAMES, KNOWN_CAPITALS
from core.wording.rules import EMAIL, PHONE, POSTCODE, TITLED

NAME, PLACE, DATE, AGE = "a name", "a place", "a date or time", "an age"
REACH, FAMILY, EVENT, SLANG = "a way to reach somebody", "about family", "something that happened", "a way of writing"

MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    "seventeen|eighteen|nineteen|twenty"
)
KIN = (
    "mum|mom|mam|mummy|mother|dad|daddy|father|stepmum|stepdad|stepmother|stepfather|brother|sister|bro|sis|"
    "twin|nan|nana|gran|grandma|grandad|grandpa|granny|aunt|auntie|aunty|uncle|cousin|baby|son|daughter|"
    "boyfriend|girlfriend|foster carer|foster mum|foster dad|step\\w+|half (?:brother|sister)|pregnant"
)
PLACES = (
    "school|academy|college|primary|house|home|lodge|hall|park|street|road|lane|avenue|close|estate|station|"
    "centre|center|church|mosque|club|hospital|unit|town|city|village|shop|cafe|gym"
)
HAPPENED = (
    "arrested|court|trial|stabbed|attacked|raped|assaulted|pregnan\\w+|overdosed?|hospital|accident|fire|"
    "died|death|funeral|prison|jail"
)
TEXTED = (
    "u|ur|r|coz|cuz|cos|wanna|gonna|gotta|tbh|idk|ngl|fam|bruv|bare|peng|innit|ain't|dunno|lol|lmao|bcuz|"
    "wot|yh|nah|af|rn|smh|fr"
)
AGED = r"i(?:'m| am)|he(?:'s| is)|she(?:'s| is)|aged?|turned|turning"

_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ][\w'’-]*")
_CASED = re.compile(r"(?<![.!?…\n]\s)(?<!^)\b([A-ZÀ-ÖØ-Þ][\w'’-]+)")
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (REACH, PHONE),
    (REACH, EMAIL),
    (REACH, re.compile(r"(?<![\w@])@[A-Za-z0-9_.]{2,}")),
    (REACH, re.compile(r"\b(?:https?://|www\.)\S+|\b\w+\.(?:com|co\.uk|org|net|me)\b", re.I)),
    (REACH, re.compile(r"\b(?:insta(?:gram)?|snap(?:chat)?|tiktok|discord|whats\s?app|roblox)\b", re.I)),
    (REACH, re.compile(r"\b[A-Za-z]+_\w+\b|\b[A-Za-z]{3,}\d{2,}\b")),
    (PLACE, POSTCODE),
    (NAME, TITLED),
    (DATE, re.compile(rf"\b(?:{MONTHS})\b(?!\s+(?:be|i|not|we|you|help|have)\b)", re.I)),
    (DATE, re.compile(rf"\b(?:{DAYS})s?\b", re.I)),
    (DATE, re.compile(r"\b\d{1,2}[/. -]\d{1,2}(?:[/. -]\d{2,4})?\b|\b(?:19|20)\d\d\b")),
    (DATE, re.compile(r"\b\d{1,2}(?:st|nd|rd|th)\b", re.I)),
    (DATE, re.compile(r"\b\d{1,2}(?::\d\d)?\s?(?:am|pm)\b|\b\d{1,2}:\d\d\b|\b(?:christmas|easter|eid|diwali)\b", re.I)),
    (DATE, re.compile(r"\b(?:yesterday|last (?:night|week|month|year)|birthday)\b", re.I)),
    (AGE, re.compile(rf"\b(?:\d{{1,2}}|{NUMBERS})[\s-]*(?:years?|yrs?|yo)\b[\s-]*(?:old)?", re.I)),
    (AGE, re.compile(rf"\b(?:{AGED})\s+(?:only\s+)?(?:\d{{1,2}}|{NUMBERS})\b", re.I)),
    (AGE, re.compile(r"\byear\s+\d{1,2}\b|\b(?:reception|sixth form)\b", re.I)),
    (FAMILY, re.compile(rf"\b(?:{KIN})(?:'s|s|es)?\b", re.I)),
    (PLACE, re.compile(rf"\b(?:[A-Z][\w'-]+\s+){{1,3}}(?i:{PLACES})\b")),
    (EVENT, re.compile(rf"\b(?:{HAPPENED})\b", re.I)),
    (SLANG, re.compile(rf"\b(?:{TEXTED})\b", re.I)),
    (SLANG, re.compile(r"\b[A-Za-z]+\d\w*\b")),
    (SLANG, re.compile(r"(\w)\1{2,}|[!?]{2,}|\b[A-Z]{4,}\b")),
    (SLANG, re.compile(r"[\U0001F300-\U0001FAFF\u2600-\u27BF]|[:;]-?[)(DPp]")),
    (DATE, re.compile(r"\b\d{2,}\b")),
)  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Flag:
    """`start` and `end` are places in the text; `words` is what stands between them."""

    start: int
    end: int
    reason: str
    words: str

    def __repr__(self) -> str:
        return f"Flag({self.start}, {self.end}, {self.reason!r})"


def screen(text: str, *, known: Iterable[str] = ()) -> list[Flag]:
    """Every flag in the order of the text. `known`: names and places that belong to this young person's card."""
    flags = {*_listed(text), *_names(text), *_capitals(text), *_known(text, known)}
    return sorted(flags)


def _listed(text: str) -> Iterator[Flag]:
    flat = flatten(text)
    for reason, pattern in _PATTERNS:
        for match in pattern.finditer(flat if pattern not in (EMAIL, PHONE, POSTCODE) else text):
            yield _flag(text, match.start(), match.end(), reason)


def _names(text: str) -> Iterator[Flag]:
    """First names in any case: children seldom use capitals."""
    for match in _WORD.finditer(text):
        bare = re.sub(r"['’]s$", "", match.group()).lower()
        if bare in FIRST_NAMES:
            yield _flag(text, match.start(), match.end(), NAME)


def _capitals(text: str) -> Iterator[Flag]:
    """A capital inside a sentence is a name until somebody has looked."""
    for match in _CASED.finditer(text):
        word = match.group(1)
        if word.upper() not in KNOWN_CAPITALS and not re.fullmatch(r"I(?:['’]\w+)?", word):
            yield _flag(text, match.start(), match.end(), NAME)


def _known(text: str, known: Iterable[str]) -> Iterator[Flag]:
    for name in known:
        words = name.split()
        if words:
            pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)"
            for match in re.finditer(pattern, text, re.IGNORECASE):
                yield _flag(text, match.start(), match.end(), NAME)


def _flag(text: str, start: int, end: int, reason: str) -> Flag:
    return Flag(start, end, reason, text[start:end])


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the text; `reason` is empty where nothing was found."""

    text: str
    reason: str = ""


def pieces(text: str, flags: Iterable[Flag]) -> list[Piece]:
    """The whole text once, cut at the flags; where flags overlap the one that begins first counts."""
    cut, at = [], 0
    for flag in sorted(flags):
        if flag.start < at:
            continue
        if flag.start > at:
            cut.append(Piece(text[at : flag.start]))
        cut.append(Piece(text[flag.start : flag.end], flag.reason))
        at = flag.end
    return [*cut, Piece(text[at:])] if at < len(text) else cut
