"""Trying a form out: the young person's own screens, by the rules of the real ones, and nothing is kept anywhere."""

import re

import pytest
from django.apps import apps
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from accounts.models import Role
from surveys.questionnaires.blocks import bank_item
from surveys.questionnaires.schema import Kind, Option, Part, Question, Schema
from surveys.responses.domain.answers import DECLINED, SKIPPED, GivenAnswer
from surveys.responses.domain.trying import Trying, read, written
from tests.factories.accounts import UserFactory
from tests.factories.questionnaires import QuestionnaireFactory

pytestmark = pytest.mark.django_db
SECRET = "Something nobody may keep"
MAY_GROW = {"django_session", "core_auditentry"}
KEPT = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')


@pytest.fixture
def worker(client):
    user = UserFactory(roles=[Role.PARTICIPATION_WORKER])
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return user


class Walk:
    """A browser without scripts: every page sends back what stood in it."""

    def __init__(self, client, questionnaire):
        self.client, self.url = client, reverse("try_questions", args=[questionnaire.pk])
        self.response = client.get(self.url)

    @property
    def text(self):
        return self.response.content.decode()

    def press(self, button, value="yes", **typed):
        hidden = {}
        for name, kept in KEPT.findall(self.text):
            hidden.setdefault(name, []).append(kept)
        hidden.pop("csrfmiddlewaretoken", None)
        self.response = self.client.post(self.url, {**hidden, **typed, button: value})
        return self

    def begin(self, **as_whom):
        return self.press("begin", **({"band": "12-15", "level": "standard", "language": "en"} | as_whom)).press("next")


def every_row():
    models = (model for model in apps.get_models(include_auto_created=True) if model._meta.managed)
    return {model._meta.db_table: model._base_manager.count() for model in models if not model._meta.proxy}


def to_the_end(walk):
    walk.begin().press("next", **{"words-Q09": SECRET}).press("next", **{"words-Q11": SECRET})
    walk.press("next", **{"part-Q17": ["all-of-it"]}).press("skip").press("declined")
    return walk


def test_a_worker_walks_to_the_end_and_no_row_of_any_table_is_written(client, worker):
    walk = Walk(client, QuestionnaireFactory())
    before = every_row()
    to_the_end(walk)
    assert walk.response.context["at"] == "check"
    assert [row["state"] for row in walk.response.context["rows"]] == [
        *("answered", "answered", "answered", "skipped", "declined"),
    ]
    walk.press("send")
    assert walk.response.context["at"] == "sent"
    grown = {table for table, count in every_row().items() if count != before[table]}
    assert grown <= MAY_GROW


def test_what_was_typed_is_kept_nowhere_not_even_in_the_session(client, worker):
    walk = to_the_end(Walk(client, QuestionnaireFactory()))
    assert SECRET not in walk.text
    assert SECRET not in str(dict(client.session))
    assert "Q09=_answered" in [kept for _, kept in KEPT.findall(walk.text)]
    walk.press("to", "1")
    assert SECRET not in walk.text
    assert "You have answered this" in walk.text


def test_every_page_says_that_nothing_is_kept(client, worker):
    walk = Walk(client, QuestionnaireFactory())
    for step in ("begin", "next", "next", "skip", "skip", "skip", "skip", "send"):
        walk.press(step)
        assert "Trying it out. Nothing is kept." in walk.text


def test_a_follow_up_is_asked_only_after_its_answer(client, worker):
    items = [(item["type"], item["value"]) for item in map(bank_item, ("Q09", "Q19", "Q11"))]
    items[2][1]["only_if"] = {"part": "Q19", "options": "yes"}
    draft = QuestionnaireFactory(asked=())
    draft.items = items
    draft.save()
    walk = Walk(client, draft).begin().press("skip").press("next", **{"part-Q19": "no"})
    assert walk.response.context["at"] == "check"
    walk.press("to", "2").press("next", **{"part-Q19": "yes"})
    assert walk.response.context["only"]["question"].id == "Q11"


def test_back_goes_back_and_skip_goes_on(client, worker):
    walk = Walk(client, QuestionnaireFactory()).begin().press("skip")
    assert walk.response.context["number"] == 2
    walk.press("to", "1")
    assert walk.response.context["number"] == 1
    walk.press("to", "start")
    assert walk.response.context["at"] == "start"


