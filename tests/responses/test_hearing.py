import ast
from pathlib import Path

import pytest
from django.utils import timezone

from surveys.questionnaires.domain.publishing import publish
from surveys.responses.domain.answers import DECLINED
from surveys.responses.domain.hearing import heard_answers
from surveys.responses.models import Response
from tests.factories.questionnaires import QuestionnaireFactory
from tests.factories.responses import a_ticket, sent, ticks, words
from tests.factories.translations import translated_and_checked

pytestmark = pytest.mark.django_db
ROOM = Path(__file__).resolve().parents[2] / "surveys" / "responses"


def test_reader_hears_the_question_the_ticks_and_the_exact_words():
    said = "I want  my gran there.\n\nNot <b>him</b>."
    response = sent(answers={"Q09": words(said), "Q19": ticks("yes"), "Q11": DECLINED})
    heard = {question.question_id: question for question in heard_answers(response)}
    assert heard["Q09"].parts[0].words == said
    assert heard["Q09"].wording
    assert heard["Q19"].parts[0].labels == ("Yes",)
    assert heard["Q11"].parts[0].state == "declined"
    assert not heard["Q11"].is_answered


def test_words_show_in_no_repr():
    response = sent(answers={"Q09": words("canary")})
    heard = heard_answers(response)
    assert "canary" not in repr([question.parts for question in heard])
    assert "canary" not in repr(words("canary"))
    assert "canary" not in str(list(response.answers.all()))


def test_hearing_costs_two_queries_however_much_was_said(django_assert_num_queries):
    one = sent(answers={"Q09": words("a")})
    many = sent(answers={"Q09": words("a"), "Q11": words("b"), "Q28": words("c"), "Q19": ticks("yes")})
    for response in (one, many):
        fresh = Response.objects.select_related("version").get(pk=response.pk)
        with django_assert_num_queries(2):
            heard_answers(fresh)


def test_no_page_of_this_room_can_reach_what_was_said():
    """Write-only: views, forms and access import neither the words nor their table (security.md §3.1)."""
    closed = {"surveys.responses.domain.hearing", "surveys.responses.domain.counting"}
    for file in [*(ROOM / "views").glob("*.py"), ROOM / "forms.py", ROOM / "access.py"]:
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.ImportFrom):
                assert node.module not in closed, file
                assert not {alias.name for alias in node.names} & {
                    "Words",
                    "Answer",
                    "DraftAnswer",
                    "Piece",
                    "DraftPiece",
                }, file


def test_words_and_drawings_are_opened_only_in_the_files_that_may():
    opening = {
        str(file.relative_to(ROOM))
        for file in ROOM.rglob("*.py")
        if ".open()" in file.read_text() and "migrations" not in file.parts
    }
    assert opening == {"domain/hearing.py", "domain/drafts.py", "domain/pieces.py", "models/pieces.py"}


def in_another_language(*, leave_out=(), language="ar"):
    questionnaire = QuestionnaireFactory()
    translated_and_checked(questionnaire, "ar", leave_out=leave_out)
    version = publish(questionnaire, by=None, now=timezone.now())
    response = sent(a_ticket(version=version, language=language), answers={"Q19": ticks("yes")})
    return {question.question_id: question.parts[0] for question in heard_answers(response)}


def test_reader_sees_the_english_choice_and_beside_it_the_one_that_was_ticked():
    part = in_another_language()["Q19"]
    assert (part.labels, part.own_labels, part.own_language) == (("Yes",), ("‹Yes›",), "ar")
    assert part.options == ("yes",)


@pytest.mark.parametrize("where", [{"leave_out": ("part.Q19.option.yes",)}, {"language": "pl"}, {"language": "en"}])
def test_a_choice_that_was_shown_in_english_stands_there_once(where):
    """A translation without that choice, a language the version lacks, and English itself."""
    part = in_another_language(**where)["Q19"]
    assert (part.labels, part.own_labels) == (("Yes",), ())
