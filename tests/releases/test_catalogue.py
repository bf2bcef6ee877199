"""What is counted comes from what was published, and rule 5 knows who was asked."""

import pytest

from surveys.releases.domain.catalogue import EVERY_BAND, entries_for
from tests.factories.questionnaires import published

pytestmark = pytest.mark.django_db


def entry(form, name):
    return next((each for each in entries_for(form) if each.measure.id == name), None)


def test_nothing_published_is_nothing_to_count():
    assert entries_for("after") == []


def test_a_measure_knows_which_ages_were_asked():
    published(form="after", band="12-15", length="", asked=("Q27d",))
    published(form="after", band="16-17", length="", asked=("Q27d",))
    assert entry("after", "listened").asked == {"12-15", "16-17"}
    assert entry("after", "understood") is None


def test_a_form_for_all_ages_asks_every_band():
    published(form="consultation", band="", length="", asked=("C01",))
    assert entry("consultation", "someone_to_be_with").asked == EVERY_BAND


def test_a_question_that_only_some_forms_of_an_age_ask_is_never_shown_as_if_all_had_been_asked():
    published(form="after", band="12-15", length="", asked=("Q27d", "Q27a"))
    published(form="after", band="12-15", length="", level="easy-read", asked=("Q27a",))
    assert entry("after", "listened") is None
    assert entry("after", "understood") is not None


def test_a_consultation_tells_what_it_asked_whatever_another_left_out():
    about_meetings = published(form="consultation", named=False, band="", length="", asked=("C01", "C02", "C07"))
    published(form="consultation", named=False, band="", length="", asked=("C01", "C06"))
    own = entries_for("consultation", questionnaire=about_meetings.questionnaire)
    assert [shape.question.split("/")[1] for each in own for shape in each.shapes[:1]] == [
        "someone_to_be_with",
        "told_what_is_going_on",
        "better_meetings",
    ]
    assert [each.measure.id for each in entries_for("consultation")] == ["someone_to_be_with"]


def test_rule_7_a_choose_any_question_is_told_option_by_option_over_the_same_children():
    published(form="consultation", named=False, band="", length="", asked=("C07",))
    (several,) = entries_for("consultation")
    assert [shape.question for shape in several.shapes][:2] == [
        "consultation/better_meetings/v1/shorter",
        "consultation/better_meetings/v1/told-before",
    ]
    assert several.cells_of({"C07": ("our-words",)}).count("ticked") == 1
    assert set(several.cells_of({})) == {"unsaid"}


def test_an_adult_to_tell_is_never_good_news():
    published(form="before", band="12-15", length="long", asked=("Q14", "Q16", "Q17", "Q18", "Q19", "Q28"))
    assert entry("before", "adult_to_tell").better == ""


def test_p11_the_name_in_the_draw_does_not_depend_on_the_table():
    published(form="after", band="16-17", length="", asked=("Q27d",))
    assert entry("after", "listened").shapes[0].question == "after/listened/v1"
