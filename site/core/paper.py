"""Asks for a page as a tagged PDF, within a time, and takes no for an answer."""

import logging
import subprocess
import sys
from pathlib import Path

from django.conf import settings

from core import paper_press

SECONDS = 20
_log = logging.getLogger(__name__)


class NoPaper(Exception):
    """No PDF could be made: the drawing libraries are missing, or it took too long. The page itself still prints."""


def as_pdf(html: str) -> bytes:
    """The same HTML gives the same bytes. Raises NoPaper. `html` may use stylesheets as `paper:css/name.css`."""
    press = [sys.executable, paper_press.__file__, str(Path(settings.BASE_DIR) / "static")]
    try:
        done = subprocess.run(press, input=html.encode(), capture_output=True, timeout=SECONDS, env={}, check=True)  # noqa: S603 - our own file, no shell, no words in the arguments
    except (subprocess.SubprocessError, OSError) as problem:
        _log.error("A PDF could not be made: %s", type(problem).__name__)
        raise NoPaper from problem
    return done.stdout
