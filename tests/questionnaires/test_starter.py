"""What we ship: complete for every age, easy to read, free of blame, published through the same gate."""

import pytest
from django.utils import timezone

from core.wording import blaming_words, check_text, jargon, readability, target_for
from surveys.questionnaires.domain.choosing import find_questionnaire
from surveys.questionnaires.domain.readiness import reasons_against, texts_of
from surveys.questionnaires.domain.starter import load_starter
from surveys.questionnaires.enums import FormKind
from surveys.questionnaires.models import BankQuestion, Questionnaire, QuestionnaireVersion
from surveys.questionnaires.schema import Kind, Schema
from surveys.questionnaires.starter.all_wordings import WORDINGS
from surveys.questionnaires.starter.questionnaires import PLANS
from tests.factories.questionnaires import QuestionnaireFactory

BANDS = ["8-11", "12-15", "16-17", "18-25"]
LEVELS = ["standard", "easy-read"]
ASKED = {(wording.key, band, wording.level): wording.question for wording in WORDINGS for band in wording.bands}
plans = pytest.mark.parametrize("plan", PLANS, ids=lambda each: each.slug)
READERS = [(band, level) for band in BANDS for level in LEVELS]


def schema_of(plan):
    return Schema(tuple(ASKED[key, plan.band, plan.level] for key in plan.asked))


def audience_of(band, level):
    """A consultation is written for the youngest: anyone may be reading."""
    return "easy-read" if level == "easy-read" else band or "8-11"


@pytest.fixture
def starters(db):
    return load_starter(now=timezone.now())


def test_loading_the_starters_twice_changes_nothing(starters):
    versions = set(QuestionnaireVersion.objects.values_list("pk", "content_hash"))
    wordings = BankQuestion.objects.count()
    assert load_starter(now=timezone.now()) == []
    assert set(QuestionnaireVersion.objects.values_list("pk", "content_hash")) == versions
    assert BankQuestion.objects.count() == wordings


def test_every_starter_is_published_and_still_passes_every_check(starters):
    assert {each.slug for each in starters} == {plan.slug for plan in PLANS}
    for questionnaire in Questionnaire.objects.all():
        assert questionnaire.current_version() is not None, questionnaire.slug
        assert reasons_against(questionnaire) == [], questionnaire.slug


def test_a_starter_that_was_edited_stays_edited(starters):
    questionnaire = Questionnaire.objects.get(slug="after-12-15-standard")
    questionnaire.title = "How it went"
    questionnaire.save()
    load_starter(now=timezone.now())
    questionnaire.refresh_from_db()
    assert questionnaire.title == "How it went"


def test_a_card_leads_to_the_short_form_first_with_the_longer_set_one_tap_away(starters):
    for band, level in READERS:
        short = find_questionnaire(FormKind.BEFORE, band=band, level=level)
        assert (short.length, short.longer.length) == ("short", "long")
        assert len(short.current_version().schema) == 5
        answered_in_both = {part.id for part in short.current_version().schema.parts()}
        assert answered_in_both <= {part.id for part in short.longer.current_version().schema.parts()}


def test_there_is_a_form_for_every_time_age_and_reading_level(starters):
    for form in (FormKind.BEFORE, FormKind.AFTER, FormKind.LATER):
        for band, level in READERS:
            found = find_questionnaire(form, band=band, level=level)
            assert (found.band, found.level, found.named) == (band, level, True)


def test_a_draft_is_never_chosen(db):
    QuestionnaireFactory()
    assert find_questionnaire(FormKind.BEFORE, band="12-15", level="standard") is None


def test_choosing_never_swaps_the_reading_level(starters):
    easy = Questionnaire.objects.get(slug="after-8-11-easy-read")
    easy.unpublish()
    assert find_questionnaire(FormKind.AFTER, band="8-11", level="easy-read") is None


def test_the_consultations_are_not_named(starters):
    consultations = Questionnaire.objects.filter(form="consultation")
    assert consultations.count() == 4
    assert not any(each.named for each in consultations)


def test_choosing_asks_the_database_once(starters, django_assert_num_queries):
    with django_assert_num_queries(1):
        find_questionnaire(FormKind.BEFORE, band="16-17", level="standard")


@plans
def test_no_starter_is_longer_than_promised(plan):
    assert len(plan.asked) <= (5 if plan.length == "short" else 12)


@plans
def test_equality_questions_come_last_and_say_why_first(plan):
    if "equality" in plan.asked:
        assert plan.asked[-1] == "equality"
        assert ASKED["equality", plan.band, plan.level].help.startswith("Why we ask:")


