"""Hearing a question read by a person: with the card, on a tap, and in pieces for phones that want it so."""

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.utils import timezone

from surveys.questionnaires.domain.publishing import publish
from surveys.questionnaires.domain.recording import keep_recording
from surveys.questionnaires.domain.translating import spoken_question
from tests.factories.questionnaires import QuestionnaireFactory
from tests.factories.responses import a_ticket
from tests.factories.sounds import an_mp3
from tests.factories.translations import in_other_words, translated_and_checked, worker
from tests.responses.walking import begin

pytestmark = pytest.mark.django_db
SOUND = "/me/say/before/sound/Q09/"
PAGE = "/me/say/before/1/"


def with_a_recording():
    questionnaire = QuestionnaireFactory()
    now = timezone.now()
    spoken = spoken_question(questionnaire, "en", "Q09")
    about = {"speaker": "Sam Example", "on": now.date(), "by": worker(), "now": now}
    keep_recording(questionnaire, spoken, language="en", data=an_mp3(), **about)
    translated_and_checked(questionnaire)
    return publish(questionnaire, by=None, now=now)


@pytest.fixture
def version():
    return with_a_recording()


@pytest.fixture
def child(version):
    return begin(a_ticket(version=version))


def test_the_page_offers_the_recording_and_fetches_nothing_before_a_tap(child):
    page = child.get(PAGE).text
    assert f'<audio controls preload="none" src="{SOUND}"' in page
    assert "autoplay" not in page


def test_a_question_without_a_recording_has_no_player(child):
    assert "<audio" not in child.get("/me/say/before/2/").text


def test_the_recording_plays_and_no_copy_stays_on_the_device(child):
    answer = child.get(SOUND)
    assert (answer.status_code, answer["Content-Type"], answer.content) == (200, "audio/mpeg", an_mp3())
    assert answer["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize(
    ("wanted", "status", "piece"),
    [
        ("bytes=0-1", 206, slice(0, 2)),
        ("bytes=100-", 206, slice(100, None)),
        ("bytes=7190-99999", 206, slice(7190, None)),
        ("bytes=99999-", 416, slice(0, 0)),
        ("bytes=5-2", 416, slice(0, 0)),
        ("bytes=-5", 200, slice(None)),
        ("bytes=0-1,4-5", 200, slice(None)),
        ("lines=1-2", 200, slice(None)),
    ],
)
def test_it_can_be_had_in_pieces(child, wanted, status, piece):
    answer = child.get(SOUND, headers={"Range": wanted})
    assert (answer.status_code, answer.content) == (status, an_mp3()[piece])


def test_without_the_card_there_is_no_sound(version):
    answer = Client().get(SOUND)
    assert (answer.status_code, answer["Location"]) == (302, "/?over=1")


@pytest.mark.parametrize("question", ["Q17", "Q99", "..", "x" * 300])
def test_a_question_without_one_or_that_is_not_asked_is_not_found(child, question):
    assert child.get(f"/me/say/before/sound/{question}/").status_code == 404


def test_a_page_of_questions_costs_no_query_for_its_recordings(child, version, django_assert_max_num_queries):
    bare = begin(a_ticket())
    for client in (bare, child):  # the first page of a visit also looks up what is the same for everybody
        client.get(PAGE)
    with django_assert_max_num_queries(60) as without:
        bare.get(PAGE)
    with django_assert_max_num_queries(60) as with_it:
        child.get(PAGE)
    assert len(with_it) == len(without)


def shown(schema, question_id, language):
    question = schema.in_language(language).question(question_id)
    parts = [{"part": part, "name": part.id, "kind": part.kind.value} for part in question.parts]
    each = {"question": question, "parts": parts, "is_single": question.is_single, "recording_url": SOUND}
    return render_to_string("pages/responses/_question.html", {"each": each, "heading": 1, "only": True})


def test_a_page_in_another_language_shows_its_words_and_marks_none_as_english(version):
    page = shown(version.schema, "Q19", "ar")
    assert in_other_words(version.schema.question("Q19").wording) in page
    assert 'value="yes"' in page
    assert 'lang="en"' not in page


def test_a_page_in_a_language_without_words_marks_every_word_as_english(version):
    page = shown(version.schema, "Q19", "vi")
    question = version.schema.question("Q19")
    for words in (question.wording, *(option.label for option in question.parts[0].options)):
        assert page.count(f'lang="en" dir="ltr">{words.replace(chr(39), "&#x27;")}') == 1
    assert "A person reads this in English." not in page
