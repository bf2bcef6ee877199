"""Pictures beside words: chosen from what is drawn, never without the words (ACC5, R9)."""

import pytest
from django.template.loader import render_to_string

from core.pictures import FOLDER, PICTURES, is_picture, picture_choices
from surveys.questionnaires.blocks import ItemsBlock
from surveys.questionnaires.domain.assembling import schema_of
from surveys.questionnaires.domain.readiness import reasons_against
from surveys.questionnaires.schema import Question, Schema
from tests.factories.questionnaires import QuestionnaireFactory, published, with_questions
from tests.questionnaires.test_readiness import own

pytestmark = pytest.mark.django_db


def option(code, symbol):
    return {"code": code, "label": code, "symbol": symbol}


def pictured(symbol):
    questionnaire = with_questions(QuestionnaireFactory(), "Q17", "Q19", "Q28")
    block, value = own(kind="one", options=[option("a", symbol), option("b", "")])
    questionnaire.items.append((block, value | {"symbol": symbol}))
    return questionnaire


def test_the_list_of_pictures_is_what_lies_in_the_folder():
    offered = {name for name, _ in picture_choices()}
    drawn = {path.stem for path in FOLDER.glob("*.svg") if 'class="pic' in path.read_text()}
    assert offered == {name.removeprefix("face-") for name in drawn}
    assert all(is_picture(name) for name in offered | drawn)


def test_a_sign_of_a_button_is_no_picture_for_a_question():
    assert not is_picture("arrow-back")
    assert "home" in PICTURES


@pytest.mark.parametrize("symbol", ["home", "great", "face-great", ""])
def test_a_picture_that_is_drawn_is_kept_with_its_words(symbol):
    question = schema_of(pictured(symbol)).question("X01")
    assert (question.symbol, question.parts[0].options[0].symbol) == (symbol, symbol)
    assert Question.from_json(question.to_json()) == question


@pytest.mark.parametrize("symbol", ["nope", "../home", "arrow-back", "<svg>"])
def test_an_unknown_picture_is_refused_in_plain_words(symbol):
    [reason] = reasons_against(pictured(symbol))
    assert reason == f"There is no picture “{symbol}”. Choose one from the list, or leave it out."


def test_the_form_refuses_it_too():
    block = ItemsBlock().child_blocks["own"].child_blocks["symbol"]
    with pytest.raises(Exception, match="not one of the available choices"):
        block.clean("nope")


def test_a_question_of_the_bank_can_have_a_picture_for_this_questionnaire():
    questionnaire = QuestionnaireFactory()
    questionnaire.items[0].value["symbol"] = "home"
    assert schema_of(questionnaire).questions[0].symbol == "home"


def test_a_picture_stands_beside_the_words_and_is_not_read_out():
    question = schema_of(pictured("home")).question("X01")
    page = render_to_string("pages/responses/_asked.html", {"question": question})
    assert page.index("<svg") < page.index(question.wording)
    assert 'aria-hidden="true"' in page


def test_an_old_version_with_a_picture_that_is_gone_still_opens():
    content = published().content["questions"]
    content[0]["symbol"] = "taken-away-since"
    assert Schema.from_json(content).questions[0].symbol == "taken-away-since"
