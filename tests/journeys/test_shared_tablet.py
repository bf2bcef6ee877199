"""A worker hands a tablet over; two young people use it in turn; nobody meets what was before them (AC-12)."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from surveys.responses.models import DraftPiece
from tests.journeys.conftest import at_first_question, open_card, sign_in
from tests.journeys.looking import Look
from tests.journeys.village import Village

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]

TYPED = "numbatseatants"
OpenTablet = Callable[..., Page]


@pytest.fixture
def open_tablet(open_remembering: OpenTablet) -> OpenTablet:
    """A small tablet whose memory of pages is on. `open_tablet(scripts=False)`."""
    return open_remembering


def _hand_over(page: Page) -> None:
    page.goto("/work/meetings/")
    page.goto("/work/shared/")
    page.get_by_role("button", name="Sign me out and hand it over").click()
    page.wait_for_url("**/go/shared/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Give it to the young person")


def _shows_no_staff_page(page: Page) -> None:
    page.wait_for_load_state()
    assert "Sign out" not in page.content()
    assert "Hand this tablet over" not in page.content()


def _types(page: Page, code: str) -> None:
    page.goto("/go/shared/")
    page.get_by_role("link", name="I have it").click()
    at_first_question(page, code)
    page.locator("textarea").first.fill(TYPED)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_tablet_goes_from_the_worker_to_one_young_person_and_then_to_the_next(
    open_tablet: OpenTablet, village: Village, live_server: Any, scripts: bool
) -> None:
    page = open_tablet(scripts=scripts)
    sign_in(page, village.email("worker"))
    _hand_over(page)
    for _ in range(3):
        page.go_back()
        _shows_no_staff_page(page)
    for address in ("/work/", "/work/meetings/", "/cms/"):
        page.goto(address)
        assert page.url.endswith("/go/shared/"), address
    _types(page, village.codes["teen"])
    page.get_by_text("More", exact=True).click()
    page.get_by_role("button", name="Save and come back").click()
    page.wait_for_url("**/go/finished/")
    assert [each["name"] for each in page.context.cookies(live_server.url)] == ["shared"]
    for _ in range(4):
        page.go_back()
        page.wait_for_load_state()
        boxes = [box.input_value() for box in page.locator("textarea, input[type=text]").all()]
        assert TYPED not in page.content()
        assert TYPED not in boxes
    _types(page, village.codes["spare"])
    page.get_by_role("link", name="Leave").click()
    page.wait_for_url("**/go/finished/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Finished. Hand it back.")
    page.get_by_role("link", name="For staff").click()
    page.wait_for_url("**/accounts/login/**")


def test_the_pages_of_a_shared_tablet_can_be_used_by_everyone(open_tablet: OpenTablet, village: Village) -> None:
    page = open_tablet()
    look = Look(page)
    sign_in(page, village.email("worker"))
    look.at("/work/shared/")
    _hand_over(page)
    look.here()
    look.at("/go/finished/")
    open_card(page, village.codes["teen"])
    page.goto("/me/")
    page.get_by_text("More", exact=True).click()
    page.get_by_role("button", name="Do it with someone").click()
    page.get_by_role("button", name="A friend").click()
    page.goto("/me/say/before/")
    page.get_by_role("button", name=re.compile("Start|Carry on")).click()
    for address in ("/me/", "/me/say/before/1/", "/me/say/before/check/", "/me/say/before/who/", "/me/take-part/"):
        page.goto(address)
        page.get_by_text("More", exact=True).click()
        expect(page.get_by_text("Helping you:")).to_be_visible()
        look.here()
    assert look.wrong == []


def test_a_drawing_is_kept_when_a_control_is_pressed_beside_it(open_tablet: OpenTablet, village: Village) -> None:
    page = open_tablet()
    open_card(page, village.codes["teen"])
    page.goto("/me/say/before/")
    page.get_by_role("button", name=re.compile("Start|Carry on")).click()
    page.wait_for_url("**/before/*/")
    page.get_by_role("button", name="Draw it").click()
    paper = page.locator("canvas")
    paper.focus()
    for key in (" ", "ArrowRight", "ArrowDown", " "):
        paper.press(key)
    page.get_by_text("More", exact=True).click()
    page.get_by_role("button", name="Who will see this").click()
    page.wait_for_url("**/who/")
    assert DraftPiece.objects.count() == 1
