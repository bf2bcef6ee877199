"""How hard a text is to read: the Flesch-Kincaid grade and the counts an editor can act on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.wording.syllables import count_syllables

ENOUGH_WORDS = 100
"""Below this a grade is mostly noise (domain §2.1): say "too short to score"."""

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,:/]\d+)*")
SENTENCE_END = re.compile(r"[.!?…]+(?:[\"”’')\]]*)(?=\s|$)|\n+")


@dataclass(frozen=True, slots=True)
class Reading:
    """`grade` is Flesch-Kincaid; the reading age in years is about grade + 5. Shares run from 0 to 1."""

    grade: float
    words: int
    sentences: int
    mean: float
    longest: int
    polysyllable_share: float

    @property
    def age(self) -> float:
        return self.grade + 5

    @property
    def too_short(self) -> bool:
        return self.words < ENOUGH_WORDS


def sentences_of(text: str) -> Iterator[str]:
    """Each line end is a sentence end too, so that headings and list items do not run together."""
    for piece in SENTENCE_END.split(text):
        if piece and WORD.search(piece):
            yield piece.strip()


def words_of(text: str) -> list[str]:
    return WORD.findall(text)


def readability(text: str) -> Reading:
    """Plain text in, one idea a line; an empty text has grade 0."""
    lengths = [len(words_of(sentence)) for sentence in sentences_of(text)]
    words = words_of(text)
    if not words or not lengths:
        return Reading(0.0, 0, 0, 0.0, 0, 0.0)
    beats = [count_syllables(word) for word in words]
    mean = len(words) / len(lengths)
    grade = 0.39 * mean + 11.8 * (sum(beats) / len(words)) - 15.59
    return Reading(
        grade=round(grade, 2),
        words=len(words),
        sentences=len(lengths),
        mean=round(mean, 2),
        longest=max(lengths),
        polysyllable_share=round(sum(beat >= 3 for beat in beats) / len(words), 4),
    )
