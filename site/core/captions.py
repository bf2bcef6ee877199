"""Captions of a film: WebVTT comes in, its cues are kept and nothing else. No notes, no styles, no names of cues."""

import re

from django.core.exceptions import ValidationError

MOST_BYTES = 200_000
TIMES = re.compile(r"^(?:\d{2,}:)?\d\d:\d\d\.\d{3}[ \t]+-->[ \t]+(?:\d{2,}:)?\d\d:\d\d\.\d{3}(?:[ \t].*)?$")
NOT_CAPTIONS = (
    "These are no captions we can use. It is a file that starts with WEBVTT, with times as 00:01.000 --> 00:04.000."
)


def plain_captions(data: bytes) -> str:
    """Raises ValidationError in plain words."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValidationError(NOT_CAPTIONS) from None
    first, *parts = re.split(r"\n\n+", text.replace("\r\n", "\n").replace("\r", "\n"))
    cues = [cue for cue in map(_cue, parts) if cue]
    if len(data) > MOST_BYTES or "\0" in text or not re.match(r"WEBVTT(?:[ \t\n]|$)", first) or not cues:
        raise ValidationError(NOT_CAPTIONS)
    return "\n\n".join(["WEBVTT", *cues]) + "\n"


def _cue(part: str) -> str:
    """The times and the words; empty where there are none."""
    lines = part.strip("\n").split("\n")
    for place, line in enumerate(lines[:2]):
        if TIMES.match(line) and any(word.strip() for word in lines[place + 1 :]):
            return "\n".join(lines[place:])
    return ""
