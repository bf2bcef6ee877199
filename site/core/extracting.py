"""Collects what there is to translate: the strings of the pages of children, of the public and of accounts.

The rule: every template that is such a page (it extends none of the staff's) with all that these include, and the
Python of rooms that have such pages. Staff pages are in English (STAFF_CODE, and a class
marked `# for staff`), so no translator is asked for them.
"""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from django.template.base import Lexer, TokenType
from django.utils.translation.template import templatize

from core.po import PLAIN, SAFETY, Message, parse

SAFETY_MARK = re.compile(r"\{#-? safety text #\}|^# safety text\b", re.M)
STAFF_CLASS = re.compile(r"^class [^\n]*# for staff\n(?:[ \t][^\n]*\n|\n)*", re.M)
CODE = ("home", "surveys", "participation", "site")
STAFF_CODE = (
    "participation/subgroups/",
    "participation/champions/",
    "participation/evidence/",
    "participation/influence/",
    "participation/leaflets/",
    "surveys/questionnaires/",
    "surveys/releases/",
    "surveys/themes/",
)
PUBLIC_CODE = ("participation/influence/enums.py", "participation/influence/domain/shown.py")
STAFF_FRAMES = {"staff.html", "print.html"}
# drawn by Python or by other packages, so that no page of ours names them; the frame of account pages
ALWAYS = ("account/", "allauth/", "blocks/", "django/", "staff.html")
KEYWORDS = (
    "gettext_noop",
    "gettext_lazy",
    "ngettext_lazy:1,2",
    "pgettext:1c,2",
    "npgettext:1c,2,3",
    "pgettext_lazy:1c,2",
    "npgettext_lazy:1c,2,3",
)
EXTENDS = re.compile(r"\{%\s*extends\s+[\"']([^\"']+)")
INCLUDES = re.compile(r"\{%\s*include\s+[\"']([^\"']+)")


def extract(root: Path) -> list[Message]:
    """Every string to translate, in order. Needs gettext's xgettext."""
    files = {f"templates/{name}": root / "templates" / name for name in pages_to_translate(root / "templates")}
    files |= {str(path.relative_to(root)): path for path in code_to_translate(root)}
    safe_places = {name for name, path in files.items() if SAFETY_MARK.search(path.read_text())}
    plain = {words for name, path in files.items() if name.endswith(".html") for words in _plain_words(path)}
    return [_with_notes(message, safe_places, plain) for message in _run_xgettext(files)]


def pages_to_translate(folder: Path) -> list[str]:
    sources = {str(path.relative_to(folder)): path.read_text() for path in sorted(folder.rglob("*.html"))}
    wanted = [name for name in sources if name.startswith(ALWAYS) or _is_page(name, sources)]
    found: set[str] = set()
    while wanted:
        name = wanted.pop()
        if name in sources and name not in found:
            found.add(name)
            wanted += INCLUDES.findall(sources[name])
    return sorted(found)


def _is_page(name: str, sources: dict[str, str]) -> bool:
    """A whole page or frame that no staff frame stands behind."""
    if name in STAFF_FRAMES or name not in sources:
        return False
    parents = [parent for parent in EXTENDS.findall(sources[name]) if parent != name]
    if not parents:
        return name == "base.html"
    return _is_page(parents[0], sources)


def code_to_translate(root: Path) -> Iterator[Path]:
    for folder in CODE:
        for path in sorted((root / folder).rglob("*.py")):
            name = str(path.relative_to(root))
            if name in PUBLIC_CODE or not name.startswith(STAFF_CODE):
                yield path


def _plain_words(path: Path) -> Iterator[str]:
    """Of the tags in the form `as name`: they stand in attributes, or are handed on."""
    for token in Lexer(path.read_text()).tokenize():
        words = token.split_contents() if token.token_type == TokenType.BLOCK else []
        if words[:1] in (["translate"], ["trans"]) and "as" in words[2:]:
            yield words[1].strip("\"'")


def _run_xgettext(files: dict[str, Path]) -> Iterator[Message]:
    """xgettext reads Python; Django turns a template into Python that says the same strings."""
    with tempfile.TemporaryDirectory() as place:
        for name, path in files.items():
            copy = Path(place, name + (".py" if name.endswith(".html") else ""))
            copy.parent.mkdir(parents=True, exist_ok=True)
            if name.endswith(".html"):
                copy.write_text(templatize(path.read_text(), origin=name))
            else:
                copy.write_text(STAFF_CLASS.sub("", path.read_text()))
        written = subprocess.run(  # noqa: S603  a fixed program, file names on its input
            [shutil.which("xgettext") or "xgettext", *_options()],
            input="\n".join(f"{name}.py" if name.endswith(".html") else name for name in files),
            capture_output=True,
            check=True,
            cwd=place,
            text=True,
        )
    for message in parse(written.stdout).messages:
        places = sorted({name.removesuffix(".py") if ".html" in name else name for name in message.places})
        yield replace(message, places=tuple(places), words=())


def _options() -> Iterable[str]:
    yield from ("--language=Python", "--from-code=UTF-8", "--add-location=file", "--sort-output", "--no-wrap")
    yield from (f"--keyword={keyword}" for keyword in KEYWORDS)
    yield from ("--files-from=-", "--output=-")


def _with_notes(message: Message, safe_places: set[str], plain: set[str]) -> Message:
    notes = [SAFETY] if safe_places & set(message.places) else []
    if message.id in plain or any(place.endswith(".py") for place in message.places):
        notes.append(PLAIN)
    return replace(message, notes=(*message.notes, *notes))
