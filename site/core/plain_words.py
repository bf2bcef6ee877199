"""What a child types is plain text: kept as typed, capped, never "cleaned" into other words (M9, D11)."""

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

MAX_CHARS = 2_000
MAX_BYTES = 16_000


class WordsRefused(ValidationError):
    """The words cannot be kept as they are; the message says what to do, in plain words."""


def clean_words(text: str, *, max_chars: int = MAX_CHARS) -> str:
    """The text without control characters (PostgreSQL cannot hold NUL), line ends made one kind.

    Raises WordsRefused when it is longer than `max_chars` characters or 16 kB, or is not text at all.
    """
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(sign for sign in unified if sign in "\n\t" or unicodedata.category(sign) != "Cc")
    try:
        size = len(kept.encode())
    except UnicodeEncodeError:
        raise WordsRefused(_("Some of these signs cannot be saved. Please take them out.")) from None
    if len(kept) > max_chars or size > MAX_BYTES:
        raise WordsRefused(
            _("This is too long to send in one go. You can use up to %(limit)s letters and spaces here."),
            params={"limit": max_chars},
        )
    return kept if kept.strip() else ""


def shown_safely(text: str) -> str:
    """For readers' pages: direction marks that could disguise text become visible (AC-17)."""
    return "".join("�" if unicodedata.category(sign) == "Cf" and sign not in "\u200c\u200d" else sign for sign in text)
