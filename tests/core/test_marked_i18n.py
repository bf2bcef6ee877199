"""Text that a language does not have yet is English and says so."""

from pathlib import Path

import pytest
from django.template import engines
from django.utils.translation import override

from core.languages import ENGLISH, LANGUAGES
from tests.promises.inline_translations import misplaced

HERE = Path(__file__).resolve().parents[2]
TEMPLATES = sorted((HERE / "templates").rglob("*.html"))
UNKNOWN = "A sentence that stands in no catalogue, 100%"


def drawn(source: str, language: str, **values: object) -> str:
    with override(language):
        return engines["django"].from_string("{% load i18n %}" + source).render(values)


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_a_string_without_a_translation_is_marked_as_english(language):
    assert drawn('{% translate "' + UNKNOWN + '" %}', language) == f'<span lang="en" dir="ltr">{UNKNOWN}</span>'


def test_a_sentence_with_values_is_marked_as_english_and_escapes_them():
    source = "{% blocktranslate trimmed with name=who %}Ask {{ name }} <b>now</b>{% endblocktranslate %}"
    assert drawn(source, "ar", who="<i>") == '<span lang="en" dir="ltr">Ask &lt;i&gt; <b>now</b></span>'


def test_a_plural_without_a_translation_keeps_the_plural_of_english():
    source = "{% blocktranslate count n=many %}{{ n }} person{% plural %}{{ n }} people{% endblocktranslate %}"
    assert drawn(source, "ar", many=1) == '<span lang="en" dir="ltr">1 person</span>'
    assert drawn(source, "ar", many=3) == '<span lang="en" dir="ltr">3 people</span>'


@pytest.mark.parametrize(
    "source",
    [
        '{% translate "' + UNKNOWN + '" as words %}{{ words }}',
        "{% blocktranslate asvar words %}" + UNKNOWN + "{% endblocktranslate %}{{ words }}",
    ],
)
def test_the_form_for_attributes_stays_plain_text(source):
    assert drawn(source, "ar") == UNKNOWN


@pytest.mark.parametrize(
    "source", ['{% translate "' + UNKNOWN + '" %}', "{% blocktranslate %}x{% endblocktranslate %}"]
)
def test_english_pages_carry_no_mark(source):
    assert "<span" not in drawn(source, ENGLISH)


def test_a_word_that_only_django_or_wagtail_has_translated_counts_as_english():
    """Nobody we know has checked theirs."""
    assert drawn('{% translate "Delete" %}', "ar") == '<span lang="en" dir="ltr">Delete</span>'


def test_a_word_given_by_name_is_marked_too():
    assert drawn("{% translate words %}", "pl", words="R&D") == '<span lang="en" dir="ltr">R&amp;D</span>'


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(HERE / "templates")))
def test_no_inline_translation_stands_where_no_span_may_stand(template):
    assert list(misplaced(template.read_text())) == []


@pytest.mark.parametrize(
    "source",
    [
        '<a title="{% translate "x" %}">',
        "<option>{% translate 'x' %}</option>",
        "<option value='1'{% if a > b %} selected{% endif %}>{% blocktranslate %}x{% endblocktranslate %}</option>",
        '<textarea>{% translate "x" %}</textarea>',
        '<svg><text x="0">{% translate "none" context "y" %}</text></svg>',
    ],
)
def test_the_check_for_misplaced_tags_can_fail(source):
    assert len(list(misplaced(source))) == 1


@pytest.mark.parametrize(
    "source",
    [
        '{% translate "x" as y %}<a title="{{ y }}">{% translate "z" %}</a>',
        "{% comment %}<a title=\"{% translate 'x' %}\">{% endcomment %}",
        "<p>5 < 6 {% translate 'x' %}</p>",
    ],
)
def test_the_check_for_misplaced_tags_passes_what_is_right(source):
    assert list(misplaced(source)) == []
