"""The words of the site in other languages, and which languages may be shown to somebody (S17, ACC4)."""

import functools
import gettext
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language, to_locale

from core.languages import ENGLISH


class _NoWords(gettext.NullTranslations):
    """What a catalogue falls back on here: nothing, so that a missing string is known to be missing."""

    def gettext(self, message: str) -> str:
        return ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return ""


def speaks_english() -> bool:
    return get_language() in (ENGLISH, "en", None)


def has_words_for(message: str, *, context: str | None = None, plural: str = "") -> bool:
    """Whether our own catalogue of the language in use has this string; those of Django and Wagtail do not count.

    Percent signs stand doubled in `message`, as in the catalogue.
    """
    words = _own_words(get_language() or ENGLISH, tuple(str(path) for path in settings.LOCALE_PATHS))
    key = f"{context}\x04{message}" if context else message
    return bool(words.ngettext(key, plural, 1) if plural else words.gettext(key))


@functools.lru_cache(maxsize=64)
def _own_words(code: str, folders: tuple[str, ...]) -> gettext.NullTranslations:
    found: gettext.NullTranslations = _NoWords()
    for folder in folders:
        file = Path(folder, to_locale(code), "LC_MESSAGES", "django.mo")
        if file.exists():
            with file.open("rb") as stream:
                words = gettext.GNUTranslations(stream)
            words.add_fallback(found)
            found = words
    return found