@pytest.mark.parametrize(("go", "level"), [("easier", "Easy Read"), ("usual", "Standard")])
def test_easier_words_are_the_real_easier_words(client, worker, go, level):
    walk = (
        Walk(client, QuestionnaireFactory()).begin(level="standard" if go == "easier" else "easy-read").press("go", go)
    )
    assert level in walk.text
    assert ("What is going well?" in walk.text) == (go == "easier")


def test_a_few_on_a_page_and_one_at_a_time(client, worker):
    walk = Walk(client, QuestionnaireFactory()).begin().press("go", "together")
    assert len(walk.response.context["questions"]) == 3
    walk.press("go", "one_by_one")
    assert len(walk.response.context["questions"]) == 1


@pytest.mark.parametrize(
    "go", ["who", "stop", "save", "language", "with", "talk", "take_part", "advocate", "my_card", "read-size", "new"]
)
def test_every_other_control_says_what_a_young_person_would_meet_and_does_nothing(client, worker, go):
    walk = Walk(client, QuestionnaireFactory()).begin().press("go", go)
    assert walk.response.context["number"] == 1
    assert walk.response.context["told"]


def test_what_cannot_be_kept_is_said_on_the_page_and_the_words_stay_in_the_box(client, worker):
    walk = Walk(client, QuestionnaireFactory()).begin().press("next", **{"words-Q09": "a" * 2001})
    assert walk.response.status_code == 422
    assert "a" * 2001 in walk.text


def test_an_age_without_words_is_said_plainly(client, worker):
    walk = Walk(client, QuestionnaireFactory()).press("begin", band="8-11", level="standard", language="en")
    assert "has no words for this age" in walk.text
    assert walk.response.status_code == 200


def test_it_is_tried_in_the_direction_of_its_language_and_the_strip_stays_english(client, worker):
    walk = Walk(client, QuestionnaireFactory()).begin(language="ar")
    assert 'dir="rtl"' in walk.text[: walk.text.index("<head>")]
    assert '<aside class="trying" lang="en-gb" dir="ltr"' in walk.text


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"at": "9999"},
        {"at": "²"},
        {"to": "-1"},
        {"at": "1", "kept": ["Q19=never", "Nope=yes", "=", "Q17"]},
        {"band": "x", "level": "y", "language": "zz", "at": "1"},
        {"at": "1", "part-Q17": "\x00"},
        {"begin": "1", "band": "18-25' OR 1=1"},
    ],
)
def test_a_forged_page_breaks_nothing(client, worker, sent):
    response = client.post(reverse("try_questions", args=[QuestionnaireFactory().pk]), sent)
    assert response.status_code in (200, 422)


def test_a_draft_without_questions_can_be_opened(client, worker):
    walk = Walk(client, QuestionnaireFactory(asked=())).begin()
    assert walk.response.status_code == 200


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR)])
def test_nobody_else_tries_a_draft(client, role):
    client.force_login(UserFactory(roles=[role]), backend="django.contrib.auth.backends.ModelBackend")
    url = reverse("try_questions", args=[QuestionnaireFactory().pk])
    assert {client.get(url).status_code, client.post(url, {"begin": "yes"}).status_code} == {404}


SCHEMA = Schema(
    (
        Question("X1", (Part("X1", Kind.TEXT, "Say"),), "Say"),
        Question("X2", (Part("X2", Kind.MANY, "Any", (Option("a", "A"), Option("b", "B"))),), "Any"),
    )
)


@given(
    st.sampled_from([GivenAnswer(text="words"), DECLINED, SKIPPED]),
    st.sampled_from([GivenAnswer(options=("a",)), GivenAnswer(options=("a", "b")), DECLINED, SKIPPED]),
)
def test_what_travels_in_the_page_is_ticks_and_states_and_never_a_word(text, ticks):
    tried = Trying("12-15", "standard", "en").with_given({"X1": text, "X2": ticks})
    lines = written(tried.given)
    assert "words" not in "".join(lines)
    back = read(lines, SCHEMA)
    assert {part: (each.state, each.options) for part, each in back.items()} == {
        part: (each.state, each.options) for part, each in tried.given.items()
    }
