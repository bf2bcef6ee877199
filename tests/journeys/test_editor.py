"""A questionnaire from the empty page to young people: written in the studio, tried out, looked over, published."""

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.roles import Role
from surveys.questionnaires.models import Questionnaire
from tests.journeys.conftest import OpenPage, press, sign_in
from tests.journeys.ground import Ground, lay_ground, person
from tests.journeys.looking import CONTROL, Look
from tests.journeys.studio import Editor

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]

TITLE, PHONE = "About our youth club", 360
OTHER_WORDS = "What works well for you at the club?"
WAGTAILS_OWN = "too small: "  # the frame of the studio is not ours; our own buttons are measured by themselves
PROMISES = {
    "id_space_note": "With an adult they choose.",
    "id_audience": "Whoever runs the youth club",
    "id_influence_due": "10",
    "id_purpose": "So that the club suits them.",
    "id_decision": "What the club does in spring.",
}


@pytest.fixture
def ground(_real_commits: None) -> Ground:
    ground = lay_ground(now=timezone.now())
    ground.people["administrator"] = person("Ruth", Role.ADMINISTRATOR)
    return ground


def test_a_questionnaire_is_made_tried_out_and_published(open_page: OpenPage, ground: Ground) -> None:
    worker = sign_in(open_page(), ground.people["participation"].email)
    editor = Editor(worker)
    _begins(worker)
    editor.adds("Q19", looks_for="like an advocate")
    editor.adds("Q09", looks_for="working for you")
    editor.adds("Q11", looks_for="to happen next")
    editor.asks_only_after("Q11", other="Q19", choice="Yes")
    editor.moves_with_keys("Q09", "Move up")
    assert editor.order == ["Q09", "Q19", "Q11"]
    editor.drags_first_to_the_end()
    assert editor.order == ["Q19", "Q11", "Q09"]
    _mends_what_cannot_be_saved(editor)
    _mends_what_cannot_be_published(editor)
    _sees_it_as_young_people_do(editor)
    made = Questionnaire.objects.get(title=TITLE)
    look = Look(worker)
    _tries_it_to_the_end(look)
    administrator = sign_in(open_page(), ground.people["administrator"].email)
    _publishes(administrator, made, version=1)
    _changes_words(editor, made)
    _publishes(administrator, made, version=2)
    assert look.wrong == []


def _begins(page: Page) -> None:
    page.goto(reverse("wagtailsnippets_questionnaires_questionnaire:list"))
    page.get_by_role("link", name="Add questionnaire").first.click()
    page.wait_for_url("**/add/")
    page.locator("#id_title").fill(TITLE)
    page.locator("#id_slug").fill("consultation-100")
    page.locator("#id_form").select_option("consultation")
    page.locator("#id_band").select_option("12-15")
    page.locator("#id_level").select_option("standard")
    page.locator("#id_named").uncheck()


def _leads_to(page: Page, text: str, anchor: str) -> None:
    """The line of the list is a link, and its field is on the screen then."""
    page.get_by_role("listitem").get_by_role("link", name=text).click()
    assert page.url.endswith(f"#{anchor}")
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def _mends_what_cannot_be_saved(editor: Editor) -> None:
    page = editor.page
    editor.saves()
    expect(page.get_by_role("heading", name="Not saved yet")).to_be_visible()
    _leads_to(page, "Slug:", "id_slug")
    page.locator("#id_slug").fill("our-youth-club")
    assert editor.order == ["Q19", "Q11", "Q09"]
    editor.saves()
    page.wait_for_url("**/edit/**")


def _mends_what_cannot_be_published(editor: Editor) -> None:
    page = editor.page
    _leads_to(page, "Say what the answers can change", "id_decision")
    for field, words in PROMISES.items():
        page.locator(f"#{field}").fill(words)
    page.locator("[name=voice_formats]").first.check()
    editor.moves_with_keys("Q11", "Move up")
    expect(page.get_by_role("alert").filter(has_text="Nothing is lost")).to_be_visible()
    editor.saves()
    page.get_by_role("listitem").get_by_role("link", name="Q11 (“").click()
    expect(editor.block("Q11")).to_be_in_viewport()
    editor.moves_with_keys("Q11", "Move down")
    editor.saves()
    expect(page.get_by_text("Nothing stands in the way of publishing.")).to_be_visible()


def _sees_it_as_young_people_do(editor: Editor) -> None:
    asked, not_for_them = "What do you want to happen next?", "has no words for this age"
    for age, language, direction, words in (
        ("12-15", "en", "ltr", asked),
        ("8-11", "en", "ltr", not_for_them),
        ("16-17", "ar", "rtl", asked),
    ):
        shown = editor.looks_at(age=age, language=language)
        page = shown.locator("html")
        expect(page).to_have_attribute("dir", direction)
        expect(shown.get_by_text(words).first).to_be_visible()
        expect(page).to_have_js_property("clientWidth", PHONE)
        expect(page).to_have_js_property("scrollWidth", PHONE)
    editor.page.get_by_role("button", name="Toggle preview").click()


def _tries_it_to_the_end(look: Look) -> None:
    page = look.page
    page.get_by_role("link", name="Try it yourself").click()
    page.wait_for_url("**/try/")
    look.here()
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_role("heading", level=1, name="Your turn to say")).to_be_visible()
    look.here()
    page.get_by_role("button", name="Start").click()
    page.get_by_label("Yes", exact=True).check()
    for question in ("Would you like an advocate?", "What do you want to happen next?", "What is working for you"):
        expect(page.get_by_role("heading", level=1)).to_contain_text(question)
        look.here()
        page.get_by_role("button", name="Next", exact=True).last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Check, then send")
    look.here()
    page.get_by_role("button", name="Send", exact=True).click()
    expect(page.get_by_text("Nothing was sent.")).to_be_visible()
    look.here()


def _changes_words(editor: Editor, made: Questionnaire) -> None:
    page = editor.page
    page.goto(reverse("wagtailsnippets_questionnaires_questionnaire:edit", args=[made.pk]))
    editor.block("Q09").get_by_label("Say it another way").fill(OTHER_WORDS)
    editor.saves()
    page.get_by_role("link", name="See what is different").click()
    page.wait_for_url("**/publish/**")
    expect(page.get_by_text("An administrator publishes it.")).to_be_visible()


def _publishes(page: Page, made: Questionnaire, *, version: int) -> None:
    look = Look(page)
    page.goto(reverse("wagtailsnippets_questionnaires_questionnaire:publish", args=[made.pk]))
    if version > 1:
        changed = page.get_by_role("listitem").filter(has_text=OTHER_WORDS)
        expect(changed.get_by_text("What is working for you right now?")).to_be_visible()
    look.here()
    for button in page.locator(".studio-page .button").all():
        box = button.bounding_box()
        assert box
        assert box["height"] >= CONTROL, button.inner_text()
    press(page, f"Publish version {version}")
    expect(page.get_by_text(f"Version {version} of “{TITLE}” is in use now.")).to_be_visible()
    page.goto(reverse("wagtailsnippets_questionnaires_questionnaireversion:list"))
    page.get_by_role("link", name=TITLE).first.click()
    expect(page.get_by_text("Check sum")).to_be_visible()
    expect(page.get_by_text(OTHER_WORDS if version > 1 else "What is working for you right now?")).to_be_visible()
    look.here()
    assert [each for each in look.wrong if WAGTAILS_OWN not in each] == []
