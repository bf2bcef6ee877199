"""A page that nobody touches covers its words, warns, gives more time for one press, and ends (D21, AC-3)."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from surveys.responses.models import Sitting
from tests.journeys.conftest import OpenPage, open_card
from tests.journeys.village import Village

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]
TYPED = "quokkawandersnorth"


@pytest.fixture
def asked(open_page: OpenPage, village: Village) -> Page:
    page = open_page(phone=True)
    page.clock.install()
    open_card(page, village.codes["teen"])
    page.goto("/me/say/before/")
    page.get_by_role("button", name=re.compile("^(Start|Carry on)$")).click()
    page.wait_for_url("**/before/1/")
    page.locator("textarea").fill(TYPED)
    return page


def veil(page: Page) -> Any:
    return page.get_by_role("alertdialog", name="We covered the words on this page")


def test_ac3_ten_quiet_minutes_cover_the_words_and_one_press_gives_more_time(asked: Page) -> None:
    asked.clock.fast_forward("09:50")
    expect(veil(asked)).to_have_count(0)
    asked.clock.fast_forward("00:15")
    expect(veil(asked)).to_be_visible()
    expect(asked.locator("textarea")).not_to_be_visible()
    expect(asked.get_by_role("link", name="Leave").first).to_be_visible()
    expect(asked.get_by_role("button", name="Show the page again")).to_be_focused()
    for _ in range(10):
        asked.clock.fast_forward("04:00")
        with asked.expect_response("**/me/here/") as told:
            asked.get_by_role("button", name="Show the page again").click()
        assert told.value.status == 204
        expect(asked.locator("textarea")).to_have_value(TYPED)
        if asked.locator(".soon-over").count():
            break
        asked.clock.fast_forward("10:05")
        expect(veil(asked)).to_be_visible()
    expect(asked.locator(".soon-over")).to_contain_text("In five minutes we ask for your code again")


def test_fifteen_quiet_minutes_end_the_visit_and_the_code_comes_back_to_the_same_question(
    asked: Page, village: Village
) -> None:
    asked.clock.fast_forward("10:05")
    asked.clock.fast_forward("05:05")
    asked.wait_for_url("**/?over=1")
    assert TYPED not in asked.content()
    assert not Sitting.objects.filter(ended_at=None).exists()
    asked.goto("/me/")
    assert asked.url.endswith("/?over=1")
    open_card(asked, village.codes["teen"])
    asked.goto("/me/say/before/")
    asked.get_by_role("button", name="Carry on").click()
    asked.wait_for_url("**/before/1/")
    expect(asked.locator("main")).to_contain_text("You have answered this")
