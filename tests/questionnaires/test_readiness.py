"""What stops a questionnaire from being published, each reason in plain words (S23, D3)."""

import pytest
from django.utils import timezone

from surveys.questionnaires.domain.publishing import NotReady, publish
from surveys.questionnaires.domain.readiness import LUNDY, reasons_against
from tests.factories.questionnaires import SHORT, QuestionnaireFactory, with_questions
from tests.questionnaires.published import nothing_was_published

pytestmark = pytest.mark.django_db
LONG = ("Q09", "Q11", "Q16", "Q17", "Q18", "Q19", "Q28")
NOTHING = {"influence_due": None, "voice_formats": []}


def own(code="X01", wording="How is your day?", **part):
    values = {"code": code, "kind": "text", "wording": "", "help": "", "options": []} | part
    return ("own", {"code": code, "wording": wording, "help": "", "readers": "all", "parts": [values]})


@pytest.mark.parametrize("blank", LUNDY)
def test_a_blank_promise_blocks_publishing(administrator, blank):
    questionnaire = QuestionnaireFactory(**{blank: NOTHING.get(blank, "  ")})
    with pytest.raises(NotReady) as refused:
        publish(questionnaire, by=administrator, now=timezone.now())
    assert refused.value.reasons == [LUNDY[blank]]
    assert nothing_was_published(questionnaire)


def test_zero_days_until_they_are_told_is_no_promise():
    assert reasons_against(QuestionnaireFactory(influence_due=0)) == [LUNDY["influence_due"]]


def test_every_reason_is_told_at_once():
    assert len(reasons_against(QuestionnaireFactory(space_note="", audience="", asked=("Q09",)))) == 5


@pytest.mark.parametrize("removed", ["Q17", "Q19", "Q28"])
def test_a_worker_cannot_remove_a_standing_question_from_the_short_form(removed):
    questionnaire = QuestionnaireFactory(asked=tuple(key for key in SHORT if key != removed))
    assert reasons_against(questionnaire) == [f"Put {removed} back. It stays in every form before a meeting."]


@pytest.mark.parametrize("removed", ["Q16", "Q17", "Q18", "Q19", "Q28"])
def test_a_worker_cannot_remove_q16_to_q19_or_q28_from_the_longer_set(removed):
    questionnaire = QuestionnaireFactory(length="long", asked=tuple(key for key in LONG if key != removed))
    [reason] = reasons_against(questionnaire)
    assert removed in reason


def test_a_copy_of_a_standing_question_under_another_id_does_not_count():
    questionnaire = with_questions(QuestionnaireFactory(), "Q09", "Q17", "Q19")
    questionnaire.items.append(own("X28", "Anything else?"))
    assert reasons_against(questionnaire) == ["Put Q28 back. It stays in every form before a meeting."]


@pytest.mark.parametrize("code", ["Q18", "Q17", "Q28", "E-gender", "C01"])
def test_an_own_question_cannot_pass_for_one_of_the_bank(code):
    """S23 and S9: else Q18 could be replaced by a question that everyone may read."""
    questionnaire = with_questions(QuestionnaireFactory(), "Q09", "Q17", "Q19", "Q28")
    questionnaire.items.append(own(code, "Who helps you?"))
    assert reasons_against(questionnaire) == [
        f"“{code}” could be taken for one of our questions. Start your own with X."
    ]


@pytest.mark.parametrize("key", ["Q17", "Q19", "Q28"])
def test_standing_questions_keep_their_words(key):
    questionnaire = QuestionnaireFactory()
    next(item for item in questionnaire.items if item.value["key"] == key).value["wording"] = "Is it sunny?"
    assert reasons_against(questionnaire) == [
        f"Question {key} keeps its words, so that answers can be added up over time."
    ]


@pytest.mark.parametrize("key", ["Q05", "Q13", "Q16"])
def test_measured_questions_keep_their_words(key):
    questionnaire = QuestionnaireFactory(length="long", asked=(*LONG, "Q05", "Q13"))
    next(item for item in questionnaire.items if item.value["key"] == key).value["wording"] = "Is it sunny?"
    assert len(reasons_against(questionnaire)) == 1


def test_other_questions_may_be_said_another_way():
    questionnaire = QuestionnaireFactory()
    questionnaire.items[0].value["wording"] = "What goes well?"
    version = publish(questionnaire, by=None, now=timezone.now())
    question = version.schema.question("Q09")
    assert (question.wording, question.parts[0].wording) == ("What goes well?", "What goes well?")


def test_an_empty_questionnaire_is_not_published():
    assert "Add at least one question." in reasons_against(
        QuestionnaireFactory(form="consultation", named=False, length="", band="", asked=())
    )


@pytest.mark.parametrize(("length", "most"), [("short", 5), ("long", 12)])
def test_a_form_is_never_longer_than_promised(length, most):
    questionnaire = QuestionnaireFactory(length=length, asked=SHORT if length == "short" else LONG)
    for number in range(most + 1 - len(questionnaire.items)):
        questionnaire.items.append(own(f"X{number}"))
    assert f"There are {most + 1} screens. Keep it to {most} or fewer." in reasons_against(questionnaire)


def test_a_question_without_words_for_this_age_is_named():
    [reason] = reasons_against(QuestionnaireFactory(band="8-11", asked=("Q06-07", "Q10", "Q17", "Q19", "Q28")))
    assert "Q10" in reason
    assert "Choose another or write your own." in reason


def test_one_id_asked_twice_is_refused_in_plain_words():
    assert "Two questions share an id: Q09." in reasons_against(
        QuestionnaireFactory(asked=("Q09", "Q09", "Q17", "Q19", "Q28"))
    )


def test_a_choice_without_choices_is_refused():
    questionnaire = with_questions(QuestionnaireFactory(), "Q09", "Q17", "Q19", "Q28")
    questionnaire.items.append(own("X01", kind="one"))
    assert reasons_against(questionnaire) == ["X01 needs 2 to 12 choices and has 0."]


def test_words_that_blame_block_publishing():
    questionnaire = with_questions(QuestionnaireFactory(), "Q09", "Q17", "Q19", "Q28")
    questionnaire.items.append(own(wording="What about your risky behaviour?"))
    [reason] = reasons_against(questionnaire)
    assert "can sound like blame" in reason


def test_a_meeting_form_is_never_without_a_name():
    [reason] = reasons_against(QuestionnaireFactory(named=False))
    assert "always named" in reason


def test_a_draft_that_does_not_say_when_is_told_that_and_nothing_about_names():
    assert reasons_against(QuestionnaireFactory(form="", named=False))[0] == "Choose when it is asked."


def test_a_start_date_is_refused_so_that_nothing_goes_out_unseen():
    assert "Publish on the day." in reasons_against(QuestionnaireFactory(go_live_at=timezone.now()))[0]
