"""Hear it: a person's recording first, then what no recording says, in a voice of this device alone (ACC2, YP1)."""

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from core.playing import keep_sound
from core.sounds import made_sound
from participation.meetings.models import InviteWording
from tests.factories.sounds import a_wav
from tests.journeys.conftest import OpenPage, open_card
from tests.journeys.village import Village

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]

# Chromium without a screen has no voices. This one says a text by noting it, a word at a time.
A_VOICE = """
window.said = [];
window.SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
const voices = [{ localService: %s, lang: "en-GB" }];
let saying = 0;
const speech = Object.assign(new EventTarget(), {
  getVoices: () => voices,
  cancel: () => { saying += 1; },
  speak: (utterance) => {
    const mine = ++saying;
    document.documentElement.dataset.said = "something";
    window.said.push(utterance.text.replace(/\\s+/g, " ").trim());
    utterance.dispatchEvent(Object.assign(new Event("boundary"), { name: "word", charIndex: 0, charLength: 3 }));
    window.marked = (window.marked || 0) + (CSS.highlights.get("said") ? CSS.highlights.get("said").size : 0);
    setTimeout(() => { if (mine === saying) utterance.dispatchEvent(new Event("end")); }, 5);
  },
});
Object.defineProperty(window, "speechSynthesis", { value: speech });
"""


def with_a_voice(page: Page, *, on_the_device: bool = True) -> Page:
    page.add_init_script(A_VOICE % ("true" if on_the_device else "false"))
    return page


def heard(page: Page) -> str:
    """Everything that was said, once the button offers to start again."""
    page.get_by_role("button", name="Hear it").first.click()
    page.locator("html[data-said]").wait_for()
    expect(page.get_by_role("button", name="Hear it").first).to_have_attribute("aria-pressed", "false")
    return " · ".join(page.evaluate("window.said"))


def at_the_invite(page: Page, village: Village, code: str) -> Page:
    open_card(page, village.codes[code])
    page.goto("/me/invite/")
    return page


def record(audience: str) -> None:
    """A second of a person reading the invite of this audience."""
    for wording in InviteWording.objects.filter(audience=audience):
        wording.recording = keep_sound(made_sound(a_wav()), now=timezone.now())
        wording.recording_said = wording.words_now
        wording.save()


def test_without_a_recording_a_voice_of_this_device_reads_the_whole_page_and_marks_each_word(
    open_page: OpenPage, village: Village
) -> None:
    page = at_the_invite(with_a_voice(open_page(phone=True)), village, "teen")
    said = heard(page)
    for wanted in (page.locator("h1").inner_text(), "Not to blame you", "Who to ask"):
        assert wanted in said
    assert page.evaluate("window.marked") == len(page.evaluate("window.said"))


def test_a_voice_that_sends_the_words_away_is_never_used(open_page: OpenPage, village: Village) -> None:
    page = at_the_invite(with_a_voice(open_page(phone=True), on_the_device=False), village, "teen")
    expect(page.get_by_role("button", name="Hear it")).to_have_count(0)


@pytest.mark.parametrize(("code", "audience"), [("teen", "12-15"), ("easy-read", "easy-read")])
def test_after_the_recording_the_voice_says_what_is_about_this_young_person_alone(
    open_page: OpenPage, village: Village, code: str, audience: str
) -> None:
    record(audience)
    page = at_the_invite(with_a_voice(open_page(phone=True)), village, code)
    expect(page.locator("main audio")).to_have_count(1)
    said = heard(page)
    assert "Who to ask" in said
    assert "will tell you in person" in said or "agreed" in said
    for recorded in ("Not to blame you", "Your rights", page.locator("h1").inner_text()):
        assert recorded not in said


def test_stopping_the_recording_says_nothing_more(open_page: OpenPage, village: Village) -> None:
    record("12-15")
    page = at_the_invite(with_a_voice(open_page(phone=True)), village, "teen")
    page.get_by_role("button", name="Hear it").first.click()
    page.get_by_role("button", name="Stop reading").first.click()
    expect(page.get_by_role("button", name="Hear it").first).to_be_visible()
    page.locator("main audio").evaluate("sound => new Promise(done => { sound.onended = done; sound.play(); })")
    assert page.evaluate("window.said") == []
