"""Each language has formats of its own, from Django or from us; none falls back on American dates by accident."""

import datetime as dt

import pytest
from django.utils import formats
from django.utils.translation import get_language_bidi, get_language_info, override

from core.languages import LANGUAGES, for_django
from tests.factories.catalogues import draft, locale_in

WITHOUT = ["ti", "am", "ps", "prs", "ur"]


@pytest.fixture(scope="module", autouse=True)
def drafted(tmp_path_factory):
    """Django asks a language for its formats once it has a catalogue."""
    folder = tmp_path_factory.mktemp("locale")
    for code in WITHOUT:
        draft(folder, code, str, only={"Leave"})
    with locale_in(folder):
        formats.reset_format_cache()
        yield
    formats.reset_format_cache()


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_language_writes_the_month_before_the_day_by_accident(code):
    with override(for_django(code)):
        assert formats.get_format("DATE_FORMAT") != "N j, Y"


@pytest.mark.parametrize("code", LANGUAGES)
def test_django_knows_each_language_by_its_name_and_direction(code):
    info = get_language_info(for_django(code))
    assert info["bidi"] == LANGUAGES[code].right_to_left
    with override(for_django(code)):
        assert get_language_bidi() == LANGUAGES[code].right_to_left


@pytest.mark.parametrize("code", WITHOUT)
def test_languages_without_formats_in_django_write_days_as_the_site_does(code):
    with override(code):
        assert formats.date_format(dt.date(2026, 11, 22)).startswith("22 ")
