"""What staff can print, on a table with a stepfather: nothing about one young person (S9, acceptance check 3)."""

from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page

ROOT = Path(settings.BASE_DIR)
PAGES = ROOT / "templates" / "pages"
ABOUT_NOBODY = {"listening/work_rota.html", "listening/work_interpreters.html"}
# a question or a note may be a young person's own words
IN_GROUPS = ("challenge", "challenges", "challenge_new", "work_challenges", "note", "note_supporter")
HIDES_ITSELF = {"meetings/statement.html"}  # it has a sheet for paper of its own


def staff_pages_about_a_young_person() -> list[Path]:
    rooms = [path for room in ("listening", "meetings") for path in (PAGES / room).glob("*.html")]
    rooms += [PAGES / "subgroups" / f"{name}.html" for name in IN_GROUPS]
    wanted = [path for path in rooms if 'extends "staff.html"' in path.read_text()]
    return [path for path in wanted if str(path.relative_to(PAGES)) not in ABOUT_NOBODY | HIDES_ITSELF]


@pytest.mark.parametrize("path", staff_pages_about_a_young_person(), ids=lambda path: path.stem)
def test_staff_pages_about_a_young_person_are_marked_as_for_the_screen(path: Path):
    assert "{% block body_class %}staff on-screen{% endblock %}" in path.read_text()


@pytest.mark.journey
def test_a_page_for_the_screen_prints_none_of_its_words(page: Page):
    styles = "".join((ROOT / "static/css" / name).read_text() for name in ("base.css", "pieces.css", "staff.css"))
    page.set_content(f"<style>{styles}</style><body class='staff on-screen'><main><p>Her words</p></main></body>")
    words = page.get_by_text("Her words")
    assert words.is_visible()
    page.emulate_media(media="print")
    assert not words.is_visible()
