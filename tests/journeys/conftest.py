"""Browsers for a story: one for each person, phone or desk, with scripts or without."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, BrowserType, Page

from tests.journeys.ground import PASSWORD
from tests.journeys.village import Village, build_village

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
BACK_IN_MEMORY = "--disable-back-forward-cache"  # Playwright's own default, which would hide the fault
OpenPage = Callable[..., Page]


@pytest.fixture(autouse=True)
def _real_commits(transactional_db: None) -> None:
    """The server's threads see what the test stored."""


@pytest.fixture
def open_page(browser: Browser, live_server: Any) -> Iterator[OpenPage]:
    """`open_page(phone=True, scripts=False)`: a fresh browser profile, asked only for our own origin."""
    contexts = []

    def open_one(*, phone: bool = False, scripts: bool = True) -> Page:
        context = browser.new_context(
            base_url=live_server.url, viewport=PHONE if phone else DESK, java_script_enabled=scripts, locale="en-GB"
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(60_000)  # machines are busy
        page.outside = []
        page.on("request", lambda asked: _note_outside(page, asked.url, live_server.url))
        return page

    yield open_one
    outside = [url for context in contexts for page in context.pages for url in page.outside]
    for context in contexts:
        context.close()
    assert not outside, f"asked somebody else: {outside}"


@pytest.fixture
def open_remembering(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any], live_server: Any
) -> Iterator[Callable[..., Page]]:
    """A small browser whose memory of pages is on, as on a real phone (D20). `open_remembering(scripts=False)`."""
    browser = browser_type.launch(**browser_type_launch_args, ignore_default_args=[BACK_IN_MEMORY])

    def open_one(*, scripts: bool = True) -> Page:
        context = browser.new_context(base_url=live_server.url, viewport=PHONE, java_script_enabled=scripts)
        page = context.new_page()
        page.set_default_timeout(30_000)
        return page

    yield open_one
    browser.close()


@pytest.fixture
def village(_real_commits: None) -> Village:
    return build_village(now=timezone.now())


def _note_outside(page: Any, url: str, own: str) -> None:
    if not url.startswith((own, "data:", "about:")):
        page.outside.append(url)


def sign_in(page: Page, email: str) -> Page:
    page.goto("/accounts/login/")
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/work/**")
    return page


def open_card(page: Page, code: str) -> None:
    page.goto("/")
    page.get_by_label("Code").fill(code.lower().replace("-", " "))
    page.get_by_role("button", name="Open").click()
    page.wait_for_url("**/me/ready/")
    page.get_by_role("link", name="Carry on").click()
    page.wait_for_url("**/me/")


def press(page: Page, name: str) -> None:
    """A button that leads to another address. A script asks the server first, so the press itself doesn't lead on."""
    before = page.url
    page.get_by_role("button", name=name, exact=True).click()
    page.wait_for_url(lambda url: url != before)


def at_first_question(page: Page, code: str) -> Page:
    """It has a box for words."""
    open_card(page, code)
    page.goto("/me/say/before/")
    page.get_by_role("button", name=re.compile("Start|Carry on")).click()
    page.wait_for_url("**/before/*/")
    return page
