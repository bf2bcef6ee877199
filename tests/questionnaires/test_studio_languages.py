"""Other languages and recordings in the content studio, through real requests."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.models import Role
from surveys.questionnaires.domain.translating import State, sheet_of
from surveys.questionnaires.models import QuestionRecording
from tests.factories.questionnaires import QuestionnaireFactory
from tests.factories.sounds import an_mp3, tagged
from tests.factories.translations import in_other_words, translated, translated_and_checked
from tests.questionnaires.test_studio import signed_in

pytestmark = pytest.mark.django_db
SIGNATURE = {
    "checked_by": "Hevin Example",
    "checked_as": "An interpreter",
    "checked_on": "2026-01-12",
    "read_all": "on",
}


@pytest.fixture
def questionnaire():
    return QuestionnaireFactory(asked=("Q09", "Q17", "Q19", "Q28"))


@pytest.fixture
def worker(client):
    return signed_in(client, Role.PARTICIPATION_WORKER)


def page(questionnaire, language="ar"):
    return reverse("questionnaire_language", args=[questionnaire.pk, language])


def aloud(questionnaire, language="en"):
    return reverse("questionnaire_recordings", args=[questionnaire.pk, language])


def filled(questionnaire, language="ar", **changes):
    sheet = sheet_of(questionnaire, language)
    words = {f"word.{line.key}": in_other_words(line.english) for line in sheet.lines}
    return {"seen": sheet.seen, **words, **changes}


def a_file(data=None, name="Sam Example at home.mp3"):
    return SimpleUploadedFile(name, data or tagged(b"Sam Example") + an_mp3(), content_type="text/html")


def a_recording(question="Q09", **changes):
    about = {"file": a_file(), "speaker": "Sam Example", "spoken_on": "2026-01-12"} | changes
    return {"question": question} | {f"{question}-{name}": value for name, value in about.items()}


def test_every_language_is_listed_with_how_far_it_is(client, worker, questionnaire, django_assert_max_num_queries):
    translated(questionnaire, "pl")
    translated_and_checked(questionnaire, "ar")
    with django_assert_max_num_queries(40):
        text = client.get(reverse("questionnaire_languages", args=[questionnaire.pk])).text
    assert text.count("Nothing yet") == 12
    assert text.count("<td>Not checked by a person</td>") == 1
    assert "Hevin Example" in text


def test_a_page_writes_from_right_to_left_beside_the_english(client, worker, questionnaire):
    text = client.get(page(questionnaire)).text
    assert 'lang="ar" dir="rtl"' in text
    assert '<label for="word-1" lang="en" dir="ltr">What is working for you right now?</label>' in text
    assert 'lang="pl" dir="ltr"' in client.get(page(questionnaire, "pl")).text


def test_words_are_saved_and_then_signed_as_they_stand_on_the_page(client, worker, questionnaire):
    assert client.post(page(questionnaire), filled(questionnaire, save="yes")).status_code == 302
    assert sheet_of(questionnaire, "ar").state == State.NOT_CHECKED
    signed = filled(questionnaire, sign="yes", **SIGNATURE) | {"word.question.Q09": "the last word"}
    assert client.post(page(questionnaire), signed).status_code == 302
    sheet = sheet_of(questionnaire, "ar")
    assert (sheet.state, sheet.row.texts["question.Q09"], sheet.row.signed_by) == (
        State.CHECKED,
        "the last word",
        worker,
    )


@pytest.mark.parametrize("missing", SIGNATURE)
def test_half_a_signature_signs_nothing_and_keeps_what_was_typed(client, worker, questionnaire, missing):
    data = filled(questionnaire, sign="yes", **SIGNATURE)
    data.pop(missing)
    answer = client.post(page(questionnaire), data)
    assert answer.status_code == 422
    assert "‹What is working for you right now?›" in answer.text
    assert sheet_of(questionnaire, "ar").state == State.EMPTY


def test_the_second_of_two_editors_sees_both_and_loses_nothing(client, worker, questionnaire):
    mine = filled(questionnaire, save="yes")
    client.post(page(questionnaire), mine | {"word.question.Q09": "from the other"})
    answer = client.post(page(questionnaire), mine | {"word.question.Q09": "mine"})
    assert answer.status_code == 409
    assert "Somebody else changed this language" in answer.text
    assert ">mine</textarea>" in answer.text
    assert ">from the other</q>" in answer.text
    assert sheet_of(questionnaire, "ar").row.texts["question.Q09"] == "from the other"


def test_forged_words_change_nothing(client, worker, questionnaire):
    forged = {"word.question.Q99": "x"}
    assert client.post(page(questionnaire), filled(questionnaire, save="yes", **forged)).status_code == 422
    assert sheet_of(questionnaire, "ar").state == State.EMPTY


def test_markup_in_a_translation_stays_text(client, worker, questionnaire):
    client.post(page(questionnaire), filled(questionnaire) | {"word.question.Q09": "</textarea><script>1</script>"})
    assert "<script>1</script>" not in client.get(page(questionnaire)).text


def test_a_recording_is_kept_without_the_names_in_its_file_and_can_be_heard(client, worker, questionnaire):
    assert client.post(aloud(questionnaire), a_recording()).status_code == 302
    row = QuestionRecording.objects.get()
    assert b"Sam Example" not in bytes(row.sound.data)
    address = reverse("questionnaire_sound", args=[questionnaire.pk, row.sound_id])
    assert address in client.get(aloud(questionnaire)).text
    assert client.get(address)["Content-Type"] == "audio/mpeg"


@pytest.mark.parametrize(
    "changes",
    [{"file": a_file(b"<html>")}, {"file": ""}, {"speaker": ""}, {"spoken_on": "2999-01-01"}, {"spoken_on": "soon"}],
)
def test_a_recording_we_cannot_use_gets_a_plain_reason(client, worker, questionnaire, changes):
    answer = client.post(aloud(questionnaire), a_recording(**changes))
    assert answer.status_code == 422
    assert "errorlist" in answer.text
    assert not QuestionRecording.objects.exists()


def test_a_recording_can_be_taken_out(client, worker, questionnaire):
    client.post(aloud(questionnaire), a_recording())
    assert client.post(aloud(questionnaire), {"question": "Q09", "remove": "yes"}).status_code == 302
    assert not QuestionRecording.objects.exists()


def test_there_is_no_slot_where_a_language_has_no_words(client, worker, questionnaire):
    assert "Add a recording" not in client.get(aloud(questionnaire, "ar")).text
    assert "Add a recording" in client.get(aloud(questionnaire, "en")).text


@pytest.mark.parametrize("language", ["en", "xx"])
def test_what_is_not_another_language_has_no_page(client, worker, questionnaire, language):
    assert client.get(page(questionnaire, language)).status_code == 404


def test_a_broken_questionnaire_says_so_and_breaks_no_page(client, worker, questionnaire):
    questionnaire.band = "8-11"
    questionnaire.items[0].value["key"] = "Q24"
    questionnaire.save()
    for address in (page(questionnaire), aloud(questionnaire)):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("role", sorted(set(Role.values) - {Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR}))
def test_nobody_else_opens_these_pages(client, questionnaire, role):
    signed_in(client, role)
    for address in (
        page(questionnaire),
        aloud(questionnaire),
        reverse("questionnaire_languages", args=[questionnaire.pk]),
    ):
        for answer in (client.get(address), client.post(address, filled(questionnaire, save="yes"))):
            assert answer.status_code in (302, 403, 404, 405)
    assert sheet_of(questionnaire, "ar").state == State.EMPTY


def test_the_list_of_questionnaires_leads_to_the_languages(client, worker, questionnaire):
    text = client.get(reverse("wagtailsnippets_questionnaires_questionnaire:list")).text
    assert reverse("questionnaire_languages", args=[questionnaire.pk]) in text
