"""A catalogue in a folder of its own, drafted or signed, for tests of languages."""

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from django.conf import settings
from django.test import override_settings
from django.utils import timezone
from django.utils.translation import to_locale

from core.catalogues import catalogue_of
from core.languages import LANGUAGES, PSEUDO, Language
from core.management.commands.messages import brought_up, po_path, write
from core.models import CatalogueSignature
from core.po import Message, PoFile, read_po


def sources() -> list[Message]:
    """Every string of the site, from the committed files (a test holds these to the pages)."""
    return read_po(po_path(Path(settings.BASE_DIR, "locale"), "am")).messages


def draft(folder: Path, code: str, words: Callable[[str], str], *, only: set[str] | None = None) -> Path:
    """Writes and compiles a catalogue with `words(english)` for every string, or for those in `only`."""
    language = (LANGUAGES | PSEUDO)[code]
    po = brought_up(PoFile(), sources(), language)
    po.messages = [_translated(each, words, language) if _wanted(each, only) else each for each in po.messages]
    path = po_path(folder, to_locale(code))
    write(path, po)
    return path


def _wanted(message: Message, only: set[str] | None) -> bool:
    return only is None or message.id in only


def _translated(message: Message, words: Callable[[str], str], language: Language) -> Message:
    if not message.plural:
        return replace(message, words=(words(message.id),))
    return replace(message, words=tuple(words(message.plural) for _ in range(language.n_plurals)))


@contextmanager
def locale_in(folder: Path, **more: object) -> Iterator[None]:
    with override_settings(LOCALE_PATHS=[folder], **more):
        yield


def sign(code: str, **values: object) -> CatalogueSignature:
    return CatalogueSignature.objects.create(
        **{
            "language": code,
            "digest": catalogue_of(code).po.digest,
            "checker_name": "Amina Saleh",
            "checker_role": "registered interpreter",
            "checked_on": dt.date(2026, 11, 2),
            "reason": "signed sheet",
            "recorded_at": timezone.now(),
        }
        | values
    )
