"""Leaving in a real browser, with its back/forward cache switched on as on a real phone (D20)."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserType, Page, expect

BACK_IN_MEMORY = "--disable-back-forward-cache"  # Playwright's own default, which would hide the fault
TYPED = "QUIET WORDS"


@pytest.fixture(scope="module")
def phone_browser(
    django_db_setup: None, browser_type: BrowserType, browser_type_launch_args: dict[str, Any]
) -> Iterator[Browser]:
    browser = browser_type.launch(**browser_type_launch_args, ignore_default_args=[BACK_IN_MEMORY])
    yield browser
    browser.close()


@pytest.fixture
def ordinary_page(live_server: Any, settings: Any, transactional_db: None) -> str:
    """Where leaving leads in this test: another origin, without asking the network."""
    target = live_server.url.replace("localhost", "127.0.0.1") + "/healthz"
    settings.LEAVE_TARGET = target
    return str(target)


def _open_and_type(browser: Browser, live_server: Any, *, scripts: bool) -> Page:
    context = browser.new_context(
        base_url=live_server.url, viewport={"width": 360, "height": 740}, java_script_enabled=scripts
    )
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.goto("/help/")
    page.goto("/")
    page.get_by_label("Code").fill(TYPED)
    return page


@pytest.mark.journey
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_going_back_after_leaving_shows_nothing_that_was_typed(
    phone_browser: Browser, live_server: Any, ordinary_page: str, scripts: bool
) -> None:
    page = _open_and_type(phone_browser, live_server, scripts=scripts)
    page.get_by_role("link", name="Leave").click()
    page.wait_for_url(ordinary_page)
    assert page.context.cookies(live_server.url) == []
    page.go_back()
    box = page.locator("#code")
    if box.count():
        expect(box).to_have_value("")
    assert TYPED not in page.content()
    page.context.close()


def _let_it_paint(page: Page) -> None:
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.mark.journey
def test_shift_three_times_leaves_and_leaves_no_page_behind(
    phone_browser: Browser, live_server: Any, ordinary_page: str
) -> None:
    page = _open_and_type(phone_browser, live_server, scripts=True)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(ordinary_page)
    page.go_back()
    expect(page.get_by_role("heading", name="Help", exact=True)).to_be_visible()
    page.context.close()


@pytest.mark.journey
def test_shift_does_nothing_once_it_is_switched_off(
    phone_browser: Browser, live_server: Any, ordinary_page: str
) -> None:
    page = _open_and_type(phone_browser, live_server, scripts=True)
    page.goto("/help/reading/")
    page.get_by_label("Don't leave when I press Shift three times").check()
    page.get_by_role("button", name="Read it like this").click()
    for _ in range(5):
        page.keyboard.press("Shift")
    _let_it_paint(page)  # by then a leave would have begun, and this call would have lost its page
    assert page.url == f"{live_server.url}/help/reading/"
    page.context.close()


@pytest.mark.journey
def test_focus_is_never_hidden_under_the_bar(phone_browser: Browser, live_server: Any, ordinary_page: str) -> None:
    page = _open_and_type(phone_browser, live_server, scripts=True)
    page.goto("/help/")
    page.keyboard.press("End")
    gaps = []
    for _ in range(40):  # backwards from the last link: the way on which a sticky bar hides things
        page.keyboard.press("Shift+Tab")
        _let_it_paint(page)  # the browser scrolls to what has the focus with the next frame
        gap = page.evaluate(
            "() => { const on = document.activeElement, bar = document.querySelector('.bar');"
            " if (bar.contains(on)) return null;"
            " return on.getBoundingClientRect().top - bar.getBoundingClientRect().bottom; }"
        )
        if gap is None:
            break
        gaps.append(gap)
    assert len(gaps) > 10
    assert min(gaps) >= 0
    page.context.close()
