"""The pictures of ours that may stand beside words, by name: files of templates/components/icons/ of class "pic"."""

from pathlib import Path

from django.conf import settings

FOLDER = Path(settings.BASE_DIR) / "templates" / "components" / "icons"


def _names(kind: str) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in FOLDER.glob("*.svg") if f'class="{kind}' in path.read_text()[:60]))


PICTURES = _names("pic")
SIGNS = _names("icon")
FACE = "face-"


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
