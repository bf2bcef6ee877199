"""Other words make another version, and answers to both are never added up by accident (SUR3, D4)."""

from dataclasses import replace

import pytest
from django.utils import timezone

from surveys.questionnaires.domain.bank import add_wording, wordings_for
from surveys.questionnaires.domain.publishing import publish
from surveys.questionnaires.domain.readiness import reasons_against
from tests.factories.questionnaires import QuestionnaireFactory, published

pytestmark = pytest.mark.django_db


def other_words(key):
    """The bank says it another way from now on."""
    question = wordings_for("12-15", "standard")[key]
    parts = tuple(replace(part, wording="Said another way?") for part in question.parts)
    again = replace(question, wording="Said another way?", parts=parts)
    add_wording(again, key=key, band="12-15", level="standard", now=timezone.now())


def test_a_counted_question_in_other_words_is_not_published_as_the_same_question():
    questionnaire = published().questionnaire
    other_words("Q19")
    [reason] = reasons_against(questionnaire)
    assert reason.startswith("Q19 was asked in other words before")


def test_nor_by_another_questionnaire_for_the_same_age():
    published().questionnaire.unpublish()
    other_words("Q19")
    assert any(reason.startswith("Q19 was asked in other words") for reason in reasons_against(QuestionnaireFactory()))


def test_another_age_has_its_own_words_for_the_same_measure():
    published()
    older = QuestionnaireFactory(band="16-17")
    assert reasons_against(older) == []


def test_a_question_that_is_never_counted_may_be_said_another_way():
    first = published()
    other_words("Q09")
    questionnaire = first.questionnaire
    assert reasons_against(questionnaire) == []
    second = publish(questionnaire, by=None, now=timezone.now())
    assert second.number == first.number + 1
    assert (first.schema.part("Q09").wording, second.schema.part("Q09").wording) == (
        "What is working for you right now?",
        "Said another way?",
    )
