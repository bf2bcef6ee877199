"""Other languages reach a young person only as a named person has checked them, word for word (R14, D31)."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from accounts.models import Role
from core.models import AuditEntry
from surveys.questionnaires.domain.assembling import schema_of
from surveys.questionnaires.domain.freezing import freezing
from surveys.questionnaires.domain.publishing import content_of, hash_of, publish
from surveys.questionnaires.domain.translating import (
    ChangedMeanwhile,
    State,
    drafted,
    save_words,
    sheet_of,
    sign,
)
from surveys.questionnaires.models import QuestionnaireVersion
from surveys.questionnaires.schema import Schema
from tests.factories.accounts import UserFactory
from tests.factories.questionnaires import QuestionnaireFactory, published
from tests.factories.translations import (
    CHECKER,
    checked,
    in_other_words,
    translated,
    translated_and_checked,
    worker,
)

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 2, 2, 12, tzinfo=dt.UTC)


@pytest.fixture
def questionnaire():
    return QuestionnaireFactory(asked=("Q09", "Q17", "Q19", "Q28"))


def frozen(questionnaire) -> Schema:
    return publish(questionnaire, by=None, now=NOW).schema


def save(questionnaire, texts, *, language="ar", seen=None, by=None):
    seen = sheet_of(questionnaire, language).seen if seen is None else seen
    return save_words(questionnaire, language, texts, seen=seen, by=by or worker(), now=NOW)


def put_signature(questionnaire, language="ar", **changes):
    seen = sheet_of(questionnaire, language).seen
    given = {"name": "A", "who": "B", "on": NOW.date(), "seen": seen, "by": worker(), "now": NOW} | changes
    return sign(questionnaire, language, **given)


def test_checked_words_are_frozen_and_shown_in_their_language(questionnaire):
    translated_and_checked(questionnaire)
    schema = frozen(questionnaire)
    english, arabic = schema.question("Q19"), schema.in_language("ar").question("Q19")
    assert arabic.wording == in_other_words(english.wording)
    assert arabic.lang == ""
    assert [option.label for option in arabic.parts[0].options] == [
        in_other_words(option.label) for option in english.parts[0].options
    ]


def test_ids_kinds_and_readers_never_depend_on_the_language(questionnaire):
    translated_and_checked(questionnaire)
    schema = frozen(questionnaire)
    for english, arabic in zip(schema.questions, schema.in_language("ar").questions, strict=True):
        assert (english.id, english.readers, english.only_if) == (arabic.id, arabic.readers, arabic.only_if)
        assert [(part.id, part.kind, part.option_ids) for part in english.parts] == [
            (part.id, part.kind, part.option_ids) for part in arabic.parts
        ]


def test_the_version_says_who_checked_and_when(questionnaire):
    translated_and_checked(questionnaire)
    about = publish(questionnaire, by=None, now=NOW).content["languages"]["ar"]
    assert (about["checked_by"], about["checked_as"], about["checked_on"]) == (CHECKER, "An interpreter", "2026-01-12")


def test_words_that_nobody_checked_never_reach_a_version(questionnaire):
    """Negative control: the same words, once signed, do."""
    translated(questionnaire)
    assert frozen(questionnaire).languages == ()
    checked(questionnaire)
    assert frozen(questionnaire).languages == ("ar",)


def test_a_change_of_the_english_blocks_that_language_and_not_the_english(questionnaire):
    translated_and_checked(questionnaire)
    translated_and_checked(questionnaire, "pl")
    questionnaire.items[0].value["help"] = "Take your time."
    questionnaire.save()
    left_out = freezing(questionnaire).left_out
    assert [line.split()[0] for line in left_out] == ["Arabic", "Polish"]
    schema = frozen(questionnaire)
    assert schema.languages == ()
    assert schema.question("Q09").help == "Take your time."


def test_a_word_edited_between_the_check_and_the_publishing_leaves_the_language_out(questionnaire):
    translated_and_checked(questionnaire)
    save(questionnaire, {"question.Q09": "something else"})
    assert sheet_of(questionnaire, "ar").state == State.STALE
    assert frozen(questionnaire).languages == ()


def test_a_word_put_back_as_it_was_needs_no_new_check(questionnaire):
    sheet = translated_and_checked(questionnaire)
    as_signed = sheet.row.texts["question.Q09"]
    save(questionnaire, {"question.Q09": "something else"})
    save(questionnaire, {"question.Q09": as_signed})
    assert sheet_of(questionnaire, "ar").state == State.CHECKED


def test_a_second_look_after_a_change_makes_the_language_whole_again(questionnaire):
    translated_and_checked(questionnaire)
    questionnaire.items[0].value["help"] = "Take your time."
    questionnaire.save()
    assert sheet_of(questionnaire, "ar").state == State.STALE
    checked(questionnaire)
    assert frozen(questionnaire).languages == ("ar",)


def test_the_page_shows_the_english_a_line_was_made_from_once_it_has_changed(questionnaire):
    save(questionnaire, {"question.Q28": "made from the old words"})
    before = sheet_of(questionnaire, "ar").lines
    questionnaire.items[3].value["wording"] = "Is there more?"
    questionnaire.save()
    [line] = [line for line in sheet_of(questionnaire, "ar").lines if line.key == "question.Q28"]
    assert line.english == "Is there more?"
    assert line.before == next(each.english for each in before if each.key == "question.Q28")


def test_half_a_translation_falls_back_to_english_that_says_so(questionnaire):
    first, *others = schema_of(questionnaire).part("Q19").options
    translated_and_checked(questionnaire, leave_out=("question.Q17", f"part.Q19.option.{first.id}"))
    schema = frozen(questionnaire).in_language("ar")
    assert (schema.question("Q17").lang, schema.question("Q17").parts[0].lang) == ("en", "en")
    assert schema.question("Q19").lang == ""
    assert [each.lang for each in schema.part("Q19").options] == ["en", *("" for _ in others)]


def test_a_language_the_version_lacks_is_all_english_and_tagged(questionnaire):
    schema = frozen(questionnaire).in_language("vi")
    assert {question.lang for question in schema.questions} == {"en"}
    assert schema.question("Q09").wording == frozen(questionnaire).question("Q09").wording


@pytest.mark.parametrize("code", ["en", "en-gb", "", None])
def test_english_is_the_schema_itself_with_nothing_tagged(questionnaire, code):
    schema = frozen(questionnaire)
    assert schema.in_language(code) is schema


def test_leaving_out_questions_and_follow_ups_keeps_the_languages(questionnaire):
    translated_and_checked(questionnaire)
    less = frozen(questionnaire).without(frozenset({"Q17"})).asked({})
    assert less.in_language("ar").question("Q09").lang == ""


def test_without_a_language_the_content_and_its_sum_are_as_before(questionnaire):
    translated(questionnaire)
    content = content_of(questionnaire)
    assert "languages" not in content
    assert set(content["questions"][0]) == {"id", "parts", "wording", "help", "readers", "section"}


def test_a_version_from_before_there_were_languages_reads_as_it_did():
    version = published()
    assert "languages" not in version.content
    assert version.schema == Schema.from_json(version.content["questions"])
    assert version.schema.in_language("ar").question("Q09").wording == version.schema.question("Q09").wording


def test_a_frozen_language_stays_when_the_words_change_afterwards(questionnaire):
    translated_and_checked(questionnaire)
    version = publish(questionnaire, by=None, now=NOW)
    save(questionnaire, {"question.Q09": "something else"})
    again = QuestionnaireVersion.objects.get(pk=version.pk)
    assert again.schema.in_language("ar").question("Q09").wording.startswith("‹")
    assert again.content_hash == hash_of(again.content)


def test_two_editors_do_not_undo_each_other(questionnaire):
    seen = sheet_of(questionnaire, "ar").seen
    save(questionnaire, {"question.Q09": "first"}, seen=seen)
    with pytest.raises(ChangedMeanwhile):
        save(questionnaire, {"question.Q09": "second"}, seen=seen)
    assert sheet_of(questionnaire, "ar").row.texts == {"question.Q09": "first"}


def test_nobody_signs_words_they_have_not_seen(questionnaire):
    translated(questionnaire)
    seen = sheet_of(questionnaire, "ar").seen
    save(questionnaire, {"question.Q09": "changed under their hands"})
    with pytest.raises(ChangedMeanwhile):
        put_signature(questionnaire, seen=seen)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": " "}, "who has checked"),
        ({"who": ""}, "who has checked"),
        ({"on": NOW.date() + dt.timedelta(days=2)}, "future"),
    ],
)
def test_a_signature_has_a_name_says_who_they_are_and_a_day(questionnaire, changes, words):
    translated(questionnaire)
    with pytest.raises(ValidationError, match=words):
        put_signature(questionnaire, **changes)
    assert sheet_of(questionnaire, "ar").state == State.NOT_CHECKED


def test_an_empty_language_cannot_be_signed(questionnaire):
    with pytest.raises(ValidationError, match="no words"):
        put_signature(questionnaire)


@pytest.mark.parametrize("key", ["question.Q99", "part.Q09.option.nope", "title", ""])
def test_words_for_something_that_is_not_asked_are_refused(questionnaire, key):
    with pytest.raises(ValidationError, match="belong to no question"):
        save(questionnaire, {key: "x"})


def test_an_emptied_text_is_taken_out_and_control_signs_go(questionnaire):
    save(questionnaire, {"question.Q09": "a\x00  b\n c", "question.Q17": "x"})
    save(questionnaire, {"question.Q17": "  "})
    assert sheet_of(questionnaire, "ar").row.texts == {"question.Q09": "a b c"}


def test_a_text_without_end_is_refused(questionnaire):
    with pytest.raises(ValidationError):
        save(questionnaire, {"question.Q09": "x" * 601})


@pytest.mark.parametrize("language", ["en", "xx", ""])
def test_english_and_unknown_languages_are_not_translations(questionnaire, language):
    with pytest.raises(ValidationError):
        save(questionnaire, {}, language=language, seen="")


@pytest.mark.parametrize("role", sorted(set(Role.values) - {Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR}))
def test_nobody_else_puts_words_in_or_signs(questionnaire, role):
    other = UserFactory(roles=[role])
    with pytest.raises(PermissionDenied):
        save(questionnaire, {}, by=other)
    with pytest.raises(PermissionDenied):
        put_signature(questionnaire, by=other)


def test_the_record_says_who_signed_with_ids_only(questionnaire):
    translated_and_checked(questionnaire)
    entry = AuditEntry.objects.get(action="translation.sign")
    assert entry.detail == {"language": "ar"}
    assert entry.actor_id is not None


def test_a_preview_shows_words_that_are_not_checked_yet_unless_the_english_moved_on(questionnaire):
    """Negative control: the version shows none of them."""
    translated(questionnaire)
    questionnaire.items[3].value["wording"] = "Is there more?"
    seen = drafted(questionnaire, schema_of(questionnaire)).in_language("ar")
    assert (seen.question("Q09").lang, seen.question("Q28").lang) == ("", "en")


def test_languages_cost_no_query_once_a_version_is_there(questionnaire, django_assert_num_queries):
    translated_and_checked(questionnaire)
    version = publish(questionnaire, by=None, now=timezone.now())
    version = QuestionnaireVersion.objects.get(pk=version.pk)
    with django_assert_num_queries(0):
        version.schema.in_language("ar").question("Q09")