@plans
def test_long_forms_and_consultations_end_with_the_equality_page(plan):
    if plan.length == "long" or plan.form == "consultation":
        assert plan.asked[-1] == "equality"


@plans
def test_a_starter_reads_at_the_age_it_is_for(plan):
    """The whole form as one text; single lines are too short to grade (domain 2.1)."""
    target = target_for(audience_of(plan.band, plan.level))
    reading = readability("\n".join(texts_of(schema_of(plan))))
    assert reading.age <= target.reading_age
    assert reading.longest <= target.longest


@plans
def test_a_starter_has_no_finding_that_blocks(plan):
    for text in texts_of(schema_of(plan)):
        blocking = [each for each in check_text(text, audience_of(plan.band, plan.level)) if each.blocks]
        assert blocking == [], text


@pytest.mark.parametrize("key", sorted({wording.key for wording in WORDINGS}))
def test_a_bank_question_has_no_office_word_and_blames_nobody(key):
    """ "Advocate" is a right's own name, and the screen that uses it says what it is."""
    for wording in WORDINGS:
        if wording.key == key:
            text = "\n".join(texts_of(Schema((wording.question,))))
            assert blaming_words(text) == []
            assert jargon(text) == []


@pytest.mark.parametrize("key", sorted({wording.key for wording in WORDINGS}))
def test_no_question_asks_what_happened_or_why_you_did(key):
    """Wishes and feelings, never evidence (domain 1.2)."""
    for wording in WORDINGS:
        if wording.key == key:
            text = " ".join(texts_of(Schema((wording.question,)))).lower()
            for never in (
                "what happened",
                "who did",
                "why did you",
                "when you were",
                "how often did",
                "immigration",
            ):
                assert never not in text
            for never in (" must ", "confidential", "anonymous", "failed", "!!"):
                assert never not in f" {text} "


def test_a_wording_exists_once_for_each_reader():
    assert len(ASKED) == sum(len(wording.bands) for wording in WORDINGS)


def test_an_id_means_the_same_choices_at_every_age():
    """Counting relies on it: an option id never changes its meaning between bands (D4)."""
    seen = {}
    for wording in WORDINGS:
        for part in wording.question.parts:
            assert seen.setdefault(part.id, part.option_ids) == part.option_ids, part.id


def test_one_screen_never_uses_an_id_of_another_form_for_something_else():
    kinds = {}
    for wording in WORDINGS:
        for part in wording.question.parts:
            kinds.setdefault(part.id, set()).add("text" if part.is_text else "ticks")
    assert all(len(each) == 1 for each in kinds.values())


def test_faces_are_for_the_youngest_and_easy_read_only():
    for wording in WORDINGS:
        if wording.level == "standard" and set(wording.bands) - {"8-11"}:
            kinds = {part.kind for part in wording.question.parts}
            assert not kinds & {Kind.FACES3, Kind.FACES5, Kind.HOUSES}, wording.key


def test_easy_read_is_never_zero_to_ten():
    for (key, _, level), question in ASKED.items():
        if level == "easy-read":
            assert all(part.kind is not Kind.SCALE for part in question.parts), key


def test_what_only_the_chair_reads_is_marked_in_every_wording():
    chair_only = {wording.key for wording in WORDINGS if wording.question.is_chair_only}
    assert chair_only == {"Q18", "Q21"}
    assert all(wording.question.is_chair_only for wording in WORDINGS if wording.key in chair_only)


def test_no_choice_says_i_dont_want_to_say():
    """Declining is a state of an answer with its own place on the screen, never one choice among others."""
    for wording in WORDINGS:
        for part in wording.question.parts:
            assert not any("want to say" in option.label for option in part.options)


def test_the_whole_bank_of_questions_is_there():
    keys = {part.id[:3] for wording in WORDINGS for part in wording.question.parts}
    assert {f"Q{number:02}" for number in range(1, 32)} <= keys


@pytest.mark.django_db
def test_published_easy_read_questions_keep_the_picture_of_the_bank() -> None:
    load_starter(now=timezone.now())
    seen = 0
    for version in QuestionnaireVersion.objects.filter(questionnaire__level="easy-read").select_related(
        "questionnaire"
    ):
        for question in version.schema.questions:
            ours = ASKED.get((question.id, version.questionnaire.band, "easy-read"))
            if ours is not None and ours.symbol:
                assert question.symbol == ours.symbol, (version, question.id)
                seen += 1
    assert seen > 10
