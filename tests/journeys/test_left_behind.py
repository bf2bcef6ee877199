"""What a real browser's profile folder still holds after a visit: no word, code, name or page (SAF2, AC-3, AC-4, D22).

The folder is read file by file: as it lies there, as UTF-16, and what is packed in it unpacked.
"""

import re
import shutil
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from playwright.sync_api import BrowserContext, BrowserType, Page, expect

from core.headers import ZoneHeadersMiddleware
from tests.journeys.conftest import open_card
from tests.journeys.test_keeping import SAVED
from tests.journeys.village import WORD, Village, build_village
from tests.promises.neutral import TELLING

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]

BACK_IN_MEMORY = "--disable-back-forward-cache"  # Playwright's own default, which would hide the fault
MICROPHONE = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"]
WORKER, PRESSED, LEFT = "Quillfeatherine", "quokkawandersnorth", "ottersleepsbysaffron"
BODY = "Nobody reads this until"  # stands on question pages and in no file of ours
DRAWN = b"IHDR\x00\x00\x03\x20\x00\x00\x02\x58"  # a PNG of 800 by 600
SAID = b"WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00"  # the head of a voice note; the script itself only has the letters
PACKED = re.compile(rb"\x1f\x8b\x08")
OpenProfile = Callable[..., BrowserContext]


@pytest.fixture
def village(_real_commits: None) -> Village:
    village = build_village(now=timezone.now())
    worker = village.ground.people["worker"]
    worker.first_name = WORKER
    worker.save()
    return village


@pytest.fixture
def open_profile(
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    tmp_path: Path,
    live_server: Any,
    settings: Any,
) -> Iterator[OpenProfile]:
    """A browser with a profile folder of its own, as a phone has; opened a second time it finds what it left."""
    settings.LEAVE_TARGET = live_server.url.replace("localhost", "127.0.0.1") + "/healthz"
    contexts = []

    def open_one(*more: str) -> BrowserContext:
        told = {**browser_type_launch_args, "args": [*browser_type_launch_args["args"], *MICROPHONE, *more]}
        context = browser_type.launch_persistent_context(
            tmp_path / "profile", base_url=live_server.url, ignore_default_args=[BACK_IN_MEMORY], **told
        )
        contexts.append(context)
        return context

    yield open_one
    for context in contexts:
        context.close()
    shutil.rmtree(tmp_path / "profile", ignore_errors=True)


def unpacked(data: bytes) -> Iterator[bytes]:
    yield data
    for found in PACKED.finditer(data):
        try:
            yield zlib.decompressobj(31).decompress(data[found.start() :])
        except zlib.error:
            continue


def forms_of(text: str) -> set[bytes]:
    together = text.replace("-", "")
    spoken = {text, text.lower(), together, together.lower(), text.replace("-", " "), text.replace("-", " ").lower()}
    return {form.encode(code) for form in spoken for code in ("utf-8", "utf-16-le")}


def left_behind(folder: Path, secrets: dict[str, str]) -> dict[str, set[str]]:
    """Kind of secret → files that hold it."""
    wanted = {kind: forms_of(text) for kind, text in secrets.items()} | {"drawing": {DRAWN}, "voice": {SAID}}
    found: dict[str, set[str]] = {}
    for path in folder.rglob("*"):
        if not path.is_file() or path.is_symlink():
            continue
        for data in unpacked(path.read_bytes()):
            for kind, forms in wanted.items():
                if any(form in data for form in forms):
                    found.setdefault(kind, set()).add(path.relative_to(folder).as_posix())
    return found


def secrets_of(code: str) -> dict[str, str]:
    return {"code": code, "word": WORD, "name": WORKER, "kept": PRESSED, "left": LEFT, "page": BODY}


