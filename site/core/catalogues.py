"""The words of the site in other languages, and which languages may be shown to somebody (S17, ACC4).

Open is a language whose catalogue a named person has read and signed, as it is now. Every other one, however
complete, is a draft: nothing of it is shown to a child.
"""

import functools
import gettext
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils.translation import get_language, to_locale

from core.languages import ENGLISH, LANGUAGES, PSEUDO, Language, for_django
from core.models import CatalogueSignature
from core.po import PLAIN, SAFETY, Message, PoFile, read_po

HIGH_ENOUGH = 201  # numbers up to here take every plural form of every language


class _NoWords(gettext.NullTranslations):
    """What a catalogue falls back on here: nothing, so that a missing string is known to be missing."""

    def gettext(self, message: str) -> str:
        return ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return ""


@dataclass(frozen=True)
class Catalogue:
    """What lies in locale/ for one language, and whether a person could sign it."""

    language: Language
    po: PoFile
    is_compiled: bool

    @property
    def n_translated(self) -> int:
        return sum(message.is_translated for message in self.po.messages)

    @property
    def safety_texts(self) -> list[Message]:
        return [message for message in self.po.messages if SAFETY in message.notes]

    @property
    def missing(self) -> list[Message]:
        """Strings without which nobody can sign: safety texts, and those that cannot be marked as English."""
        needed = {SAFETY, PLAIN}
        return [each for each in self.po.messages if needed & set(each.notes) and not each.is_translated]

    @property
    def can_be_signed(self) -> bool:
        return bool(self.po.messages) and self.is_compiled and not self.missing


def open_languages() -> list[Language]:
    """English, then every language that may be shown, in our usual order."""
    are_open = {"en"} | _signed_as_they_are()
    found = [language for code, language in LANGUAGES.items() if code in are_open]
    return found + (list(PSEUDO.values()) if settings.PSEUDO_LOCALES else [])


def _signed_as_they_are() -> set[str]:
    drafted = [code for code in LANGUAGES if code != "en" and _po_file(code).with_suffix(".mo").exists()]
    if not drafted:
        return set()
    signatures = CatalogueSignature.objects.filter(language__in=drafted, withdrawn_at=None)
    return {
        code
        for code, digest in signatures.values_list("language", "digest")
        if (catalogue := catalogue_of(code)).po.digest == digest and catalogue.can_be_signed
    }


def is_open(code: str) -> bool:
    return code in ("en", ENGLISH) or code in {language.code for language in open_languages()}


def spoken(code: str) -> str:
    """What Django shall speak for someone who wants `code`: that language where it is open, or English."""
    return for_django(code if is_open(code) else "en")


def speaks_english() -> bool:
    return get_language() in (ENGLISH, "en", None)


def has_words_for(message: str, *, context: str | None = None, plural: str = "") -> bool:
    """Whether our own catalogue of the language in use has this string; those of Django and Wagtail do not count.

    Percent signs stand doubled in `message`, as in the catalogue.
    """
    words = _own_words(get_language() or ENGLISH, tuple(str(path) for path in settings.LOCALE_PATHS))
    key = f"{context}\x04{message}" if context else message
    return bool(words.ngettext(key, plural, 1) if plural else words.gettext(key))


def catalogue_of(code: str) -> Catalogue:
    path = _po_file(code)
    times = tuple(file.stat().st_mtime_ns if file.exists() else 0 for file in (path, path.with_suffix(".mo")))
    return _read_catalogue(code, path, times)


@functools.lru_cache(maxsize=64)
def _read_catalogue(code: str, path: Path, _times: tuple[int, ...]) -> Catalogue:
    po = read_po(path)
    return Catalogue(LANGUAGES[code], po, _is_compiled(po, path.with_suffix(".mo")))


def _is_compiled(po: PoFile, compiled: Path) -> bool:
    """Whether the words that pages show are the words that a checker is shown."""
    if not compiled.exists():
        return False
    words = _read_words(compiled)
    return all(_shown(words, message) <= _checked(message) for message in po.messages)


def _shown(words: gettext.GNUTranslations, message: Message) -> set[str]:
    key = message.gettext_key
    if not message.plural:
        return {words.gettext(key)}
    return {words.ngettext(key, message.plural, number) for number in range(HIGH_ENOUGH)}


def _checked(message: Message) -> set[str]:
    return set(message.words) if message.is_translated else {""}


def _po_file(code: str) -> Path:
    return Path(settings.LOCALE_PATHS[0], to_locale(code), "LC_MESSAGES", "django.po")


@functools.lru_cache(maxsize=64)
def _own_words(code: str, folders: tuple[str, ...]) -> gettext.NullTranslations:
    for folder in folders:
        file = Path(folder, to_locale(code), "LC_MESSAGES", "django.mo")
        if file.exists():
            return _read_words(file)
    return _NoWords()


def _read_words(file: Path) -> gettext.GNUTranslations:
    with file.open("rb") as stream:
        words = gettext.GNUTranslations(stream)
    words.add_fallback(_NoWords())
    return words
