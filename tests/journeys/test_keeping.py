"""What is typed is kept while it is typed, on the server alone; a broken line loses nothing (AC-54, R-19, S15)."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from surveys.responses.domain.drafts import given_so_far
from surveys.responses.models import Draft, DraftAnswer, Response
from tests.journeys.conftest import OpenPage, at_first_question
from tests.journeys.village import Village

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]

TYPED = "quokkawandersnorth"
WITH_AND_WITHOUT = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
SAVED, NOT_SAVED = re.compile("^Saved"), re.compile("Not saved yet. Your words are still on this page.")


def kept_words() -> list[str]:
    return [given.text for draft in Draft.objects.all() for given in given_so_far(draft).values() if given.text]


def box(page: Page) -> Any:
    return page.locator("textarea")


def tap(page: Page, name: str) -> None:
    """Wherever it leads, if anywhere: the line may be down."""
    page.get_by_role("button", name=name, exact=True).click()


def test_words_are_kept_while_they_are_typed_and_stay_on_no_phone(open_page: OpenPage, village: Village) -> None:
    page = at_first_question(open_page(phone=True), village.codes["teen"])
    box(page).fill(TYPED)
    expect(page.get_by_role("status").filter(has_text=SAVED)).to_be_visible()
    assert kept_words() == [TYPED]
    stored = page.evaluate("() => [localStorage.length, sessionStorage.length, document.cookie]")
    assert stored == [0, 0, ""]


def test_skip_after_typing_leaves_the_words_out_as_without_scripts(open_page: OpenPage, village: Village) -> None:
    page = at_first_question(open_page(phone=True), village.codes["teen"])
    box(page).fill(TYPED)
    expect(page.get_by_role("status").filter(has_text=SAVED)).to_be_visible()
    tap(page, "Skip")
    page.wait_for_url("**/before/2/")
    assert kept_words() == []


def test_words_typed_a_moment_before_leaving_are_kept(
    open_page: OpenPage, village: Village, live_server: Any, settings: Any
) -> None:
    settings.LEAVE_TARGET = f"{live_server.url}/healthz"
    page = at_first_question(open_page(phone=True), village.codes["teen"])
    box(page).fill(TYPED)
    page.get_by_role("link", name="Leave").click()
    page.wait_for_url("**/healthz")
    assert kept_words() == [TYPED]


@pytest.mark.parametrize("who", ["young", "easy-read", "teen", "spare"])  # 8 to 11, easy words, 12 to 15, 16 to 17
def test_r19_offline_at_every_step_loses_no_word_and_sends_once(
    open_page: OpenPage, village: Village, who: str
) -> None:
    page = at_first_question(open_page(phone=True), village.codes[who])
    line, steps = page.context, 0
    before = Response.objects.count()
    while "/check/" not in page.url:
        line.set_offline(True)
        here, boxes = page.url, box(page).count()
        if boxes:
            box(page).first.fill(f"{TYPED} {steps}")
        tap(page, "Next")
        expect(page.get_by_role("status").filter(has_text=NOT_SAVED)).to_be_visible()
        page.get_by_role("link", name="Back", exact=True).click()  # no way onto the browser's own error page
        assert page.url == here
        if boxes:
            expect(box(page).first).to_have_value(f"{TYPED} {steps}")
        line.set_offline(False)
        if boxes:
            expect(page.get_by_role("status").filter(has_text=SAVED)).to_be_visible(timeout=30_000)
        tap(page, "Next")
        page.wait_for_url(lambda url, here=here: url != here)
        steps += 1
    assert steps >= 5
    assert sorted(kept_words())[0].startswith(TYPED)
    line.set_offline(True)
    tap(page, "Send")
    expect(page.get_by_role("status").filter(has_text=re.compile("Not sent yet"))).to_be_visible()
    assert Response.objects.count() == before
    line.set_offline(False)
    tap(page, "Send")
    page.wait_for_url("**/sent/")
    assert Response.objects.count() == before + 1


def test_r19_a_line_that_breaks_in_the_middle_of_the_answer_sends_once(open_page: OpenPage, village: Village) -> None:
    """The server has it, the phone never heard so, and Send is pressed again."""
    page = at_first_question(open_page(phone=True), village.codes["teen"])
    before = Response.objects.count()
    while "/check/" not in page.url:
        here = page.url
        tap(page, "Skip")
        page.wait_for_url(lambda url, here=here: url != here)

    def swallow(route: Any) -> None:
        route.fetch(max_redirects=0)
        route.abort()

    page.route("**/check/", swallow, times=1)
    tap(page, "Send")
    expect(page.get_by_role("status").filter(has_text=re.compile("Not sent yet"))).to_be_visible()
    tap(page, "Send")
    page.wait_for_url("**/sent/")
    assert Response.objects.count() == before + 1


def test_r19_a_line_of_two_kilobytes_a_second_keeps_the_words(open_page: OpenPage, village: Village) -> None:
    page = at_first_question(open_page(phone=True), village.codes["teen"])
    slow = page.context.new_cdp_session(page)
    limits = {"offline": False, "latency": 400, "downloadThroughput": 2048, "uploadThroughput": 2048}
    slow.send("Network.emulateNetworkConditions", limits)
    box(page).fill(TYPED)
    expect(page.get_by_role("status").filter(has_text=SAVED)).to_be_visible(timeout=30_000)
    tap(page, "Next")
    page.wait_for_url("**/before/2/", timeout=60_000)
    assert kept_words() == [TYPED]
    assert DraftAnswer.objects.count() == 1


@WITH_AND_WITHOUT
def test_the_same_card_on_another_phone_goes_on_where_the_first_stopped(
    open_page: OpenPage, village: Village, scripts: bool
) -> None:
    code = village.codes["teen"]
    first = at_first_question(open_page(phone=True, scripts=scripts), code)
    box(first).fill(TYPED)
    tap(first, "Next")
    first.wait_for_url("**/before/2/")
    second = at_first_question(open_page(phone=True, scripts=scripts), code)
    assert second.url.endswith("/before/2/")
    assert TYPED not in second.content()
    second.goto("/me/say/before/1/")
    expect(second.locator("main")).to_contain_text("You have answered this")
    box(second).fill("later words")
    tap(second, "Next")
    second.wait_for_url("**/before/2/")
    assert kept_words() == ["later words"]
