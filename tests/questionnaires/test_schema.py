"""A schema is plain data that never lies about its shape."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.questionnaires.schema import Kind, Option, Part, Question, Schema
from surveys.questionnaires.schema_checks import OPTION_COUNTS, NotASchema
from surveys.questionnaires.starter.all_wordings import WORDINGS

YES_NO = (Option("yes", "Yes"), Option("no", "No"))


def one(part_id: str, question_id: str = "") -> Question:
    return Question(question_id or part_id, (Part(part_id, Kind.ONE, "Well?", YES_NO),), "Well?")


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda each: f"{each.key}-{each.level}-{'+'.join(each.bands)}")
def test_every_wording_is_the_same_after_a_trip_through_json(wording):
    there = json.loads(json.dumps(wording.question.to_json()))
    assert Question.from_json(there) == wording.question


slugs = st.from_regex(r"\A[A-Za-z0-9]{1,5}(-[a-z0-9]{1,5})?\Z")
words = st.text(min_size=1, max_size=40).filter(str.strip)


@st.composite
def parts(draw, part_id):
    kind = draw(st.sampled_from(list(Kind)))
    least, _ = OPTION_COUNTS[kind.value]
    options = tuple(Option(f"o{number}", draw(words)) for number in range(least))
    return Part(part_id, kind, draw(words), options, draw(st.text(max_size=20)))


@st.composite
def schemas(draw):
    ids = draw(st.lists(slugs, unique=True, max_size=6))
    readers = st.sampled_from(["all", "chair_only"])
    return Schema(tuple(Question(each, (draw(parts(each)),), draw(words), "", draw(readers)) for each in ids))


@given(schemas())
def test_any_schema_is_the_same_after_a_trip_through_json(schema):
    assert Schema.from_json(json.loads(json.dumps(schema.to_json()))) == schema


def test_two_parts_cannot_share_an_id_over_the_whole_schema():
    with pytest.raises(NotASchema, match="Q01"):
        Schema((one("Q01", "A"), one("Q01", "B")))


def test_two_questions_cannot_share_an_id():
    with pytest.raises(NotASchema, match="share an id"):
        Schema((one("Q01", "A"), one("Q02", "A")))


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.HOUSES])
def test_a_text_box_never_has_choices(kind):
    with pytest.raises(NotASchema):
        Part("Q01", kind, "Say it", YES_NO)


@pytest.mark.parametrize(
    ("kind", "how_many"),
    [(Kind.FACES3, 2), (Kind.FACES5, 3), (Kind.SCALE, 10), (Kind.ONE, 1), (Kind.MANY, 13)],
)
def test_each_kind_has_the_choices_it_needs(kind, how_many):
    options = tuple(Option(f"o{number}", "x") for number in range(how_many))
    with pytest.raises(NotASchema, match="choices"):
        Part("Q01", kind, "Well?", options)


@pytest.mark.parametrize("bad", ["", "two words", "-x", "x_y", "é", "a--b", '"><script>'])
def test_ids_are_safe_in_names_of_form_fields(bad):
    with pytest.raises(NotASchema):
        Part(bad, Kind.TEXT, "Say it")


def test_a_choice_is_offered_once():
    with pytest.raises(NotASchema, match="twice"):
        Part("Q01", Kind.ONE, "Well?", (Option("yes", "Yes"), Option("yes", "Yes again")))


def test_a_question_says_who_may_read_it():
    with pytest.raises(NotASchema, match="read"):
        Question("Q01", (Part("Q01", Kind.TEXT, "Say it"),), "Say it", readers="police")


def test_leaving_out_for_the_police_takes_parts_and_whole_questions():
    """S4: Q07 is one house of three; Q13 is a screen."""
    houses = Question("Q06-08", tuple(Part(each, Kind.HOUSES, each) for each in ("Q06", "Q07", "Q08")), "Three houses")
    left = Schema((houses, one("Q13-home", "Q13"), one("Q17"))).without(frozenset({"Q07", "Q13"}))
    assert [part.id for part in left.parts()] == ["Q06", "Q08", "Q17"]


def test_looking_up_what_is_not_asked_is_a_key_error():
    schema = Schema((one("Q01"),))
    for look in (schema.part, schema.question, schema.question_of):
        with pytest.raises(KeyError):
            look("Q99")
    with pytest.raises(KeyError):
        schema.part("Q01").label_of("maybe")


def test_free_text_is_known():
    assert not Schema((one("Q01"),)).has_free_text
    assert Schema((Question("Q01", (Part("Q01", Kind.HOUSES, "House"),), "House"),)).has_free_text
