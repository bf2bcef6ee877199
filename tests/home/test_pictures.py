"""Our own pictures: in one style, told apart without colour, beside every choice of Easy Read."""

import io
import itertools
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import RequestContext, Template
from django.test import RequestFactory
from PIL import Image
from playwright.sync_api import Page

from core.pictures import PICTURES
from surveys.questionnaires.schema import Kind
from surveys.questionnaires.starter.all_wordings import WORDINGS
from surveys.questionnaires.starter.building import EASY_READ

FOLDER = Path(settings.BASE_DIR) / "templates/components/icons"
TOKENS = (Path(settings.BASE_DIR) / "static/css/tokens.css").read_text().split("}", 1)[0]
PALETTE = {*re.findall(r"#[0-9a-f]{6}", TOKENS), "#fff", "none"}
FIVE = ("great", "ok", "mixed", "not-good", "bad")
THREE = ("yes", "bit", "no")
WHO_I_AM = {"E-gender", "E-ethnic", "E-language"}
AS_BIG_AS_ON_A_PHONE = 68  # CSS pixels: 4.25rem
DARK = 110  # of 255


@pytest.mark.parametrize("name", PICTURES)
def test_picture_is_small_decorative_and_drawn_with_the_tokens(name: str) -> None:
    drawn = (FOLDER / f"{name}.svg").read_text()
    assert len(drawn) < 3_000
    assert 'aria-hidden="true"' in drawn
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', drawn)) <= PALETTE
    assert all(2.4 <= float(width) <= 6 for width in re.findall(r'stroke-width="([\d.]+)"', drawn))
    assert "<text" not in drawn, "letters in a picture do not change with the language"


def test_the_licence_stands_beside_the_pictures() -> None:
    assert "MIT" in (FOLDER / "README.md").read_text()


def test_every_choice_of_easy_read_has_a_picture_but_never_who_somebody_is() -> None:
    without = set()
    for wording in WORDINGS:
        for part in wording.question.parts if wording.level == EASY_READ else ():
            for option in part.options if part.kind is not Kind.SCALE else ():
                if option.symbol:
                    assert option.symbol in PICTURES or f"face-{option.symbol}" in PICTURES, option
                    assert part.id not in WHO_I_AM
                else:
                    without.add(part.id)
    assert without == WHO_I_AM


def _ink(page: Page, name: str) -> set[tuple[int, int]]:
    """Where a face is dark, without the ring around it: eyes and mouth, whatever the colours."""
    size = AS_BIG_AS_ON_A_PHONE
    page.set_content(f"<body style='margin:0;filter:grayscale(1)'>{(FOLDER / f'{name}.svg').read_text()}")
    page.eval_on_selector("svg", f"e => {{ e.style.width = e.style.height = '{size}px'; e.style.display = 'block'; }}")
    shot = Image.open(io.BytesIO(page.screenshot(clip={"x": 0, "y": 0, "width": size, "height": size}))).convert("L")
    half, inside = size / 2, (size * 0.37) ** 2
    places = itertools.product(range(size), range(size))
    return {(x, y) for x, y in places if (x - half) ** 2 + (y - half) ** 2 < inside and shot.getpixel((x, y)) < DARK}


def _difference(one: set[tuple[int, int]], other: set[tuple[int, int]]) -> float:
    """0: the same shape; 1: no dark spot in common."""
    return 1 - len(one & other) / len(one | other)


@pytest.mark.journey
def test_faces_are_told_apart_in_grey_by_the_shape_of_eyes_and_mouth(page: Page) -> None:
    for family in (FIVE, THREE):
        ink = {name: _ink(page, f"face-{name}") for name in family}
        for one, other in itertools.combinations(family, 2):
            assert _difference(ink[one], ink[other]) >= 0.4, f"{one} and {other} look alike without colour"


@pytest.mark.journey
def test_two_faces_that_differ_by_colour_alone_would_be_found(page: Page) -> None:
    assert _difference(_ink(page, "face-bit"), _ink(page, "face-bit")) == 0
    assert _difference(_ink(page, "face-not-good"), _ink(page, "face-no")) < 0.4


def test_a_picture_that_a_page_shows_again_is_drawn_once() -> None:
    page = Template("{% load pieces %}{% picture 'safe' %}{% picture 'safe' %}{% picture 'home' %}")
    html = page.render(RequestContext(RequestFactory().get("/"), {}))
    assert html.count('id="pic-safe"') == html.count('<use href="#pic-safe"/>') == html.count('id="pic-home"') == 1
