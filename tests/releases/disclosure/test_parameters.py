"""Settings can tighten, never weaken (P24)."""

from dataclasses import replace

import pytest

from surveys.releases.disclosure.parameters import PROMISED, weakenings


@pytest.mark.parametrize(
    "change",
    [
        {"floor": 5},
        {"base": 1},
        {"base": 7},
        {"max_options": 5},
        {"max_characteristics": 6},
        {"figures_from": 10},
        {"shares_from": 10},
        {"settle_days": 0},
        {"extremes_from": 100},
        {"characteristics": ("age_band", "home_name")},
    ],
)
def test_p24_every_weakening_is_named(change):
    assert weakenings(replace(PROMISED, **change))


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"floor": 15, "figures_from": 30},
        {"floor": 20, "base": 10, "figures_from": 40},
        {"characteristics": ()},
    ],
)
def test_p24_tightening_is_fine(change):
    assert weakenings(replace(PROMISED, **change)) == []
