"""A young person answers in Arabic: from right to left, with somebody on call who understands it, and without (S17)."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from participation.listening.models import Interpreting, Reading
from surveys.questionnaires.domain.choosing import find_questionnaire
from surveys.questionnaires.domain.publishing import publish
from surveys.questionnaires.enums import FormKind
from surveys.responses.models import Response, Words
from tests.factories.catalogues import draft, locale_in, sign
from tests.factories.translations import translated_and_checked
from tests.journeys.conftest import OpenPage, open_card, press, sign_in
from tests.journeys.looking import Look
from tests.journeys.village import Village, build_village
from tests.pseudo import mirrored

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]

ARABIC, WORDS, INTERPRETER = "العربية", "أحب كرة القدم", "Layla"
BEFORE = "/me/say/before/"


@pytest.fixture
def village(_real_commits: None, tmp_path: Path) -> Iterator[Village]:
    """Arabic is signed: the words of every page, and the questions of the form that "teen" is asked."""
    draft(tmp_path, "ar", mirrored)
    with locale_in(tmp_path):
        village = build_village(now=timezone.now())
        sign("ar")
        questionnaire = find_questionnaire(FormKind.BEFORE, band="12-15", level="standard")
        assert questionnaire is not None
        translated_and_checked(questionnaire, "ar", words=mirrored)
        publish(questionnaire, by=None, now=timezone.now())
        yield village


def _put_on_call(page: Page) -> None:
    today = timezone.localdate()
    page.goto("/work/rota/interpreters/")
    page.get_by_label("Language").select_option("ar")
    page.get_by_label("Name").fill(INTERPRETER)
    page.get_by_label("How to reach them").fill("01632 960170")
    page.get_by_label("From", exact=True).fill(str(today))
    page.get_by_label("Until").fill(str(today + dt.timedelta(days=14)))
    page.get_by_role("button", name="Put on call").click()
    expect(page.get_by_text("On call. On these days")).to_be_visible()


def _chooses_arabic(page: Page, code: str) -> None:
    """On their own page, under More."""
    open_card(page, code)
    _is_written(page, "en-gb", "ltr")
    page.get_by_text("More", exact=True).click()
    page.get_by_role("button", name="My language").click()
    page.wait_for_url("**/language/")
    page.get_by_role("button", name=ARABIC).click()
    page.wait_for_url(f"**{BEFORE}")
    _is_written(page, "ar", "rtl")


def _is_written(page: Page, language: str, direction: str) -> None:
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("html")).to_have_attribute("dir", direction)


def _begins(page: Page) -> None:
    press(page, mirrored("Start"))
    page.wait_for_url(f"**{BEFORE}1/")


def _asks_in_arabic(page: Page) -> None:
    _is_written(page, "ar", "rtl")
    heading = page.get_by_role("heading", level=1)
    assert not re.search("[A-Za-z]", heading.inner_text()), heading.inner_text()
    assert heading.locator("[lang^=en]").count() == 0


def _goes_through(page: Page, look: Look) -> int:
    """Writes in every box there is, takes the first of every choice; how many boxes there were."""
    boxes = 0
    for _ in range(20):
        page.wait_for_load_state()
        if page.url.endswith("/check/"):
            return boxes
        _asks_in_arabic(page)
        look.here()
        for box in page.locator("main textarea").all():
            box.fill(WORDS)
            boxes += 1
        choice = page.locator("main input[type=radio], main input[type=checkbox]:not([name=in])").first
        if choice.count():
            choice.check()
        press(page, mirrored("Next"))
    raise AssertionError("the questions have no end")


def _sends(page: Page) -> None:
    press(page, mirrored("Send"))
    page.wait_for_url("**/sent/")
    expect(page.get_by_role("heading", level=1)).to_have_text(mirrored("Thank you. It is saved."))
    _is_written(page, "ar", "rtl")


def test_arabic_words_are_read_only_with_the_name_of_who_understood_them(open_page: OpenPage, village: Village) -> None:
    _put_on_call(sign_in(open_page(), village.email("participation")))
    child = open_page(phone=True)
    look = Look(child)
    _chooses_arabic(child, village.codes["teen"])
    _begins(child)
    assert _goes_through(child, look) > 0
    look.here()
    _sends(child)
    assert look.wrong == []
    assert set(Words.objects.filter(answer__response__sent_at__isnull=False).values_list("language", flat=True)) >= {
        "ar"
    }
    _reads(sign_in(open_page(), village.email("worker")))


def _reads(page: Page) -> None:
    response = Response.objects.filter(answers__words__language="ar").distinct().get()
    page.goto(reverse("work_reading", args=[response.pk]))
    words = page.locator("blockquote.words").first
    expect(words).to_have_text(WORDS)
    expect(words).to_have_attribute("lang", "ar")
    expect(page.get_by_text("Needs an interpreter: Arabic")).to_be_visible()
    page.get_by_role("button", name="I have read this").click()
    expect(page.get_by_role("link", name="Say who interpreted the Arabic words.")).to_be_visible()
    assert not Reading.objects.filter(response=response).exists()
    page.get_by_label("Who told you what the Arabic words mean?").select_option(label=INTERPRETER)
    page.get_by_label("The young person was asked").check()
    press(page, "I have read this")
    expect(page.get_by_text("It is down as read by you.")).to_be_visible()
    assert Interpreting.objects.get().name == INTERPRETER
    assert Reading.objects.filter(response=response).count() == 1


def test_without_an_interpreter_the_page_says_so_and_the_rest_of_the_form_works(
    open_page: OpenPage, village: Village
) -> None:
    child = open_page(phone=True)
    look = Look(child)
    _chooses_arabic(child, village.codes["teen"])
    _begins(child)
    expect(child.get_by_text(mirrored("So there is no box to write in."))).to_be_visible()
    expect(child.get_by_role("button", name=mirrored("I want to talk to someone")).first).to_be_visible()
    assert _goes_through(child, look) == 0
    _sends(child)
    assert look.wrong == []
    sent = Response.objects.filter(sent_at__isnull=False).latest("sent_at")
    assert sent.answers.exists()
    assert not Words.objects.filter(answer__response=sent).exists()


def test_a_language_chosen_on_a_shared_tablet_is_gone_for_the_next_young_person(
    open_page: OpenPage, village: Village
) -> None:
    page = sign_in(open_page(), village.email("worker"))
    page.goto("/work/shared/")
    press(page, "Sign me out and hand it over")
    page.get_by_role("link", name="I have it").click()
    _chooses_arabic(page, village.codes["teen"])
    page.get_by_role("link", name=mirrored("Leave")).click()
    page.wait_for_url("**/go/finished/")
    _is_written(page, "en-gb", "ltr")
    page.goto("/go/shared/")
    page.get_by_role("link", name="I have it").click()
    _is_written(page, "en-gb", "ltr")
    open_card(page, village.codes["spare"])
    _is_written(page, "en-gb", "ltr")
    page.goto(BEFORE)
    _is_written(page, "en-gb", "ltr")
