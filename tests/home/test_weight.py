"""Old phones and little data: what the first page weighs (look.md: 60 kB, and a handful of requests)."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.home.cards import card_with_code, type_code

pytestmark = pytest.mark.django_db
FILES = re.compile(r'(?:href|src)="/static/([^"]+)"')


def _files(html: str) -> set[str]:
    return set(FILES.findall(html))


def _size(name: str) -> int:
    found = finders.find(name)
    assert found is not None, f"{name} is linked but does not exist"
    return Path(found).stat().st_size


def test_the_first_page_asks_for_at_most_six_files_and_sixty_kilobytes(client: Client) -> None:
    html = client.get("/").content.decode()
    files = _files(html)
    assert len(files) + 1 <= 6
    assert len(html.encode()) + sum(map(_size, files)) <= 60_000


def test_a_later_page_adds_at_most_fifteen_kilobytes(client: Client) -> None:
    known = _files(client.get("/").content.decode())
    type_code(client, card_with_code())
    html = client.get("/me/").content.decode()
    new = _files(html) - known
    assert len(html.encode()) + sum(map(_size, new)) <= 15_000


def test_nothing_comes_from_another_host(client: Client) -> None:
    for page in ("/", "/help/", "/help/reading/"):
        html = client.get(page).content.decode()
        assert not re.findall(r'(?:src|<link[^>]+href)="(?:https?:)?//', html)
