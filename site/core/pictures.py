"""The pictures of ours that may stand beside words, by name: files of templates/components/icons/ of class "pic"."""

import re
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

FOLDER = Path(settings.BASE_DIR) / "templates" / "components" / "icons"


def _names(kind: str) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in FOLDER.glob("*.svg") if f'class="{kind}' in path.read_text()[:60]))


PICTURES = _names("pic")
SIGNS = _names("icon")
FACE = "face-"
COLOURS = {
    "#17213b": "line",
    "#fff": "card",
    "#ffcb47": "sun",
    "#ff7d5c": "coral",
    "#bfe9d2": "mint",
    "#bcdcff": "sky",
    "#d9ccff": "lilac",
    "#ffd3cd": "rose",
}
"""What our pictures are painted with → its name in tokens.css."""
DRAWN = re.compile(r'<svg class="pic" viewBox="0 0 64 64"[^>]*>(.*)</svg>\s*', re.DOTALL)
"""A picture's file says everything, so that it stands alone; on a page `.pic` of pieces.css says it once for all."""
FILLED = re.compile(r'(fill|stroke)="(#[0-9a-f]+)"')


def is_picture(name: str) -> bool:
    """`face-great` is also reached as `great`."""
    return name in PICTURES or FACE + name in PICTURES


def picture_choices() -> list[tuple[str, str]]:
    """What an editor may choose from: whatever lies in the folder. A face goes by its short name, and comes before
    another picture of that name, as it does when it is drawn.
    """
    return list({name.removeprefix(FACE): _words(name) for name in PICTURES}.items())


def _words(name: str) -> str:
    kind, words = ("Face: ", name.removeprefix(FACE)) if name.startswith(FACE) else ("", name)
    return (kind + words.replace("-", " ")).capitalize()


def sheet(names: Iterable[str]) -> str:
    """One file of many pictures, fetched once and drawn from on every page: `<use href="…#name"/>`.

    A page's rules don't reach into another file, but its colours do, by their names. Raises KeyError for a colour
    without a name, ValueError for a file that isn't one of class "pic".
    """
    drawn = "\n".join(f'<g id="{name}">{_painted_by_name(name)}</g>' for name in sorted(set(names)))
    return f'<svg xmlns="http://www.w3.org/2000/svg">\n{drawn}\n</svg>\n'


def _painted_by_name(name: str) -> str:
    found = DRAWN.fullmatch((FOLDER / f"{name}.svg").read_text())
    if found is None:
        raise ValueError(f"{name} is not drawn like the others")
    return FILLED.sub(lambda paint: f'{paint[1]}="var(--{COLOURS[paint[2]]},{paint[2]})"', found[1])
