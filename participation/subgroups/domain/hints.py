"""A hint, never a block: words that look like a name or a place, before others read what somebody wrote."""

import re

from core.wording.other_lists import FIRST_NAMES
from core.wording.rules import other_people

PLACES = re.compile(
    r"\b[A-Z][\w’'-]+\s+(?:Street|Road|Lane|Avenue|Close|Park|School|Academy|College|House|Home|Hospital|Estate)\b"
)
WORD = re.compile(r"[A-Za-z][A-Za-z’'-]+")
MIDDLE = re.compile(r"(?<=[a-z,;:] )[A-Z][a-zà-ž]{2,}(?:\s+[A-Z][a-zà-ž]+)*")
KNOWN = re.compile(
    "(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    "|September|October|November|December|English"
)
AT_MOST = 6


def looks_like_names(text: str) -> list[str]:
    """What could tell who or where: places, numbers, a capital letter inside a sentence, common first names."""
    found = [match.group() for match in PLACES.finditer(text)]
    found += [words for _why, words in other_people(text, "")]
    found += [match.group() for match in MIDDLE.finditer(text) if not KNOWN.fullmatch(match.group())]
    for match in WORD.finditer(text):
        word = match.group().removesuffix("'s").removesuffix("’s")
        if word[0].isupper() and word.lower() in FIRST_NAMES and not any(word in each for each in found):
            found.append(word)
    longest = [one for one in found if not any(one != other and one in other for other in found)]
    return list(dict.fromkeys(longest))[:AT_MOST]
