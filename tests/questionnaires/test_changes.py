"""What the page before publishing tells: every difference once, and what it does to counting."""

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from surveys.questionnaires.blocks import bank_item
from surveys.questionnaires.domain.changes import NEW_WORDS, changes_between
from surveys.questionnaires.domain.counted import FEEDS_NONE, FOLLOW_UP, in_plain_words
from surveys.questionnaires.domain.publishing import content_of, publish
from surveys.questionnaires.schema import Kind, Option, Part, Question, Schema
from tests.factories.questionnaires import SHORT, QuestionnaireFactory, published, with_questions


def plain(*questions, **about):
    return {"title": "What you think", **about, "questions": Schema(questions).to_json()}


def ask(name, wording="Say", **part):
    return Question(name, (Part(name, part.pop("kind", Kind.TEXT), wording, **part),), wording)


def choose(name, *labels, wording="Choose"):
    return ask(name, wording, kind=Kind.ONE, options=tuple(Option(label.lower(), label) for label in labels))


def what(before, after):
    return [(change.what, change.about.split(" ")[0]) for change in changes_between(before, after)]


def test_the_same_twice_has_no_changes():
    same = plain(ask("X1"), ask("X2"))
    assert changes_between(same, same) == []


def test_a_first_version_lists_every_question():
    assert what(None, plain(ask("X1"), ask("X2"))) == [("New question", "X1"), ("New question", "X2")]


def test_a_question_added_taken_out_and_moved_is_told_once_each():
    before, after = plain(ask("X1"), ask("X2"), ask("X3")), plain(ask("X3"), ask("X1"), ask("X4"))
    assert sorted(what(before, after)) == [("Moved", "X3"), ("New question", "X4"), ("Taken out", "X2")]


def test_other_words_are_shown_old_and_new_and_are_never_added_up():
    [change] = changes_between(plain(ask("X1", "How is it?")), plain(ask("X1", "How was it?")))
    assert (change.before, change.after, change.effect) == ("How is it?", "How was it?", NEW_WORDS)


def test_other_words_of_a_counted_question_start_a_new_line():
    before, after = plain(choose("Q19", "Yes", "No")), plain(choose("Q19", "Yes", "No", wording="Want one?"))
    [change] = changes_between(before, after)
    assert change.effect.startswith("“Having an advocate” starts a new line")


def test_other_choices_are_shown():
    [change] = changes_between(plain(choose("X1", "Yes", "No")), plain(choose("X1", "Yes", "Perhaps")))
    assert (change.what, change.before, change.after) == ("Other choices", "Yes · No", "Yes · Perhaps")


def test_taking_out_a_counted_question_says_which_summary_loses_it():
    [change] = changes_between(plain(choose("Q19", "Yes", "No"), ask("X1")), plain(ask("X1")))
    assert "“Having an advocate”" in change.effect
    assert "leave that out" in change.effect


def test_what_is_promised_is_compared_in_the_words_of_the_editor():
    before, after = plain(ask("X1"), voice_formats=["text"]), plain(ask("X1"), voice_formats=["text", "audio"])
    [change] = changes_between(before, after)
    assert (change.about, change.before, change.after) == (
        "Ways they can say it",
        "Writing",
        "Writing, Talking or a voice note",
    )


def test_a_language_that_comes_and_goes_is_told():
    english = plain(ask("X1"))
    polish = english | {"languages": {"pl": {"words": {"question.X1": "Powiedz"}}}}
    assert what(english, polish) == [("New language", "Polski")]
    assert what(polish, english) == [("Language taken out", "Polski")]


@given(st.permutations(range(6)), st.sets(st.integers(0, 5)), st.sets(st.integers(0, 5)))
def test_whatever_differs_is_told_and_nothing_else(order, first, then):
    before = plain(*(ask(f"X{number}") for number in sorted(first)))
    after = plain(*(ask(f"X{number}") for number in order if number in then))
    changes = changes_between(before, after)
    assert (changes == []) == (before == after)
    told = [change.about for change in changes]
    assert len(told) == len(set(told))


def test_a_question_says_in_plain_words_what_it_is_counted_as():
    assert in_plain_words(choose("Q19", "Yes", "No")) == "Counted as “Having an advocate”."
    assert in_plain_words(ask("X1")) == FEEDS_NONE


@pytest.mark.django_db
def test_a_follow_up_says_that_it_is_not_counted():
    version = QuestionnaireFactory(form="consultation", band="", length="", named=False, asked=())
    items = [(item["type"], item["value"]) for item in map(bank_item, ("C01", "C02"))]
    items[1][1]["only_if"] = {"part": "C01", "options": "mostly"}
    version.items = items
    schema = Schema.from_json(content_of(version)["questions"])
    assert in_plain_words(schema.question("C02")) == FOLLOW_UP
    everyone = with_questions(version, "C01", "C02")
    [change] = changes_between(content_of(everyone), content_of(everyone) | {"questions": schema.to_json()})
    assert "“Yes, mostly”" in change.after
    assert "leave that out" in change.effect


@pytest.mark.django_db
def test_a_version_never_changes_when_a_newer_one_has_other_words():
    first = published()
    questionnaire = first.questionnaire
    questionnaire.items[0].value["wording"] = "What goes well?"
    second = publish(questionnaire, by=None, now=timezone.now())
    first.refresh_from_db()
    assert first.schema.question(SHORT[0]).wording == "What is working for you right now?"
    assert second.schema.question(SHORT[0]).wording == "What goes well?"
