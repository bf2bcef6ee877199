"""A young person's words as a reader sees them, unable to dress up as something else (AC-17)."""

import unicodedata

from core.plain_words import shown_safely


def shown_words(text: str) -> str:
    """Control characters except line ends and tabs become a visible mark; so do hidden direction marks."""
    kept = "".join("\ufffd" if unicodedata.category(sign) == "Cc" and sign not in "\n\t" else sign for sign in text)
    return shown_safely(kept)
