"""A worry about an adult who works with them: whom else they can tell, said where they choose the reader (S10)."""

import re
from html import unescape

import pytest
from django.utils.html import strip_tags

from core.models import Council
from core.wording import Level, check_text
from tests.factories.responses import a_ticket, child_client

pytestmark = pytest.mark.django_db
WHO = "/me/say/before/who/"
SECTION = re.compile(r'<section[^>]+id="outside".*?</section>', re.DOTALL)
CHILDLINE, SAMARITANS, ADVOCATE = "0800 1111", "116 123", "01632 960 555"
BANDS = [("8-11", "standard"), ("12-15", "standard"), ("16-17", "standard"), ("18-25", "standard")]


def section(band: str, level: str = "standard") -> str:
    page = child_client(a_ticket(band=band, level=level)).get(WHO).content.decode()
    (found,) = SECTION.findall(page)
    return found


@pytest.mark.parametrize(("band", "level"), [*BANDS, ("12-15", "easy-read"), ("18-25", "easy-read")])
def test_whom_they_can_tell_outside_is_there_in_words_of_the_age(band: str, level: str):
    shown = section(band, level)
    (ours, theirs) = (SAMARITANS, CHILDLINE) if band == "18-25" else (CHILDLINE, SAMARITANS)
    assert ours in shown
    assert theirs not in shown
    assert 'href="/me/talk/"' in shown
    words = unescape(strip_tags(re.sub(r"</(p|h2|li)>", "\n", shown)))
    audience = "easy-read" if level == "easy-read" else band
    assert [each for each in check_text(words, audience) if each.level != Level.INFO and each.rule != "R11"] == []


@pytest.mark.parametrize(("band", "named"), [("8-11", False), ("12-15", True), ("16-17", True), ("18-25", False)])
def test_who_looks_into_it_is_named_to_those_it_is_there_for(band: str, named: bool):
    assert ("LADO" in section(band)) is named


def test_the_number_of_an_advocate_stands_there_where_the_council_has_one():
    assert ADVOCATE not in section("12-15")
    Council.objects.update(advocacy_name="Speak Up", advocacy_phone=ADVOCATE)
    shown = section("12-15")
    assert ADVOCATE in shown
    assert "Speak Up" in shown


def test_words_too_hard_for_the_age_would_be_found():
    hard = "The designated officer undertakes a multi-agency assessment of allegations against practitioners."
    assert [each for each in check_text(hard, "8-11") if each.level != Level.INFO]
