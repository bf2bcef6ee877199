"""Made-up languages: longer words with accents (en-xa), and the same from right to left (ar-xb).

Each string stands between marks, so that a test sees what was never given to a translator. Placeholders and tags stay.
"""

import re
from pathlib import Path

from tests.factories.catalogues import draft

OPENS, CLOSES = "⟦", "⟧"
ACCENTS = str.maketrans("aceinosuyzACEINOSUYZ", "áçéîñöšûýžÁÇÉÎÑÖŠÛÝŽ")
ARABIC = str.maketrans(dict(zip("abcdefghijklmnopqrstuvwxyz", "ابثدهفجحيژكلمنعصقرستوظخشئزض"[:26], strict=True)))
KEPT = re.compile(r"%\(\w+\)[sd]|%%|<[^>]*>|&\w+;")
MORE = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
LONGER = 0.35


def accented(english: str) -> str:
    return _between_marks(english, lambda text: text.translate(ACCENTS))


def mirrored(english: str) -> str:
    return _between_marks(english, lambda text: text.lower().translate(ARABIC))


def _between_marks(english: str, changed) -> str:
    words, at = [], 0
    for hit in KEPT.finditer(english):
        words += [changed(english[at : hit.start()]), hit.group()]
        at = hit.end()
    words.append(changed(english[at:]))
    return f"{OPENS}{''.join(words)}{changed(_padding(len(KEPT.sub('', english))))}{CLOSES}"


def _padding(length: int) -> str:
    """So that the marks and this make a string longer by LONGER of itself."""
    wanted = max(0, round(length * LONGER) - len(OPENS + CLOSES))
    return "".join(f" {word}" for word in MORE * 20)[:wanted].rstrip()


def write_pseudo(folder: Path) -> None:
    draft(folder, "en-xa", accented)
    draft(folder, "ar-xb", mirrored)
