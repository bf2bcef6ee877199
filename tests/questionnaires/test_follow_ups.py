"""A follow-up question can always be reached, is never a dead end, and is never counted (SUR2, D4)."""

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from surveys.questionnaires.blocks import bank_item
from surveys.questionnaires.conditions import Condition
from surveys.questionnaires.domain.assembling import schema_of
from surveys.questionnaires.domain.publishing import publish
from surveys.questionnaires.domain.readiness import reasons_against
from surveys.questionnaires.schema import Kind, Option, Part, Question, Schema
from surveys.questionnaires.schema_checks import NotASchema
from surveys.releases.domain.catalogue import entries_for
from tests.factories.questionnaires import QuestionnaireFactory, published

CHOICES = (Option("yes", "Yes"), Option("no", "No"))


def choice(name: str, only_if: Condition | None = None) -> Question:
    return Question(name, (Part(name, Kind.ONE, name, CHOICES),), name, only_if=only_if)


def after(name: str, *options: str) -> Condition:
    return Condition(name, options or ("yes",))


@st.composite
def forms(draw: st.DrawFn) -> Schema:
    questions: list[Question] = []
    for number in range(draw(st.integers(1, 8))):
        needs = None
        if questions and draw(st.booleans()):
            needs = Condition(draw(st.sampled_from(questions)).id, (draw(st.sampled_from(["yes", "no"])),))
        questions.append(choice(f"X{number}", needs))
    return Schema(tuple(questions))


@given(forms())
def test_every_follow_up_can_be_reached_by_some_answers(schema):
    for wanted in schema.questions:
        ticked, question = {}, wanted
        while question.only_if:
            ticked[question.only_if.part] = question.only_if.options
            question = schema.question(question.only_if.part)
        assert wanted.id in {each.id for each in schema.asked(ticked).questions}


@given(forms(), st.data())
def test_what_is_asked_keeps_its_order_and_depends_on_nothing_left_out(schema, data):
    ticked = {each.id: (data.draw(st.sampled_from(["yes", "no"])),) for each in schema.questions}
    asked = schema.asked(ticked)
    ids = [each.id for each in asked.questions]
    assert ids == [each.id for each in schema.questions if each.id in ids]
    assert all(each.only_if is None or each.only_if.part in ids for each in asked.questions)
    assert ids[0] == schema.questions[0].id


@given(forms())
def test_a_form_with_follow_ups_survives_the_trip_through_storage(schema):
    assert Schema.from_json(schema.to_json()) == schema


def test_leaving_out_a_question_leaves_out_what_follows_from_it():
    schema = Schema((choice("X1"), choice("X2", after("X1")), choice("X3", after("X2")), choice("X4")))
    assert [each.id for each in schema.without(frozenset({"X1"})).questions] == ["X4"]


@pytest.mark.parametrize(
    ("questions", "says"),
    [
        ((choice("X1", after("X2")), choice("X2")), "not asked before it"),
        ((choice("X1", after("X1")),), "not asked before it"),
        ((choice("X1"), choice("X2", after("X1", "perhaps"))), "does not offer: perhaps"),
        ((choice("X1"), choice("X2", Condition("X1", ()))), "does not offer: nothing"),
        ((Question("X1", (Part("X1", Kind.TEXT, "Say"),), "Say"), choice("X2", after("X1"))), "written words"),
    ],
)
def test_a_dead_end_is_refused_in_plain_words(questions, says):
    with pytest.raises(NotASchema, match=says):
        Schema(questions)


def with_follow_up(questionnaire, key, part, *options):
    items = [(item["type"], item["value"]) for item in map(bank_item, ("Q09", "Q11", "Q17", "Q19", "Q28"))]
    for _kind, value in items:
        if value["key"] == key:
            value["only_if"] = {"part": part, "options": ", ".join(options)}
    questionnaire.items = items
    return questionnaire


@pytest.mark.django_db
def test_an_editor_can_make_a_follow_up(db):
    draft = with_follow_up(QuestionnaireFactory(), "Q11", "Q09", "yes")
    assert any("written words" in reason for reason in reasons_against(draft))
    draft = with_follow_up(draft, "Q28", "Q19", "yes")
    assert schema_of(draft).question("Q28").only_if == Condition("Q19", ("yes",))


@pytest.mark.django_db
def test_what_everyone_must_be_asked_cannot_become_a_follow_up(db):
    draft = with_follow_up(QuestionnaireFactory(), "Q28", "Q19", "yes")
    assert "Everyone is asked Q28. It cannot depend on another answer." in reasons_against(draft)


@pytest.mark.django_db
def test_what_only_some_were_asked_is_never_counted(db):
    counted = {entry.measure.id for entry in entries_for("consultation")}
    assert counted == set()
    published(form="consultation", band="", length="", named=False, asked=("C01", "C02"))
    assert {entry.measure.id for entry in entries_for("consultation")} == {
        "someone_to_be_with",
        "told_what_is_going_on",
    }
    follow_up = [(item["type"], item["value"]) for item in map(bank_item, ("C01", "C02"))]
    follow_up[1][1]["only_if"] = {"part": "C01", "options": "mostly"}
    form = QuestionnaireFactory(form="consultation", band="", length="", named=False, asked=())
    form.items = follow_up
    form.save()
    publish(form, by=None, now=timezone.now())
    assert {entry.measure.id for entry in entries_for("consultation")} == {"someone_to_be_with"}
