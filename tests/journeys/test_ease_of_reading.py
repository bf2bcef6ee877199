"""Somebody who presses one key at a time, or hears the page, and wants bigger letters: in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from surveys.responses.models import DraftAnswer
from tests.journeys.conftest import OpenPage, at_first_question, open_card
from tests.promises.ready_cards import ready_cards

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]

WORDS = "quokkawandersnorth"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_presses_of_the_bar_go_on_from_where_the_last_one_was(open_page: OpenPage, scripts: bool) -> None:
    page = open_page(phone=True, scripts=scripts)
    at_first_question(page, *ready_cards(1))
    page.locator("textarea").first.fill(WORDS)
    question = page.url
    _open_more(page)
    page.get_by_role("button", name="Bigger", exact=True).click()
    _is_there(page, "read-size", "Bigger still", "reading-bigger")
    page.keyboard.press("Enter")  # no way back to the button: focus is on it
    _is_there(page, "read-size", "Usual size", "reading-biggest")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    _is_there(page, "read-space", "Usual space", "reading-space")
    assert DraftAnswer.objects.get().sealed.open().count(WORDS) == 1
    page.goto(question)
    expect(page.locator("details.more")).not_to_have_attribute("open", "")


def test_on_a_page_beside_the_questions_the_bar_stays_open_too(open_page: OpenPage) -> None:
    page = open_page(phone=True, scripts=False)
    open_card(page, *ready_cards(1))
    _open_more(page)
    page.get_by_role("button", name="More space").press("Enter")
    _is_there(page, "read-space", "Usual space", "reading-space")
    page.get_by_role("link", name="All the help there is").click()
    page.get_by_role("link", name="Back to my page").click()
    page.wait_for_url("**/me/")


def _open_more(page: Page) -> None:
    page.locator("details.more > summary").press("Enter")


def _is_there(page: Page, where: str, name: str, looks: str) -> None:
    """The new page stands at the button that was pressed, in view, with focus, and looks as chosen."""
    button = page.locator(f"#{where}")
    expect(button).to_have_text(name)
    expect(button).to_be_focused()
    expect(button).to_be_in_viewport()
    expect(page.locator("html")).to_have_class(re.compile(looks))
