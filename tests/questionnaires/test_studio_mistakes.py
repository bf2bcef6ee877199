"""One list of what is wrong, above the form, in plain words, each a link to its field; and nothing typed is lost."""

import re

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from surveys.questionnaires.models import Questionnaire
from tests.factories.questionnaires import SHORT, QuestionnaireFactory
from tests.questionnaires.test_studio import ADMIN, administrator, edit_url, form_data, worker

pytestmark = pytest.mark.django_db
__all__ = ["administrator", "worker"]
FIELDS = ("space_note", "audience", "influence_due", "purpose", "decision")
LINK = re.compile(r'<li><a href="#([^"]+)">([^<]+)</a></li>')


def links(page):
    return [(anchor, text) for anchor, text in LINK.findall(page)]


def with_follow_up(key, part, options):
    items = [
        ("bank", {"key": each, "wording": "", "help": "", "only_if": {"part": "", "options": ""}}) for each in SHORT
    ]
    items[SHORT.index(key)][1]["only_if"] = {"part": part, "options": options}
    return nested_form_data({"items": streamfield(items)})


@pytest.mark.parametrize("blank", FIELDS)
def test_every_promise_that_is_missing_is_one_link_to_its_field_and_the_rest_stays(client, administrator, blank):
    QuestionnaireFactory(slug="fills-the-bank")
    data = form_data(title="Kept words", **{blank: ""}) | {"action-publish": "1"}
    page = client.post(reverse(f"{ADMIN}:add"), data).content.decode()
    assert [anchor for anchor, _ in links(page)] == [f"id_{blank}"]
    assert f'id="id_{blank}"' in page
    assert 'value="Kept words"' in page
    assert "Nothing you typed is lost" in page
    assert not Questionnaire.objects.filter(slug="from-the-studio").exists()


def test_all_that_is_missing_stands_in_one_list_at_once(client, administrator):
    QuestionnaireFactory(slug="fills-the-bank")
    data = form_data(voice_formats=[], **dict.fromkeys(FIELDS, "")) | {"action-publish": "1"}
    page = client.post(reverse(f"{ADMIN}:add"), data).content.decode()
    assert {anchor for anchor, _ in links(page)} == {f"id_{name}" for name in (*FIELDS, "voice_formats")}


def test_a_field_that_cannot_be_saved_is_in_the_same_list(client, worker):
    questionnaire = QuestionnaireFactory()
    page = client.post(edit_url(questionnaire), form_data(slug=questionnaire.slug, form="never")).content.decode()
    assert [anchor for anchor, _ in links(page)] == ["id_form"]


def test_a_mistake_inside_a_question_names_the_question(client, worker):
    questionnaire = QuestionnaireFactory()
    items = streamfield(
        [("bank", {"key": "Q09", "wording": "x" * 300, "help": "", "only_if": {"part": "", "options": ""}})]
    )
    data = form_data(slug=questionnaire.slug)
    data = {name: value for name, value in data.items() if not name.startswith("items-")}
    page = client.post(edit_url(questionnaire), data | nested_form_data({"items": items})).content.decode()
    [(_, text)] = links(page)
    assert text.startswith("Question 1 (Q09): ")
    assert "x" * 300 in page


def test_a_follow_up_before_its_question_is_kept_and_said_with_the_words_of_both(client, worker):
    questionnaire = QuestionnaireFactory()
    data = form_data(slug=questionnaire.slug) | with_follow_up("Q11", "Q19", "yes")
    page = client.post(edit_url(questionnaire), data, follow=True).content.decode()
    [(anchor, text)] = links(page)
    assert anchor.startswith("block-")
    assert "Q11 (“What do you want to happen next?”) depends on Q19 (“" in text
    assert "not asked before it" in text
    draft = Questionnaire.objects.get(pk=questionnaire.pk).get_latest_revision_as_object()
    assert dict(draft.items[1].value["only_if"]) == {"part": "Q19", "options": "yes"}


def test_what_is_still_to_do_is_shown_before_anybody_presses_publish(client, worker):
    page = client.get(edit_url(QuestionnaireFactory(space_note=""))).content.decode()
    assert "Still to do before it can be published" in page
    assert [anchor for anchor, _ in links(page)] == ["id_space_note"]


@pytest.mark.parametrize("key", ["Q17", "Q19", "Q28"])
def test_a_worker_who_takes_out_what_everyone_is_asked_is_told_to_put_it_back(client, worker, key):
    questionnaire = QuestionnaireFactory(asked=tuple(each for each in SHORT if each != key))
    page = client.get(edit_url(questionnaire)).content.decode()
    assert any(f"Put {key}" in text for _, text in links(page))


def test_the_editor_holds_the_bank_with_words_for_every_age_and_what_they_count_as(client, worker):
    bank = client.get(edit_url(QuestionnaireFactory())).context["bank"]
    assert bank["Q19"]["counted"] == "Counted as “Having an advocate”."
    assert bank["Q28"]["counted"].startswith("Not counted.")
    assert {"8-11/standard", "12-15/easy-read"} <= set(bank["Q19"]["words"])
    assert bank["Q04"]["words"].keys() & {"12-15/standard"} == set()
