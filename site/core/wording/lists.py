"""How a listed word is found: whole words, any case, hyphens as spaces, common endings allowed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

DASHES = str.maketrans({"-": " ", "\u2010": " ", "\u2011": " ", "\u2013": " ", "\u2019": "'", "\u00a0": " "})
ENDINGS = r"(?:'s|s|es|d|ed|ing|ment|ments)?"


def flatten(text: str) -> str:
    """The text with hyphens as spaces and plain apostrophes. Same length, so positions stay true."""
    return text.translate(DASHES)


@dataclass(frozen=True)
class Term:
    """Words to avoid and what to say. `patterns` are regular expressions; none means the words themselves."""

    avoid: str
    say: str
    patterns: tuple[str, ...] = ()
    capitals: bool = False

    @cached_property
    def regex(self) -> re.Pattern[str]:
        parts = self.patterns or tuple(re.escape(word) for word in flatten(self.avoid).split(" / "))
        joined = "|".join(part.replace("\\ ", " ").replace(" ", r"\s+") for part in parts)
        ending = "s?" if self.capitals else ENDINGS
        return re.compile(rf"\b(?:{joined}){ending}\b", 0 if self.capitals else re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hit:
    """One listed term found in a text, with the exact words and their place."""

    term: Term
    words: str
    start: int


def find_terms(text: str, terms: Iterable[Term]) -> Iterator[Hit]:
    flat = flatten(text)
    for term in terms:
        for match in term.regex.finditer(flat):
            yield Hit(term, text[match.start() : match.end()], match.start())
