"""Leaving leaves nothing behind: in a browser whose memory is switched on, as on a real phone (D19, D20)."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from surveys.responses.models import Response
from tests.journeys.conftest import at_first_question, open_card, press
from tests.journeys.village import Village

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]

TYPED = "quokkawandersnorth"
WITH_AND_WITHOUT = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
OpenPhone = Callable[..., Page]


@pytest.fixture
def ordinary_page(live_server: Any, settings: Any) -> str:
    """Where leaving leads in this test: another origin, without asking the network."""
    settings.LEAVE_TARGET = live_server.url.replace("localhost", "127.0.0.1") + "/healthz"
    return str(settings.LEAVE_TARGET)


@pytest.fixture
def phone(open_remembering: OpenPhone, ordinary_page: str) -> OpenPhone:
    """A phone with the back/forward cache on. `phone(scripts=False)`."""
    return open_remembering


def _skips_to_the_check(page: Page) -> None:
    for _ in range(20):
        if "/check/" in page.url:
            return
        press(page, "Skip")
    pytest.fail("the questions have no end")


def _shows_nothing(page: Page) -> None:
    page.wait_for_load_state()
    assert TYPED not in page.content()
    assert TYPED not in [box.input_value() for box in page.locator("textarea, input[type=text]").all()]


def _leave(page: Page, ordinary_page: str) -> None:
    page.get_by_role("link", name="Leave").click()
    page.wait_for_url(ordinary_page)


@WITH_AND_WITHOUT
def test_back_after_leaving_shows_no_typed_word(
    phone: OpenPhone, village: Village, ordinary_page: str, scripts: bool
) -> None:
    page = at_first_question(phone(scripts=scripts), village.codes["teen"])
    page.locator("textarea").fill(TYPED)
    _leave(page, ordinary_page)
    for _ in range(3):
        page.go_back()
        _shows_nothing(page)
    page.go_forward()
    _shows_nothing(page)


@WITH_AND_WITHOUT
def test_the_visit_is_over_after_leaving(
    phone: OpenPhone, village: Village, ordinary_page: str, live_server: Any, scripts: bool
) -> None:
    page = at_first_question(phone(scripts=scripts), village.codes["teen"])
    held = page.context.cookies(live_server.url)
    _leave(page, ordinary_page)
    assert page.context.cookies(live_server.url) == []
    page.context.add_cookies(held)  # even a kept cookie opens nothing: the visit itself has ended
    for address in ("/me/", "/me/say/before/1/", "/me/invite/"):
        page.goto(address)
        assert page.url.startswith(f"{live_server.url}/?")
        expect(page.get_by_label("Code")).to_be_visible()


def test_shift_three_times_leaves_in_the_middle_of_a_word(
    phone: OpenPhone, village: Village, ordinary_page: str
) -> None:
    page = at_first_question(phone(), village.codes["teen"])
    page.locator("textarea").press_sequentially(TYPED)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(ordinary_page)
    page.go_back()
    _shows_nothing(page)
    assert "/say/" not in page.url


@WITH_AND_WITHOUT
def test_a_second_phone_gets_in_and_sees_no_word_of_the_first(
    phone: OpenPhone, village: Village, scripts: bool
) -> None:
    code = village.codes["teen"]
    first = at_first_question(phone(scripts=scripts), code)
    first.locator("textarea").fill(TYPED)
    press(first, "Next")
    second = phone(scripts=scripts)
    open_card(second, code)
    for address in ("/me/", "/me/say/before/", "/me/say/before/1/", "/me/say/before/check/"):
        second.goto(address)
        _shows_nothing(second)
    press(first, "Skip")
    expect(first.get_by_role("heading", level=1)).to_be_visible()
    assert "/before/3/" in first.url


@WITH_AND_WITHOUT
def test_pages_brought_back_after_sending_show_nothing(
    phone: OpenPhone, village: Village, live_server: Any, scripts: bool
) -> None:
    page = at_first_question(phone(scripts=scripts), village.codes["teen"])
    page.locator("textarea").fill(TYPED)
    press(page, "Next")
    _skips_to_the_check(page)
    page.get_by_role("button", name="Send", exact=True).click()
    page.wait_for_url("**/sent/")
    for _ in range(4):
        page.go_back()
        _shows_nothing(page)


def test_two_tabs_that_both_send_hear_that_it_is_saved_once(phone: OpenPhone, village: Village) -> None:
    page = at_first_question(phone(), village.codes["teen"])
    before = Response.objects.count()
    _skips_to_the_check(page)
    other = page.context.new_page()
    other.goto(page.url)
    for tab in (page, other):
        tab.get_by_role("button", name="Send", exact=True).click()
        tab.wait_for_url("**/sent/")
        expect(tab.get_by_role("heading", level=1)).to_contain_text("saved")
        expect(tab.locator("main")).to_contain_text("we still have it once")
    assert Response.objects.count() == before + 1
