"""Measures: total, at most three groups, and covering every form we ship."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.questionnaires.enums import FormKind
from surveys.questionnaires.measures import CHOOSE_ANY, DID_NOT_SAY, MEASURES, measures_for
from surveys.questionnaires.starter.all_wordings import WORDINGS
from surveys.questionnaires.starter.questionnaires import PLANS

BY_ID = {measure.id: measure for measure in MEASURES}
ASKED = {(wording.key, band, wording.level): wording.question for wording in WORDINGS for band in wording.bands}
OPTIONS: dict[str, set[str]] = {}
for _wording in WORDINGS:
    for _part in _wording.question.parts:
        OPTIONS.setdefault(_part.id, set()).update(_part.option_ids)
PARTS = sorted(OPTIONS)
option = st.sampled_from([*sorted({each for ids in OPTIONS.values() for each in ids}), "forged", ""])
said = st.dictionaries(st.sampled_from([*PARTS, "Q99"]), st.lists(option, max_size=4).map(tuple), max_size=8)
measures = pytest.mark.parametrize("measure", MEASURES, ids=lambda each: each.id)


@measures
def test_a_measure_has_two_or_three_groups(measure):
    assert 2 <= len(measure.groups) <= 3
    assert len(set(measure.group_ids)) == len(measure.groups)
    assert DID_NOT_SAY not in measure.group_ids


@measures
@given(said)
def test_a_measure_always_answers_whatever_was_sent(measure, parts):
    assert measure.group_of(parts) in {*measure.group_ids, DID_NOT_SAY}


@measures
@given(said)
def test_a_measure_never_looks_at_other_parts(measure, parts):
    own = {part: chosen for part, chosen in parts.items() if part in measure.maps}
    assert measure.group_of(own) == measure.group_of(parts)


@measures
@given(said)
def test_the_order_of_ticks_changes_nothing(measure, parts):
    turned = {part: tuple(reversed(chosen)) for part, chosen in reversed(list(parts.items()))}
    assert measure.group_of(turned) == measure.group_of(parts)


@measures
def test_saying_nothing_is_did_not_say(measure):
    assert measure.group_of({}) == DID_NOT_SAY
    assert measure.group_of({part: () for part in measure.maps}) == DID_NOT_SAY
    assert measure.group_of({part: ("forged",) for part in measure.maps}) == DID_NOT_SAY


@measures
def test_a_measure_knows_every_choice_the_bank_offers_for_its_parts(measure):
    """A choice that counting does not know would turn an answer into "did not say"."""
    for part, mapped in measure.maps.items():
        assert set(mapped) >= OPTIONS[part], part
        assert OPTIONS[part] >= set(mapped) or part in ("Q05",), part


@measures
def test_each_plain_choice_leads_to_a_declared_group(measure):
    if measure.composite is None:
        assert {group for mapped in measure.maps.values() for group in mapped.values()} == set(measure.group_ids)


def test_measure_ids_are_given_once():
    assert len({each.id for each in (*MEASURES, *CHOOSE_ANY)}) == len(MEASURES) + len(CHOOSE_ANY)


@pytest.mark.parametrize("question", CHOOSE_ANY, ids=lambda each: each.id)
def test_rule_7_a_choose_any_question_knows_all_its_choices_and_has_at_most_eight(question):
    assert {option for option, _ in question.options} == OPTIONS[question.part]
    assert len(question.options) <= 8


@pytest.mark.parametrize("question", CHOOSE_ANY, ids=lambda each: each.id)
def test_ticking_nothing_that_was_offered_is_did_not_say(question):
    first = question.options[0][0]
    assert question.ticked({}) is None
    assert question.ticked({question.part: ("forged",)}) is None
    assert question.ticked({question.part: (first, "forged")}) == {first}


@pytest.mark.parametrize("plan", PLANS, ids=lambda each: each.slug)
def test_every_form_we_ship_feeds_a_measure(plan):
    asked = {part.id for key in plan.asked for part in ASKED[key, plan.band, plan.level].parts}
    fed = [measure.id for measure in measures_for(plan.form) if asked & set(measure.maps)]
    assert fed


@pytest.mark.parametrize("band", ["8-11", "12-15", "16-17", "18-25"])
@pytest.mark.parametrize("level", ["standard", "easy-read"])
def test_the_standing_five_are_asked_of_every_age_in_the_same_groups(band, level):
    for key in ("Q27a", "Q27b", "Q27c", "Q27d", "Q27e"):
        assert ASKED[key, band, level].parts[0].option_ids == ("yes", "a-bit", "no")


@pytest.mark.parametrize(
    ("ticked", "group"),
    [
        (("all-of-it",), "in-the-room"),
        (("not-this-time", "some-of-it"), "in-the-room"),
        (("not-this-time", "my-words"), "another-way"),
        (("not-this-time",), "not-this-time"),
        ((), DID_NOT_SAY),
    ],
)
def test_taking_part_counts_the_most_present_way_that_was_ticked(ticked, group):
    assert BY_ID["taking_part"].group_of({"Q17": ticked}) == group


@pytest.mark.parametrize(
    ("parts", "group"),
    [
        ({"Q12a": ("home", "school", "friends", "online")}, "most"),
        ({"Q12a": ("home",)}, "some"),
        ({"Q12a": ("none",)}, "few"),
        ({"Q12a": ("none",), "Q12b": ("home",)}, "few"),
        ({"Q12b": ("nowhere",)}, "most"),
        ({"Q12b": ("home",)}, "few"),
        ({"Q12a": ("home", "school"), "Q12b": ("home", "school")}, "few"),
        ({"Q12a": ("home", "school"), "Q12b": ("outside", "online")}, "some"),
        ({f"Q13-{place}": ("safe",) for place in ("home", "school", "near", "about", "online")}, "most"),
        ({"Q13-home": ("not",), "Q13-school": ("not",), "Q13-near": ("safe",)}, "few"),
        ({"Q13-home": ("depends",), "Q13-school": ("safe",)}, "some"),
        ({"C09-home": ("sometimes",), "C09-online": ("safe",)}, "some"),
    ],
)
def test_feeling_safe_means_the_same_over_two_ways_of_asking(parts, group):
    assert BY_ID["feeling_safe"].group_of(parts) == group


@pytest.mark.parametrize(("step", "group"), [(0, "not-good"), (3, "not-good"), (4, "mixed"), (6, "mixed"), (7, "good")])
def test_zero_to_ten_folds_at_four_and_seven(step, group):
    assert BY_ID["how_things_are"].group_of({"Q05": (str(step),)}) == group


def test_not_yet_and_dont_know_stand_together_three_months_later():
    for said in ("not-yet", "dont-know"):
        assert BY_ID["changed"].group_of({"Q29": (said,)}) == "not-yet"


def test_every_form_kind_has_a_sheet_of_measures():
    for form in FormKind:
        assert measures_for(form)
