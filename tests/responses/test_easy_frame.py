"""The pages around the questions in Easy Read: few words, and a picture beside each control (domain.md §2.2)."""

import re

import pytest

from core.pictures import sheet
from surveys.responses.frame import PICTURES
from surveys.responses.management.commands.draw_controls import SHEET
from tests.factories.questionnaires import published
from tests.factories.responses import a_ticket, child_client
from tests.responses.walking import START, send

pytestmark = pytest.mark.django_db
MOST_WORDS = 150
MAIN = re.compile(r"<main.*?</main>", re.DOTALL)
APART = re.compile(r"<nav.*?</nav>|<noscript>.*?</noscript>|<svg.*?</svg>|<[^>]+>", re.DOTALL)


def words_of(page: str) -> int:
    found = MAIN.search(page)
    assert found
    return len(APART.sub(" ", found.group()).split())


def test_no_page_around_the_questions_has_more_words_than_easy_read_allows():
    client = child_client(a_ticket(version=published(level="easy-read"), level="easy-read"))
    start = client.get(START).text
    assert words_of(start) <= MOST_WORDS, words_of(start)
    client.post(START)
    for name in ("who", "with", "language", "stop", "saved"):
        page = client.get(f"{START}{name}/").text
        assert words_of(page) <= MOST_WORDS, (name, words_of(page))
    send(client)
    client.post(f"{START}change/", {"kind": "take_back"})
    for name in ("sent", "change", "asked"):
        page = client.get(f"{START}{name}/").text
        assert words_of(page) <= MOST_WORDS, (name, words_of(page))


def test_every_control_has_a_picture_beside_its_words_in_easy_read_only(ticket):
    easy = child_client(a_ticket(version=published(level="easy-read"), level="easy-read"))
    frame = re.compile(r'<button[^>]*name="go" value="(?!read-)[^>]*>(<svg.*?</svg>)?', re.DOTALL)
    assert all(frame.findall(easy.get(START).text))
    assert not any(frame.findall(child_client(ticket).get(START).text))


def test_the_sheet_of_pictures_is_as_they_are_drawn():
    assert SHEET.read_text() == sheet(PICTURES.values()), "run: make pictures"


def test_whether_it_is_clear_is_asked_once_where_no_invite_asks_it(ticket):
    plain = child_client(a_ticket(kind="consultation")).get("/me/say/consultation/").text
    assert plain.count("Is this clear?") == 1
    for words in (">OK</a>", "Ask someone", "Hear it"):
        assert words in plain, words
    assert "Is this clear?" not in child_client(ticket).get(START).text  # the invite has asked