def makes_a_drawing_and_a_voice_note(page: Page) -> None:
    page.get_by_role("button", name="Draw it").first.click()
    paper = page.locator("canvas")
    paper.scroll_into_view_if_needed()
    paper.click(position={"x": 60, "y": 60})
    page.get_by_role("button", name="Keep my drawing").click()
    page.wait_for_url(re.compile(r"/before/\d+/"))
    page.get_by_role("button", name="Say it out loud").first.click()
    voice = page.locator("[data-speaking]")
    voice.locator("[data-start]").click()
    expect(voice.locator("[data-time]")).not_to_have_text("0:00")
    voice.locator("[data-stop]").click()
    page.get_by_role("button", name="Keep my voice note").click()
    page.wait_for_url(re.compile(r"/before/\d+/"))


def visits(page: Page, code: str) -> None:
    """Code, agreed word, letters, an answer, a drawing, a voice note; then words in a box that nobody sends."""
    open_card(page, code)
    page.goto("/me/word/?next=when")
    page.locator("[name=word]").fill(WORD)
    page.locator("[name=word]").press("Enter")
    page.wait_for_load_state()
    page.goto("/me/invite/")
    assert WORKER in page.content()
    page.goto("/me/say/before/")
    page.get_by_role("button", name=re.compile("^(Start|Carry on)$")).click()
    page.wait_for_url("**/before/1/")
    makes_a_drawing_and_a_voice_note(page)
    page.locator("textarea").fill(PRESSED)
    page.get_by_role("button", name="Next", exact=True).click()
    page.wait_for_url("**/before/2/")
    page.go_back()
    page.wait_for_load_state()
    page.locator("textarea").fill(LEFT)
    expect(page.get_by_role("status").filter(has_text=SAVED)).to_be_visible(timeout=60_000)  # the browser had time, too
    assert BODY in page.content()


def test_ac4_after_leaving_the_browsers_folder_holds_no_word_code_name_or_page(
    open_profile: OpenProfile, village: Village, tmp_path: Path
) -> None:
    code = village.codes["teen"]
    context = open_profile()
    page = context.new_page()
    titles = []
    page.on("load", lambda seen: titles.append(seen.title()))
    visits(page, code)
    page.get_by_role("link", name="Leave").first.click()
    page.wait_for_url("**/healthz")
    context.close()
    assert (tmp_path / "profile/Default/History").exists()  # a real folder, not an empty one
    assert left_behind(tmp_path / "profile", secrets_of(code)) == {}
    assert titles
    assert not [title for title in titles if TELLING.search(title)]
    again = open_profile("--restore-last-session")
    for tab in again.pages:
        assert not [text for text in secrets_of(code).values() if text in tab.content()]


def test_ac3_a_browser_that_is_closed_in_the_middle_of_a_word_keeps_none_of_it(
    open_profile: OpenProfile, village: Village, tmp_path: Path
) -> None:
    """Nobody pressed Leave: the page was open when the browser went."""
    code = village.codes["teen"]
    context = open_profile()
    visits(context.new_page(), code)
    context.close()
    assert left_behind(tmp_path / "profile", secrets_of(code)) == {}
    again = open_profile("--restore-last-session")
    for tab in again.pages:
        assert not [text for text in (PRESSED, LEFT, code) if text in tab.content()]
        assert not [box for box in tab.locator("textarea, input[type=text]").all() if box.input_value()]


def test_the_search_finds_what_a_careless_site_leaves_behind(
    open_profile: OpenProfile, village: Village, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same visit on pages that may be kept and boxes that may be remembered."""
    careful = ZoneHeadersMiddleware.__call__

    def careless(self: ZoneHeadersMiddleware, request: HttpRequest) -> HttpResponse:
        response = careful(self, request)
        if "html" in response.get("Content-Type", ""):
            response["Cache-Control"] = "public, max-age=600"
            response.content = response.content.replace(b'autocomplete="off"', b"")
            response["Content-Length"] = str(len(response.content))
        return response

    monkeypatch.setattr(ZoneHeadersMiddleware, "__call__", careless)
    code = village.codes["teen"]
    context = open_profile()
    visits(context.new_page(), code)
    context.close()
    found = left_behind(tmp_path / "profile", secrets_of(code))
    assert set(secrets_of(code)) - set(found) == set()
