"""Each age and Easy Read to the end, in a real browser; each meets every width, hand, direction, zoom and pace."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from home.demo.chance import dice_for, seeded_code
from home.demo.invited import Adults, Card, YoungPerson, book_and_invite, give_card
from surveys.responses.domain.hearing import heard_answers
from surveys.responses.domain.tickets import find_ticket
from surveys.responses.models import Response
from tests.factories.catalogues import draft, locale_in
from tests.journeys.ground import Ground, lay_ground
from tests.journeys.hands import Hands
from tests.pseudo import mirrored

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]

AGES = {
    "8-11": ("8-11", "standard"),
    "12-15": ("12-15", "standard"),
    "16-17": ("16-17", "standard"),
    "18-25": ("18-25", "standard"),
    "easy read": ("12-15", "easy-read"),
}
SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}  # ms, bytes/s
RIGHT_TO_LEFT = "ar-xb"  # made up, so that every string of the frame is read from right to left
SAVED = "Thank you. It is saved."
LARGE = {"standard": 64, "fixed": 52}  # 400 % of what browsers begin with, in CSS pixels


@dataclasses.dataclass(frozen=True)
class Way:
    """How one young person goes. `zoom`: "page" is 400 % on a screen 1280 wide, "text" enlarges letters alone."""

    width: int = 360
    keys: bool = False
    scripts: bool = True
    right_to_left: bool = False
    zoom: str = ""
    calm: bool = False
    slow: bool = False


# Pairs chosen so that each age meets each value once; the three of a row stand for one age.
WAYS = {
    "thumb, narrow phone, slow, right to left": Way(320, right_to_left=True, slow=True),
    "keyboard, phone, no scripts, calm": Way(360, keys=True, scripts=False, calm=True),
    "keyboard, desk, four times as large": Way(1280, keys=True, zoom="page"),
    "thumb, desk, larger letters": Way(1280, zoom="text"),
}


@pytest.fixture
def open_way(browser: Browser, live_server: Any) -> Iterator[Any]:
    contexts = []

    def open_one(way: Way) -> Page:
        times = 4 if way.zoom == "page" else 1
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": way.width // times, "height": 800 // times},
            device_scale_factor=times,
            has_touch=not way.keys,
            java_script_enabled=way.scripts,
            reduced_motion="reduce" if way.calm else "no-preference",
            locale="en-GB",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(90_000)  # a slow line on a busy machine
        wire = context.new_cdp_session(page)
        if way.slow:
            wire.send("Network.enable")
            wire.send("Network.emulateNetworkConditions", SLOW_3G)
        if way.zoom == "text":
            wire.send("Page.enable")
            wire.send("Page.setFontSizes", {"fontSizes": LARGE})
        return page

    yield open_one
    for context in contexts:
        context.close()


@pytest.mark.parametrize("age", AGES)
def test_everyone_gets_to_it_is_saved_in_every_way(age: str, open_way: Any, tmp_path: Path) -> None:
    draft(tmp_path, RIGHT_TO_LEFT, mirrored)
    ground, wrong = lay_ground(now=timezone.now()), []
    for number, (name, way) in enumerate(WAYS.items()):
        code = _card(ground, AGES[age], number)
        with _written(way, tmp_path):
            told, words = _goes_through(open_way(way), way, code)
        wrong += [f"{name}: {each}" for each in told]
        assert _stored(code) == words, name
    assert wrong == []


def _written(way: Way, folder: Path) -> AbstractContextManager[None]:
    """The whole site in the made-up language, while somebody goes this way."""
    return locale_in(folder, LANGUAGE_CODE=RIGHT_TO_LEFT) if way.right_to_left else nullcontext()


def _card(ground: Ground, age: tuple[str, str], number: int) -> str:
    """The code on the card of a new young person."""
    now, code = timezone.now(), seeded_code("every age", number)
    adults = Adults(ground.council, ground.people["worker"], ground.people["chair"])
    who = YoungPerson(f"Young {number}", band=age[0], level=age[1])
    starts_at, dice = now + dt.timedelta(days=9), dice_for("every age", number)
    invitation = book_and_invite(who, adults, starts_at=starts_at, booked_at=now, dice=dice)
    give_card(invitation, Card(code), adults=adults, at=now)
    return code


def _goes_through(page: Page, way: Way, code: str) -> tuple[list[str], list[str]]:
    """What was wrong on the way, and what was written."""
    hands = Hands(page, keys=way.keys)
    page.goto("/")
    hands.look(still=way.calm)
    hands.write(page.locator("[name=code]"), code)
    hands.press(page.locator("main form .button--go"))
    page.wait_for_url("**/me/**")
    hands.look(still=way.calm)
    page.goto("/me/say/before/")
    hands.look(still=way.calm)
    hands.press(page.locator("main form button.button--go").first)
    page.wait_for_url("**/before/1/")
    written = _answers(hands, way)
    hands.press(page.locator("button[name=send]"))
    page.wait_for_url("**/sent/")
    hands.look(still=way.calm)
    expect(page.get_by_role("heading", level=1)).to_have_text(mirrored(SAVED) if way.right_to_left else SAVED)
    return hands.wrong, written


def _answers(hands: Hands, way: Way) -> list[str]:
    """Words in every box, the first of every choice; stops where the answers are checked."""
    page, written = hands.page, []
    for _ in range(20):
        hands.look(still=way.calm)
        assert page.locator("html").get_attribute("dir") == ("rtl" if way.right_to_left else "ltr")
        if page.url.endswith("/check/"):
            return written
        for box in page.locator("main textarea").all():
            written.append(f"Words number {len(written)}.")
            hands.write(box, written[-1])
        choice = page.locator("main input[name^=part-]").first
        if choice.count():
            hands.choose(choice)
        before = page.url
        hands.press(page.locator("button.button--go[name=next]"))
        page.wait_for_url(lambda url, before=before: url != before)
    raise AssertionError("the questions have no end")


def _stored(code: str) -> list[str]:
    ticket = find_ticket(code, now=timezone.now())
    heard = heard_answers(Response.objects.get(ticket=ticket))
    return [part.words for question in heard for part in question.parts if part.words]
