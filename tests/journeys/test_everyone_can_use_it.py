"""Everyone can use every page: with axe, on a narrow phone and a wide desk, with a thumb, on little data."""

import pytest
from django.utils import timezone
from playwright.sync_api import Page, Response

from tests.journeys.conftest import OpenPage, open_card, sign_in
from tests.journeys.looking import Look
from tests.journeys.village import WORD, Village, build_village

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]

FIRST_PAGE, NEXT_QUESTION, REQUESTS = 60_000, 15_000, 6  # bytes over the wire, and how often a first page asks
ROOMS = {
    "worker": ("book_meeting", "card", "desk", "safe_to_tell", "work_alert", "work_meeting", "work_meetings"),
    "chair": ("desk", "outcome_editor", "statement", "statement_sheet", "work_meeting"),
    "reader": ("work_alerts", "work_queue", "work_reading", "work_rota"),
    "participation": ("work_change", "work_changes", "work_group", "work_groups", "work_release", "work_releases"),
    "champions": ("work_champions", "work_champion_new"),
    "member": ("group", "groups", "pack"),
    "young member": ("pack_plain",),
    "champion": ("champions", "champion_summary"),
    "administrator": ("desk", "style", "mfa_index", "account_email", "account_change_password"),
}
ALL_OF_WORK = ("/work/", "/groups/", "/champions/")


@pytest.fixture
def village(_real_commits: None) -> Village:
    return build_village(now=timezone.now())


def test_pages_for_anyone(open_page: OpenPage, village: Village) -> None:
    look = Look(open_page())
    look.everywhere_from("/", "/help/", within=("/help/", "/leaflets/", "/changed/"))
    look.at("/nothing-here/")
    look.at("/accounts/login/")
    look.page.goto("/")
    look.page.get_by_label("Code").fill("0000-0000-0000")
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
        assert {"invite", "take_part", "advocate", "talk", "my_card", "agreed_word", "outcome"} <= look.seen
    assert {"my_page", "say", "say_check", "say_sent"} <= look.seen
    assert look.wrong == []


def _answers_and_sends(look: Look, *, at_length: bool) -> None:
    page = look.page
    page.goto("/me/")
    page.get_by_role("link", name="Have my say").click()
    page.get_by_role("button", name="Start").click()
    _skips_to_the_end(look)
    if at_length:
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
        look.page.get_by_role("button", name="Skip", exact=True).click()
    pytest.fail("the questions have no end")


def test_what_came_of_it(open_page: OpenPage, village: Village) -> None:
    look = Look(open_page())
    open_card(look.page, village.codes["told"])
    look.at("/me/word/?next=outcome")
    look.page.locator("[name=word]").fill(WORD)
    look.page.get_by_role("button", name="Open").click()
    look.at("/me/what-happened/")
    look.at("/me/")
    look.at("/me/say/after/")
    assert look.wrong == []


def test_pages_for_people_who_sign_in(open_page: OpenPage, village: Village) -> None:
    wrong, known = [], set()  # type: ignore[var-annotated]
    for who, rooms in ROOMS.items():
        look = Look(sign_in(open_page(), village.email(who)), known=known)
        starts = ["/work/", "/work/nothing-here/"]
        if who in ("worker", "chair"):
            starts.append(f"/work/meetings/{village.told.meeting_id}/")
        if who == "administrator":
            starts += ["/style/", "/accounts/2fa/", "/accounts/email/", "/accounts/password/change/"]
        look.everywhere_from(*starts, within=ALL_OF_WORK)
        known |= look.seen - {"desk"}
        wrong += look.wrong
        assert set(rooms) <= look.seen, f"{who} never came to {set(rooms) - look.seen}"
    assert wrong == []


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
        '<div style="width: 400px">wide</div><script>1</script>'
    )
    look.here()
    for fault in ("title: No name", "image-alt", "too small: Go", "320px: 88px too wide", "Content Security Policy"):
        assert [wrong for wrong in look.wrong if fault in wrong], f"{fault} was not seen in {look.wrong}"
