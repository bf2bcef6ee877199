"""The preview beside the editor: the young person's own pieces, per age, reading level and language, switched off."""

import re

import pytest
from django.urls import reverse
from wagtail.models import Revision

from core.age_bands import AgeBand, ReadingLevel
from core.languages import LANGUAGES
from surveys.questionnaires.models import QuestionnaireVersion
from surveys.questionnaires.preview import modes_of
from tests.factories.questionnaires import QuestionnaireFactory
from tests.questionnaires.test_studio import ADMIN, form_data, worker

pytestmark = pytest.mark.django_db
__all__ = ["worker"]


def preview(client, questionnaire, mode="", **changes):
    url = reverse(f"{ADMIN}:preview_on_edit", args=[questionnaire.pk])
    client.post(url, form_data(slug=questionnaire.slug, **changes))
    return client.get(url, {"mode": mode})


def test_the_preview_shows_every_screen_in_the_words_of_the_age(client, worker):
    questionnaire = QuestionnaireFactory()
    page = preview(client, questionnaire).content.decode()
    assert "What is working for you right now?" in page
    assert "Anything else you want to say?" in page
    easier = preview(client, questionnaire, "12-15/easy-read/en").content.decode()
    assert "What is going well?" in easier


def test_there_is_a_preview_for_every_age_reading_level_and_language(client, worker):
    modes = {mode for mode, _ in modes_of()}
    wanted = {
        f"{band}/{level}/{code}" for band in AgeBand.values for level in ReadingLevel.values for code in LANGUAGES
    }
    assert modes == wanted | {""}


def test_the_preview_is_as_wide_as_a_phone_unless_somebody_asks_for_more(client, worker):
    page = client.get(reverse(f"{ADMIN}:edit", args=[QuestionnaireFactory().pk])).content.decode()
    sizes = re.findall(r'name="preview-size".*?data-device-width="(\d+)"(.*?)/>', page, re.DOTALL)
    assert [(width, "checked" in rest) for width, rest in sizes] == [("360", True), ("768", False), ("1280", False)]


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl"), ("pl", "ltr")])
def test_the_preview_is_written_in_the_direction_of_its_language(client, worker, language, direction):
    page = preview(client, QuestionnaireFactory(), f"12-15/standard/{language}").content.decode()
    assert f'dir="{direction}"' in page[: page.index("<head>")]


def test_the_preview_of_a_language_leaves_the_studio_in_english(client, worker):
    preview(client, QuestionnaireFactory(), "12-15/standard/ar")
    page = client.get(reverse(f"{ADMIN}:list")).content.decode()
    assert 'lang="ar"' not in page[: page.index("<head>")]


def test_the_preview_stores_no_answer_and_changes_nothing(client, worker):
    questionnaire = QuestionnaireFactory()
    page = preview(client, questionnaire).content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    assert "<form" not in main
    assert main.count("<fieldset") > 1
    assert main.index("disabled>") < main.index("<input")
    assert main.rindex("</fieldset>") > max(main.rindex("<input"), main.rindex("<button"), main.rindex("<textarea"))
    questionnaire.refresh_from_db()
    assert not questionnaire.live
    assert not Revision.objects.exists()
    assert not QuestionnaireVersion.objects.exists()


def test_a_preview_of_what_does_not_fit_says_so_in_words_and_names_the_question(client, worker):
    response = preview(client, QuestionnaireFactory(), "8-11/standard/en")
    assert response.status_code == 200
    assert "has no words for this age" in response.content.decode()
    assert "“What is working for you right now?”" in response.content.decode()


@pytest.mark.parametrize("mode", ["x", "x/y/z", "12-15", "12-15/standard/zz", "//", "a/b/c/d"])
def test_a_forged_mode_breaks_nothing(client, worker, mode):
    assert preview(client, QuestionnaireFactory(), mode).status_code == 200
