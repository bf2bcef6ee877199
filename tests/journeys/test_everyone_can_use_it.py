"""Everyone can use every page: with axe, on a narrow phone and a wide desk, with a thumb, on little data."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, Response

from home.demo.chance import seeded_code
from surveys.questionnaires.models import Questionnaire
from surveys.themes.models import ThemeSet
from tests.factories import polls
from tests.journeys.conftest import OpenPage, open_card, sign_in
from tests.journeys.looking import Look
from tests.journeys.village import WORD, Village
from tests.promises.addresses import own_addresses
from tests.promises.who_may_what import STAFF_ADDRESSES

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]

FIRST_PAGE, NEXT_QUESTION, REQUESTS = 60_000, 15_000, 6  # bytes over the wire, and how often a first page asks
ROOMS = {
    "worker": ("book_meeting", "card", "desk", "safe_to_tell", "work_alert", "work_meeting", "work_meetings"),
    "chair": ("desk", "outcome_editor", "statement", "statement_sheet", "work_meeting"),
    "reader": ("work_alerts", "work_queue", "work_reading", "work_rota"),
    "participation": (),
    "report writer": (),
    "second writer": (),
    "data protection": (),
    "champions": ("work_champions", "work_champion_new"),
    "member": ("group", "groups", "pack", "pack_large", "pack_papers"),
    "young member": ("pack_plain",),
    "champion": ("champions", "champion_summary"),
    "administrator": ("desk", "style", "mfa_index", "account_email", "account_change_password"),
}
ALL_OF_WORK = ("/work/", "/groups/", "/champions/")
FILES = {"pack_file", "pack_large_pdf", "pack_pdf", "work_evidence_pdf", "work_piece"}


def test_pages_for_anyone(open_page: OpenPage, village: Village) -> None:
    look = Look(open_page())
    look.everywhere_from("/", "/help/", within=("/help/", "/leaflets/", "/changed/"))
    look.at("/nothing-here/")
    look.at("/accounts/login/")
    look.page.goto("/")
    look.page.get_by_label("Code").fill("0000-0000-0000")
    with look.page.expect_navigation():
        look.page.get_by_role("button", name="Open").click()
    look.here()
    assert look.wrong == []
    assert {"front_door", "help_talk", "changed", "leaflets", "/leaflets/the-meeting/easy-read/"} <= look.seen


@pytest.mark.parametrize("card", ["young", "easy-read", "teen", "consultation"])
def test_pages_behind_a_card(open_page: OpenPage, village: Village, card: str) -> None:
    look = Look(open_page())
    open_card(look.page, village.codes[card])
    look.everywhere_from("/me/", within=("/me/",))
    _answers_and_sends(look, at_length=card in ("young", "teen"))
    if card != "consultation":
        assert {"say_draw", "say_aloud"} <= look.seen
        assert {"invite", "take_part", "advocate", "talk", "my_card", "agreed_word", "outcome"} <= look.seen
    assert {"my_page", "say", "say_check", "say_sent"} <= look.seen
    assert look.wrong == []


def _answers_and_sends(look: Look, *, at_length: bool) -> None:
    page = look.page
    page.goto("/me/")
    page.get_by_role("link", name="Have my say").click()
    page.get_by_role("button", name="Start").click()
    page.wait_for_url(re.compile(r"/\d+/$"))
    _skips_to_the_end(look)
    if at_length:
        with page.expect_navigation(url=lambda url: "/check/" not in url):
            page.get_by_role("button", name="Show me the longer set").click()
        _skips_to_the_end(look)
    look.here()
    page.get_by_role("button", name="Send", exact=True).click()
    page.wait_for_url("**/sent/")
    look.here()


def _skips_to_the_end(look: Look) -> None:
    for _ in range(60):
        look.page.wait_for_load_state()
        if "/check/" in look.page.url:
            return
        look.here()
        _makes_something_instead(look)
        with look.page.expect_navigation():  # a script keeps the words first, so the press itself does not lead on
            look.page.get_by_role("button", name="Skip", exact=True).click()
    pytest.fail("the questions have no end")


def _makes_something_instead(look: Look) -> None:
    """Draw it, say it out loud: looked at once, then back to the question."""
    question = look.page.url
    for way in ("draw", "aloud"):
        button = look.page.locator(f"button[name={way}]")
        if f"say_{way}" not in look.seen and button.count():
            button.first.click()
            look.page.wait_for_url(f"**/{way}/**")
            look.here()
            look.page.goto(question)


def test_pages_of_a_poll(open_page: OpenPage, village: Village) -> None:
    code = seeded_code("poll", 0)
    polls.opened(now=timezone.now(), code=code)
    look = Look(open_page())
    look.page.goto("/")
    look.page.get_by_label("Code").fill(code)
    look.page.get_by_role("button", name="Open").click()
    look.page.wait_for_url("**/go/poll/")
    look.here()
    look.page.get_by_role("button", name="Send", exact=True).click()
    look.page.wait_for_url("**/sent/")
    look.here()
    assert {"poll_ballot", "poll_sent"} <= look.seen
    assert look.wrong == []


def test_what_came_of_it(open_page: OpenPage, village: Village) -> None:
    look = Look(open_page())
    open_card(look.page, village.codes["told"])
    look.at("/me/word/?next=outcome")
    look.page.locator("[name=word]").fill(WORD)
    with look.page.expect_navigation():
        look.page.get_by_role("button", name="Open").click()
    look.at("/me/what-happened/")
    look.at("/me/")
    look.at("/me/say/after/")
    assert look.wrong == []


def test_pages_for_people_who_sign_in(open_page: OpenPage, village: Village) -> None:
    wrong, known, seen = [], set(), set()
    for who, rooms in ROOMS.items():
        look = Look(sign_in(open_page(), village.email(who)), known=known)
        starts = ["/work/", "/work/nothing-here/"]
        if who in ("worker", "chair"):
            starts.append(f"/work/meetings/{village.told.meeting_id}/")
        if who == "participation":
            themes = ThemeSet.objects.get()
            starts.append(reverse("work_theme_set", args=[themes.window_id, themes.form]))
            starts.append(reverse("try_questions", args=[Questionnaire.objects.order_by("pk")[0].pk]))
        if who == "data protection":
            starts.append("/work/evidence/set/")
        if who == "administrator":
            starts += ["/style/", "/accounts/2fa/", "/accounts/email/", "/accounts/password/change/"]
        look.everywhere_from(*starts, within=ALL_OF_WORK)
        known |= look.seen - {"desk"}
        seen |= look.seen
        wrong += look.wrong
        assert set(rooms) <= look.seen, f"{who} never came to {set(rooms) - look.seen}"
    pages = {name for name in STAFF_ADDRESSES if _is_read(own_addresses()[name].view)}
    assert pages - FILES - seen == set(), "nobody looked at these: lead to them from a page, and put one in the village"
    assert wrong == []


def _is_read(view: Callable[..., Any] | None) -> bool:
    """Whether it takes a GET: what only takes a POST is no page."""
    while view is not None:
        for cell in view.__closure__ or ():
            if isinstance(cell.cell_contents, list | tuple) and "POST" in cell.cell_contents:
                return "GET" in cell.cell_contents
        view = getattr(view, "__wrapped__", None)
    return True


def test_a_childs_pages_are_light(open_page: OpenPage, village: Village) -> None:
    page = open_page(phone=True)
    scale = Scale(page)
    page.goto("/")
    page.wait_for_load_state("networkidle")
    assert scale.bytes <= FIRST_PAGE, scale.told()
    assert len(scale.asked) <= REQUESTS, scale.told()
    open_card(page, village.codes["teen"])
    page.goto("/me/say/before/")
    page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="Start").click()
    for number in range(1, 6):
        page.wait_for_url(f"**/{number}/")
        page.wait_for_load_state("networkidle")
        if number > 1:
            assert scale.bytes <= NEXT_QUESTION, scale.told()
        scale.empty()
        page.get_by_role("button", name="Skip", exact=True).click()


class Scale:
    """What went over the wire, headers too, as the browser counted it."""

    def __init__(self, page: Page) -> None:
        self.asked: dict[str, int] = {}
        page.on("requestfinished", lambda asked: self._add(asked.response()))

    def _add(self, response: Response | None) -> None:
        if response is None:
            return
        sizes = response.request.sizes()
        self.asked[response.url] = sizes["responseBodySize"] + sizes["responseHeadersSize"]

    @property
    def bytes(self) -> int:
        return sum(self.asked.values())

    def empty(self) -> None:
        self.asked.clear()

    def told(self) -> str:
        return f"{self.bytes} bytes: {self.asked}"


def test_looking_finds_what_is_wrong(open_page: OpenPage) -> None:
    look = Look(open_page())
    look.page.goto("/healthz")
    look.page.set_content(
        '<title>No name</title><h1>A</h1><img src="data:,"><button style="height: 20px">Go</button>'
        '<div style="width: 400px">wide</div><div style="position: relative; left: -20px">left</div><script>1</script>'
    )
    look.here()
    for fault in (
        "title: No name",
        "image-alt",
        "too small: Go",
        "320px: 88px too wide",
        "Content Security Policy",
        "320px, right to left: ",
    ):
        assert [wrong for wrong in look.wrong if fault in wrong], f"{fault} was not seen in {look.wrong}"
