"""A few questions on a page if the young person wants that, and follow-ups that come and go."""

import pytest
from django.utils import timezone

from surveys.questionnaires.blocks import bank_item
from surveys.questionnaires.conditions import Condition
from surveys.questionnaires.domain.publishing import publish
from surveys.questionnaires.schema import Kind, Option, Part, Question, Schema
from surveys.responses.domain.screens import TOGETHER, number_of, screens_of
from surveys.responses.models import Answer, Draft, DraftAnswer, Response, Words
from tests.factories.questionnaires import QuestionnaireFactory
from tests.factories.responses import a_ticket, child_client, question_url
from tests.responses.walking import CANARY, CHECK, heard, send


def choice(name: str, only_if: Condition | None = None) -> Question:
    return Question(
        name, (Part(name, Kind.ONE, name, (Option("yes", "Yes"), Option("no", "No"))),), name, only_if=only_if
    )


def test_a_follow_up_never_stands_beside_what_it_depends_on():
    schema = Schema((choice("X1"), choice("X2", Condition("X1", ("yes",))), choice("X3"), choice("X4"), choice("X5")))
    screens = screens_of(schema, together=True)
    assert [[each.id for each in screen] for screen in screens] == [["X1"], ["X2", "X3", "X4"], ["X5"]]
    assert max(map(len, screens)) <= TOGETHER
    assert number_of("X5", screens) == 3
    assert len(screens_of(schema, together=False)) == len(schema)


@pytest.fixture
def together(client):
    """At the first page of the short form, a few questions on it."""
    answer = client.post(question_url(1), {"go": "together"})
    assert answer["Location"] == question_url(1)
    return client


@pytest.mark.django_db
def test_a_few_questions_on_a_page_take_fewer_pages_and_keep_every_answer(together):
    first = together.get(question_url(1)).content.decode()
    assert all(f"words-{part}" in first for part in ("Q09", "Q11"))
    assert "Question 1 of 2" in first
    answer = together.post(question_url(1), {"words-Q09": CANARY, "part-Q17": "my-words", "hide-Q09": "yes"})
    assert answer["Location"] == question_url(2)
    assert together.post(question_url(2), {"part-Q19": "yes", "words-Q28": "_declined"})["Location"] == CHECK
    send(together)
    said = heard(Response.objects.get())
    assert (said["Q09"].words, said["Q09"].hide_from_parents) == (CANARY, True)
    states = dict(Answer.objects.values_list("part_id", "state"))
    assert states["Q11"] == "skipped"
    assert states["Q28"] == "declined"
    assert not said["Q17"].hide_from_parents


@pytest.mark.django_db
def test_changing_the_layout_keeps_the_place_and_what_was_typed(together):
    answer = together.post(question_url(2), {"words-Q28": CANARY, "go": "one_by_one"})
    assert answer["Location"] == question_url(4)  # Q19 was the first on that page
    assert not Draft.objects.get().together
    assert CANARY in DraftAnswer.objects.get(part_id="Q28").sealed.open()


@pytest.mark.django_db
def test_one_answer_can_be_taken_out_of_a_page_with_several(together):
    together.post(question_url(1), {"words-Q09": CANARY, "words-Q11": "That"})
    together.post(question_url(1), {"take_out": "Q09"})
    assert set(DraftAnswer.objects.values_list("part_id", flat=True)) >= {"Q11"}
    assert not DraftAnswer.objects.filter(part_id="Q09").exists()


@pytest.mark.django_db
def test_skip_and_decline_work_for_a_page_with_several(together):
    together.post(question_url(1), {"words-Q09": CANARY})
    together.post(question_url(1), {"skip": "yes"})
    assert CANARY in DraftAnswer.objects.get(part_id="Q09").sealed.open()  # an empty box is not "take it out"
    together.post(question_url(1), {"declined": "yes"})
    send(together)
    assert set(Answer.objects.filter(part_id__in=["Q09", "Q11", "Q17"]).values_list("state", flat=True)) == {"declined"}


@pytest.fixture
def sometimes(db):
    """A consultation whose second question only comes after "no" to the first."""
    items = [(item["type"], item["value"]) for item in map(bank_item, ("Q19", "Q11", "Q09"))]
    items[1][1]["only_if"] = {"part": "Q19", "options": "no"}
    form = QuestionnaireFactory(form="later", length="", asked=())
    form.items = items
    form.save()
    version = publish(form, by=None, now=timezone.now())
    client = child_client(a_ticket(version=version))
    client.post("/me/say/later/")
    return client


def later(number: int) -> str:
    return question_url(number, form="later")


@pytest.mark.parametrize(("ticked", "pages"), [("no", 3), ("yes", 2)])
def test_a_follow_up_comes_only_after_its_answer(sometimes, ticked, pages):
    sometimes.post(later(1), {"part-Q19": ticked})
    page = sometimes.get(later(2)).content.decode()
    assert f"of {pages}" in page
    assert ("words-Q11" in page) == (ticked == "no")
    assert sometimes.post(later(pages), {"next": "yes"})["Location"] == "/me/say/later/check/"


def test_words_of_a_follow_up_that_is_not_asked_any_more_are_said_to_stay_behind(sometimes):
    sometimes.post(later(1), {"part-Q19": "no"})
    sometimes.post(later(2), {"words-Q11": CANARY})
    sometimes.post(later(1), {"part-Q19": "yes"})
    check = sometimes.get("/me/say/later/check/").content.decode()
    assert "That part is not in what you send now" in check
    sometimes.post(later(1), {"part-Q19": "no"})  # changed back: nothing was lost
    assert "That part is not in what you send now" not in sometimes.get("/me/say/later/check/").content.decode()
    sometimes.post("/me/say/later/check/", {"send": "yes", "key": "k" * 32})
    assert [each.text.open() for each in Words.objects.all()] == [CANARY]


def test_a_follow_up_not_asked_is_stored_as_not_asked(sometimes):
    sometimes.post(later(1), {"part-Q19": "no"})
    sometimes.post(later(2), {"words-Q11": CANARY})
    sometimes.post(later(1), {"part-Q19": "yes"})
    sometimes.post("/me/say/later/check/", {"send": "yes", "key": "k" * 32})
    assert Answer.objects.get(part_id="Q11").state == "not_asked"
    assert not Words.objects.exists()


def test_the_place_to_come_back_to_exists_when_a_follow_up_has_gone(sometimes):
    sometimes.post(later(1), {"part-Q19": "no"})
    sometimes.post(later(2), {"words-Q11": "this"})
    sometimes.post(later(3), {"words-Q09": "that", "go": "save"})
    sometimes.post(later(1), {"part-Q19": "yes", "go": "save"})
    Draft.objects.update(position=3)
    assert sometimes.post("/me/say/later/")["Location"] == later(2)


def test_follow_ups_cost_one_query_more_and_forms_without_them_none(sometimes, django_assert_max_num_queries):
    sometimes.get(later(1))
    with django_assert_max_num_queries(9):
        sometimes.get(later(1))
