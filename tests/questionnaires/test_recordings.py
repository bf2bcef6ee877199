"""People reading aloud: a slot for each question and language, frozen as long as the words are the same (ACC2, D31)."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from accounts.models import Role
from core.models import Sound
from surveys.questionnaires.domain.freezing import freezing
from surveys.questionnaires.domain.publishing import publish
from surveys.questionnaires.domain.recording import keep_recording, remove_recording
from surveys.questionnaires.domain.translating import State, save_words, sheet_of, spoken_question
from surveys.questionnaires.models import QuestionRecording
from tests.factories.accounts import UserFactory
from tests.factories.questionnaires import QuestionnaireFactory
from tests.factories.sounds import a_wav, an_mp3
from tests.factories.translations import checked, translated_and_checked, worker

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 2, 2, 12, tzinfo=dt.UTC)


@pytest.fixture
def questionnaire():
    return QuestionnaireFactory(asked=("Q09", "Q17", "Q19", "Q28"))


def keep(questionnaire, question="Q09", language="en", data=None, **changes):
    about = {"speaker": "Sam Example", "on": NOW.date(), "by": worker(), "now": NOW} | changes
    spoken = spoken_question(questionnaire, language, question)
    return keep_recording(questionnaire, spoken, language=language, data=data or an_mp3(), **about)


def frozen(questionnaire):
    return publish(questionnaire, by=None, now=NOW).schema


def test_a_recording_is_frozen_with_who_speaks_and_the_day(questionnaire):
    row = keep(questionnaire)
    recording = frozen(questionnaire).question("Q09").recording
    assert (recording.digest, recording.speaker, recording.spoken_on) == (row.sound_id, "Sam Example", "2026-02-02")
    assert (recording.seconds, recording.size, recording.lang) == (2, len(an_mp3()), "")
    assert frozen(questionnaire).question("Q17").recording is None


def test_a_recording_of_other_words_is_left_out_and_the_editor_is_told(questionnaire):
    keep(questionnaire, "Q28")
    questionnaire.items[3].value["wording"] = "Is there more?"
    questionnaire.save()
    assert "The recording of Q28 is left out" in freezing(questionnaire).left_out[0]
    assert "recordings" not in freezing(questionnaire).content


def test_a_language_without_a_recording_has_the_english_one_and_says_so(questionnaire):
    translated_and_checked(questionnaire)
    keep(questionnaire)
    assert frozen(questionnaire).in_language("ar").question("Q09").recording.lang == "en"


def test_a_recording_in_the_language_comes_first(questionnaire):
    translated_and_checked(questionnaire)
    keep(questionnaire)
    own = keep(questionnaire, language="ar", data=a_wav())
    checked(questionnaire)
    recording = frozen(questionnaire).in_language("ar").question("Q09").recording
    assert (recording.digest, recording.lang) == (own.sound_id, "")


def test_a_new_recording_in_a_language_needs_the_checkers_ear(questionnaire):
    """Nobody in the office may know what it says. Negative control: one in English asks for no second check."""
    translated_and_checked(questionnaire)
    keep(questionnaire, language="en")
    assert sheet_of(questionnaire, "ar").state == State.CHECKED
    keep(questionnaire, language="ar")
    assert sheet_of(questionnaire, "ar").state == State.STALE
    assert frozen(questionnaire).languages == ()


def test_a_recording_of_an_unchecked_language_is_not_frozen(questionnaire):
    translated_and_checked(questionnaire)
    keep(questionnaire, language="ar")
    sheet = sheet_of(questionnaire, "ar")
    save_words(questionnaire, "ar", {"question.Q17": "x"}, seen=sheet.seen, by=worker(), now=NOW)
    assert "recordings" not in freezing(questionnaire).content


def test_a_new_recording_takes_the_place_of_the_old_and_the_version_keeps_its_own(questionnaire):
    keep(questionnaire)
    before = frozen(questionnaire).question("Q09").recording.digest
    keep(questionnaire, data=a_wav())
    assert QuestionRecording.objects.count() == 1
    assert Sound.objects.filter(pk=before).exists()


def test_removing_takes_it_out_of_the_next_version_only(questionnaire):
    row = keep(questionnaire)
    version = publish(questionnaire, by=None, now=NOW)
    remove_recording(row, by=worker(), now=NOW)
    assert version.schema.question("Q09").recording is not None
    assert frozen(questionnaire).question("Q09").recording is None


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"speaker": "  "}, "who speaks"),
        ({"on": NOW.date() + dt.timedelta(days=2)}, "future"),
        ({"data": b"not a sound"}, "not a recording"),
    ],
)
def test_a_recording_says_who_speaks_and_when_and_is_one(questionnaire, changes, words):
    with pytest.raises(ValidationError, match=words):
        keep(questionnaire, **changes)
    assert not QuestionRecording.objects.exists()


def test_a_question_that_is_not_asked_has_no_slot(questionnaire):
    with pytest.raises(KeyError):
        keep(questionnaire, "Q99")


@pytest.mark.parametrize("role", sorted(set(Role.values) - {Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR}))
def test_nobody_else_adds_or_removes_a_recording(questionnaire, role):
    other = UserFactory(roles=[role])
    row = keep(questionnaire)
    with pytest.raises(PermissionDenied):
        keep(questionnaire, by=other)
    with pytest.raises(PermissionDenied):
        remove_recording(row, by=other, now=NOW)


def test_the_database_refuses_to_change_a_sound(questionnaire):
    row = keep(questionnaire)
    with pytest.raises(DatabaseError), transaction.atomic():
        Sound.objects.filter(pk=row.sound_id).update(data=b"something else")
