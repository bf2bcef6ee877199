"""The start-up check says no to every weakening (P24)."""

import pytest

from surveys.releases.checks import release_rules_only_tighten


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
