"""The start-up check says no to every weakening (P24), and to a choice that would be lost (rule 6)."""

import pytest

from surveys.releases import checks
from surveys.releases.checks import every_choice_has_its_place_in_a_plan, release_rules_only_tighten
from surveys.releases.disclosure.plans import GENDER, PLANS, Plan


@pytest.mark.parametrize(
    "rules", [{"floor": 5}, {"base": 1}, {"characteristics": ("gender", "home_name")}, {"no_such_rule": 1}]
)
def test_p24_a_weaker_setting_stops_the_start(settings, rules):
    settings.RELEASE_RULES = rules
    errors = release_rules_only_tighten(None)
    assert errors
    assert all(error.is_serious() for error in errors)


@pytest.mark.parametrize("rules", [{}, {"settle_days": 14}])
def test_p24_as_promised_or_stricter_starts(settings, rules):
    settings.RELEASE_RULES = rules
    assert release_rules_only_tighten(None) == []


def test_every_choice_of_the_last_page_has_its_place():
    assert every_choice_has_its_place_in_a_plan(None) == []


def test_a_choice_that_a_plan_forgot_stops_the_start(monkeypatch):
    short = Plan("gender", GENDER.categories[1:], GENDER.joins)
    monkeypatch.setattr(checks, "PLANS", {**PLANS, "gender": short})
    (error,) = every_choice_has_its_place_in_a_plan(None)
    assert error.is_serious()
    assert "girl-woman" in error.msg


def test_care_status_has_no_question_yet_and_can_not_be_planned(settings):
    settings.RELEASE_RULES = {"characteristics": ("age_band", "care_status")}
    (error,) = every_choice_has_its_place_in_a_plan(None)
    assert "care_status can not be told" in error.msg
