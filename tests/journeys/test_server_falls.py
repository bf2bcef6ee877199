"""What the page said is saved is there after the server was killed and started again (R-6)."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import OpenPage
from tests.journeys.test_keeping import SAVED, box, kept_words, tap
from tests.promises.ready_cards import ready_cards
from tests.promises.servers import Site, site_of_this_run

pytestmark = [pytest.mark.journey, pytest.mark.servers, pytest.mark.xdist_group("journeys")]
TYPED = "quokkawandersnorth"


@pytest.fixture
def site(_real_commits: None) -> Iterator[Site]:
    with site_of_this_run() as served:
        yield served


def at_first_question(page: Page, site: Site, code: str) -> Page:
    at = f"http://127.0.0.1:{site.port}"
    page.goto(f"{at}/")
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Open").click()
    page.wait_for_url("**/me/ready/")
    page.goto(f"{at}/me/say/before/")
    page.get_by_role("button", name=re.compile("^(Start|Carry on)$")).click()
    page.wait_for_url("**/before/1/")
    return page


def falls_and_gets_up(site: Site) -> None:
    site.kill()
    site.start()


def test_r6_words_that_were_saved_survive_the_kill_and_the_visit_goes_on_at_the_same_question(
    open_page: OpenPage, site: Site
) -> None:
    code = ready_cards(1)[0]
    site.start()
    page = at_first_question(open_page(phone=True), site, code)
    page.outside = []  # this server is another than the fixture's
    box(page).fill(TYPED)
    expect(page.get_by_role("status").filter(has_text=SAVED)).to_be_visible()
    falls_and_gets_up(site)
    page.reload()
    assert page.url.endswith("/before/1/")
    expect(page.locator("main")).to_contain_text("You have answered this")
    assert kept_words() == [TYPED]
    tap(page, "Next")
    page.wait_for_url("**/before/2/")
    page.outside = []


def test_r6_the_kill_takes_the_words_of_a_page_that_does_not_keep_them(open_page: OpenPage, site: Site) -> None:
    code = ready_cards(1)[0]
    site.start()
    page = open_page(phone=True)
    page.route("**/js/keeping*.js", lambda route: route.abort())
    at_first_question(page, site, code)
    box(page).fill(TYPED)
    falls_and_gets_up(site)
    page.reload()
    assert kept_words() == []
    page.outside = []
