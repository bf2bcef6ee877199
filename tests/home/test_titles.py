"""A watched screen tells nothing: titles, addresses, cookies and the icon are neutral (D22, look.md)."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

pytestmark = pytest.mark.django_db
TELLING = re.compile(
    r"exploit|abuse|safeguard|police|council|social|sexual|victim|crime|child|risk|danger|\bcse\b|\bcce\b|derby|survey|protect|missing",
    re.IGNORECASE,
)
PAGES = (
    "/",
    "/help/",
    "/help/about/",
    "/help/privacy/",
    "/help/leaving/",
    "/help/reading/",
    "/help/accessibility/",
    "/nope/",
)
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
BLOCK = re.compile(r"{% block title %}(.*?){% endblock(?: title)? %}", re.DOTALL)


def test_titles_of_open_pages_are_neutral_and_distinct(client: Client) -> None:
    titles = [TITLE.findall(client.get(page).content.decode())[0] for page in PAGES]
    assert not [title for title in titles if TELLING.search(title)]
    assert len(set(titles)) == len(titles)


def test_no_template_of_a_child_or_public_page_has_a_telling_title() -> None:
    told = {}
    for path in (Path(settings.BASE_DIR) / "templates").rglob("*.html"):
        text = path.read_text()
        if any(f'"{frame}.html"' in text for frame in ("base", "child", "public")):
            told |= {str(path): title for title in BLOCK.findall(text) if TELLING.search(title)}
    assert told == {}


def _addresses(resolver: URLResolver, start: str = "") -> list[str]:
    found = []
    for entry in resolver.url_patterns:
        here = start + str(entry.pattern)
        if isinstance(entry, URLResolver):
            found += _addresses(entry, here)
        elif isinstance(entry, URLPattern):
            found.append(here)
    return found


def test_no_address_of_a_childs_page_is_telling() -> None:
    ours = [
        one
        for one in _addresses(get_resolver())
        if one.startswith(("me/", "help/", "go/", "x/", "leaflets/", "changed/"))
    ]
    assert ours
    assert not [one for one in ours if TELLING.search(one)]


def test_cookies_have_neutral_names() -> None:
    names = (settings.SESSION_COOKIE_NAME, settings.CHILD_SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME)
    assert not [name for name in names if TELLING.search(name)]


def test_files_that_a_browser_keeps_have_neutral_names() -> None:
    names = [path.name for path in (Path(settings.BASE_DIR) / "static").rglob("*") if path.is_file()]
    assert names
    assert not [name for name in names if TELLING.search(name)]
