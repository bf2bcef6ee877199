"""The pictures of ours that may stand beside words, by name: files of templates/components/icons/ of class "pic"."""

from pathlib import Path

from django.conf import settings

FOLDER = Path(settings.BASE_DIR) / "templates" / "components" / "icons"


def _names(kind: str) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in FOLDER.glob("*.svg") if f'class="{kind}' in path.read_text()[:60]))


PICTURES = _names("pic")
SIGNS = _names("icon")
