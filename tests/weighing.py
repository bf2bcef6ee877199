"""What pages weigh over the wire, for old phones and little data (look.md, G10).

Pages behind a card go as they are: beside what a child typed, nothing is compressed (BREACH). Files of the site are
compressed once, at `collectstatic`.
"""

import gzip
import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.test import Client

FILES = re.compile(r'(?:href|src)="/static/([^"#]+)')
FIRST_PAGE, FURTHER_PAGE, REQUESTS = 60_000, 15_000, 6  # bytes, bytes, how often it asks
SIDE_PAGES = (
    "/me/",
    "/me/say/before/who/",
    "/me/say/before/with/",
    "/me/say/before/language/",
    "/me/say/before/check/",
)


def _files(html: str) -> set[str]:
    return set(FILES.findall(html))


def _size(name: str) -> int:
    found = finders.find(name)
    assert found is not None, f"{name} is linked but does not exist"
    return len(gzip.compress(Path(found).read_bytes(), 6))


class Phone:
    """A browser that remembers which files it has."""

    def __init__(self) -> None:
        self.client, self.known = Client(), set[str]()

    def opens(self, path: str) -> tuple[int, int]:
        """How many bytes come over the wire, and how often it asks."""
        page = self.client.get(path)
        assert page.status_code == 200, path
        new = _files(page.content.decode()) - self.known
        self.known |= new
        return len(page.content) + sum(map(_size, new)), len(new) + 1
