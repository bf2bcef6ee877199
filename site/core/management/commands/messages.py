"""Brings locale/ up to date with the pages: new strings wait empty, translations stay, catalogues are compiled."""

import shutil
import subprocess
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from core.extracting import extract
from core.languages import LANGUAGES, Language
from core.po import Message, PoFile, merged, read_po, text_of

DRAFT = (
    "DRAFT: not checked by a person until one signs it under Languages; no child sees it before (docs/languages.md).\n"
    "Written by `make messages`; only the translations are changed by hand."
)


class Command(BaseCommand):
    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="change nothing; fail when something would change")

    def handle(self, *args: Any, **options: Any) -> None:
        sources, late = extract(settings.BASE_DIR), []
        for language in LANGUAGES.values():
            if language.code == "en":
                continue
            path = po_path(Path(settings.LOCALE_PATHS[0]), language.code)
            wanted = brought_up(read_po(path), sources, language)
            if options["check"]:
                late += [language.code] if not is_up_to_date(path, wanted) else []
            else:
                write(path, wanted)
        if late:
            raise CommandError(f"Not up to date: {', '.join(late)}. Run: make messages")


def po_path(folder: Path, code: str) -> Path:
    return folder / code / "LC_MESSAGES" / "django.po"


def brought_up(old: PoFile, sources: list[Message], language: Language) -> PoFile:
    header = (
        f"Language: {language.code}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
        f"Content-Transfer-Encoding: 8bit\nPlural-Forms: {language.plurals}\n"
    )
    messages = merged(sources, old, n_plurals=language.n_plurals)
    return PoFile(header, f"{language.own_name} ({language.code})\n{DRAFT}", messages)


def is_up_to_date(path: Path, wanted: PoFile) -> bool:
    compiled = path.with_suffix(".mo")
    if not path.exists() or path.read_text(encoding="utf-8") != text_of(wanted):
        return False
    if not has_words(wanted):
        return not compiled.exists()
    return compiled.exists() and compiled.read_bytes() == compile_po(path)


def write(path: Path, po: PoFile) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text_of(po), encoding="utf-8")
    compiled = path.with_suffix(".mo")
    if has_words(po):
        compiled.write_bytes(compile_po(path))
    else:
        compiled.unlink(missing_ok=True)


def has_words(po: PoFile) -> bool:
    return any(message.is_translated for message in po.messages)


def compile_po(path: Path) -> bytes:
    """What msgfmt makes of it; CommandError names a translation whose placeholders are not those of the English."""
    found = subprocess.run(  # noqa: S603  a fixed program, a file of ours
        [shutil.which("msgfmt") or "msgfmt", "--check-format", "--no-hash", "--output-file=-", str(path)],
        capture_output=True,
        check=False,
    )
    if found.returncode:
        raise CommandError(found.stderr.decode())
    return found.stdout
