"""Longer words, and words from right to left, on the narrowest phones: nothing runs off the page or is cut."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.factories.catalogues import locale_in
from tests.journeys.conftest import OpenPage
from tests.journeys.village import Village
from tests.pseudo import write_pseudo

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]
WIDTHS = (320, 360)
LOOK = """() => {
  const seen = element => element.getClientRects().length && getComputedStyle(element).visibility === 'visible'
  const name = element => element.textContent.trim().slice(0, 40)
  const turned = element => getComputedStyle(element).transform.startsWith('matrix(-1')
  const all = query => [...document.querySelectorAll(query)].filter(seen)
  return {
    dir: document.documentElement.dir,
    direction: getComputedStyle(document.body).direction,
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    cut: all('button, a.button').filter(one => !one.matches('.hide-visually, .skip-link')
      && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)).map(name),
    arrows: all('.icon--turns').map(turned),
    turned: all('.icon:not(.icon--turns), .choice svg, .face-pic, .scale, .scale *').filter(turned).length,
  }
}"""


@pytest.fixture(params=["en-xa", "ar-xb"])
def language(request: Any, tmp_path: Path):
    write_pseudo(tmp_path)
    with locale_in(tmp_path, LANGUAGE_CODE=request.param):
        yield request.param


def look_at(page: Page, language: str, wrong: list[str]) -> list[bool]:
    arrows: list[bool] = []
    right_to_left = language == "ar-xb"
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 740})
        found = page.evaluate(LOOK)
        where = f"{page.url} at {width}"
        if found["dir"] != ("rtl" if right_to_left else "ltr") or found["direction"] != found["dir"]:
            wrong.append(f"{where}: written {found['dir']}")
        if found["sideways"] > 0:
            wrong.append(f"{where}: {found['sideways']} px run off the page")
        if found["cut"]:
            wrong.append(f"{where}: cut {found['cut']}")
        if any(turned != right_to_left for turned in found["arrows"]):
            wrong.append(f"{where}: an arrow points the wrong way")
        if found["turned"]:
            wrong.append(f"{where}: {found['turned']} faces, clocks or numbers are mirrored")
        arrows += found["arrows"]
    return arrows


def test_longer_and_turned_words_fit_on_the_narrowest_phones(open_page: OpenPage, village: Village, language: str):
    page, wrong = open_page(), []
    arrows: list[bool] = []
    for address in ("/", "/help/", "/help/reading/", "/help/talk/", "/accounts/login/", "/leaflets/"):
        page.goto(address)
        arrows += look_at(page, language, wrong)
    page.goto("/")
    page.locator("[name=code]").fill(village.codes["young"])
    page.locator("form[action='/go/'] .button--go").click()
    page.goto("/me/")
    arrows += look_at(page, language, wrong)
    for address in ("/me/say/before/", "/me/say/before/who/", "/me/say/before/language/"):
        page.goto(address)
        arrows += look_at(page, language, wrong)
    page.goto("/me/say/before/")
    page.locator("main .button--go").first.click()
    for number in range(1, 6):
        page.goto(f"/me/say/before/{number}/")
        arrows += look_at(page, language, wrong)
    page.goto("/me/say/before/check/")
    arrows += look_at(page, language, wrong)
    assert not wrong, "\n".join(wrong)
    assert arrows  # at least one arrow was looked at


# A box without height would not count: nobody can scroll to nothing.
SPOILT = """() => {
  const wide = document.createElement('p'), cut = document.createElement('button')
  wide.textContent = 'Wider than the page'
  wide.style.width = '900px'
  cut.className = 'button'
  cut.textContent = 'Longer than there is room for'
  cut.style.cssText = 'max-width: 1rem; min-width: 0; padding: 0; overflow: hidden; white-space: nowrap'
  document.querySelector('main').append(wide, cut)
}"""


def test_the_look_sees_what_runs_off_the_page_and_what_is_cut(open_page: OpenPage, village: Village, language: str):
    page = open_page()
    page.goto("/")
    before: list[str] = []
    look_at(page, language, before)
    page.evaluate(SPOILT)
    wrong: list[str] = []
    look_at(page, language, wrong)
    assert before == []
    for width in WIDTHS:
        for fault in ("px run off the page", "cut ['Longer than there is room for']"):
            assert [line for line in wrong if f"at {width}: " in line and fault in line], f"{fault} unseen: {wrong}"


ETHIOPIC = "() => [...document.fonts].filter(font => font.family.includes('Ethiopic')).map(font => font.status)"
WRITE_TIGRINYA = (
    "() => document.body.append(Object.assign(document.createElement('b'), {lang: 'ti', textContent: 'ትግርኛ'}))"
)


def test_letters_for_tigrinya_are_loaded_only_where_such_letters_stand(open_page: OpenPage):
    page = open_page()
    page.goto("/")
    assert page.evaluate(ETHIOPIC) == ["unloaded"]
    page.evaluate(WRITE_TIGRINYA)
    page.wait_for_function(f"() => ({ETHIOPIC})()[0] === 'loaded'")
