"""Every pair of colours that the pieces put together can be read (WCAG 2.2: 1.4.3, 1.4.11)."""

import re
from pathlib import Path

import pytest
from django.conf import settings

CSS = (Path(settings.BASE_DIR) / "static/css/tokens.css").read_text()
ROOT = CSS.split("}", 1)[0]
TOKENS = dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-f]{6})", ROOT))
TINTS = dict(re.findall(r"\.(tint-[a-z]+) {([^}]*)}", CSS))
FILLS = ("paper", "card", "sun", "coral", "mint", "sky", "lilac", "rose")


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio, 1 to 21."""
    lighter, darker = sorted((_light(one), _light(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("fill", FILLS)
def test_ink_can_be_read_on_every_fill(fill: str) -> None:
    assert contrast(TOKENS["ink"], TOKENS[fill]) >= 4.5


@pytest.mark.parametrize("fill", ["paper", "card", "mint", "sky", "sun", "lilac", "rose"])
def test_soft_ink_can_be_read_where_it_is_used(fill: str) -> None:
    assert contrast(TOKENS["ink-soft"], TOKENS[fill]) >= 4.5


@pytest.mark.parametrize("fill", ["paper", "card", "mint", "sky", "rose", "lilac"])
def test_links_can_be_read_on_paper_and_cards(fill: str) -> None:
    assert contrast(TOKENS["go"], TOKENS[fill]) >= 4.5


def test_buttons_and_warnings_can_be_read() -> None:
    assert contrast(TOKENS["go-ink"], TOKENS["go"]) >= 4.5
    assert contrast("#ffffff", TOKENS["ink"]) >= 4.5
    assert contrast("#ffffff", TOKENS["danger"]) >= 4.5
    assert contrast(TOKENS["danger"], TOKENS["paper"]) >= 4.5


@pytest.mark.parametrize("tint", TINTS)
def test_every_tint_keeps_words_and_links_readable(tint: str) -> None:
    for colour in re.findall(r"#[0-9a-f]{6}", TINTS[tint]):
        for words in ("ink", "ink-soft", "go", "danger"):
            assert contrast(TOKENS[words], colour) >= 4.5


@pytest.mark.parametrize("fill", FILLS)
def test_the_edge_and_the_focus_ring_stand_out(fill: str) -> None:
    assert contrast(TOKENS["line"], TOKENS[fill]) >= 3
    assert contrast(TOKENS["ink"], TOKENS["sun"]) >= 3


def _chosen(*classes: str) -> dict[str, str]:
    """The colours of a page whose reader chose these, as the cascade gives them: later rules win."""
    colours = dict(TOKENS)
    for name, block in re.findall(r"^\.([a-z-]+) {([^}]*)}", CSS, re.MULTILINE):
        if name in classes:
            colours |= dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-f]{6})", block))
    return colours


@pytest.mark.parametrize("calm", ["", "calm"])
@pytest.mark.parametrize("strength", ["", "contrast-strong", "contrast-dark"])
@pytest.mark.parametrize("tint", ["", *TINTS])
def test_every_combination_of_choices_can_be_read(tint: str, strength: str, calm: str) -> None:
    colours = _chosen(tint, strength, calm)
    least = 7 if strength else 4.5
    for fill in ("paper", "card", "sun", "mint", "sky", "lilac", "rose"):
        assert contrast(colours["ink"], colours[fill]) >= least, fill
        assert contrast(colours["ink-soft"], colours[fill]) >= least, fill
        assert contrast(colours["line"], colours[fill]) >= 3, fill
    for fill in ("paper", "card"):
        assert all(contrast(colours[words], colours[fill]) >= least for words in ("go", "danger")), fill
    assert contrast(colours["go-ink"], colours["go"]) >= least
    assert contrast(colours["ink-turned"], colours["ink"]) >= least
    assert contrast(colours["ink"], colours["box"]) >= least
    assert contrast(colours["ink"], colours["sun"]) >= 3  # the focus ring
