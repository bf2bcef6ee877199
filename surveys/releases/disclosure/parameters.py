"""The few numbers the whole method rests on, and the rule that they may only be tightened.

A council may ask for a larger group or a coarser rounding. It may not ask for less protection
than we promise young people, so every weakening has a sentence here and a start-up check
(`surveys.releases.checks`) turns that sentence into an error.
"""

from dataclasses import dataclass

# The fixed catalogue: no home, worker, team, school, ward or meeting can ever be added.
CHARACTERISTICS = ("age_band", "gender", "ethnic_group", "send_need", "where_i_live", "care_status")


@dataclass(frozen=True, slots=True)
class Parameters:
    """How strict we are. Sizes are numbers of children, times are whole days."""

    floor: int = 10  # no shown group may be smaller
    base: int = 5  # every published number is a multiple of this
    max_options: int = 4  # answer groups in a table, "did not say" included
    max_characteristics: int = 5  # live at the same time
    max_choices: int = 8  # options of a choose-any question
    figures_from: int = 20  # below this many answers only the total is told, in words
    shares_from: int = 20  # below this shown size a share is a word, never "6 in 10"
    extremes_from: int = 50  # from this shown size very high and very low shares are blunted
    settle_days: int = 7  # days between the close and the earliest freeze
    characteristics: tuple[str, ...] = ("age_band", "gender", "ethnic_group", "send_need", "where_i_live")


PROMISED = Parameters()

_AT_LEAST = ("floor", "base", "figures_from", "shares_from", "settle_days")
_AT_MOST = ("max_options", "max_characteristics", "max_choices", "extremes_from")


def weakenings(asked: Parameters) -> list[str]:
    """Say in plain words every way in which `asked` protects less than was promised."""
    reasons = [_too_low(asked, name) for name in _AT_LEAST if getattr(asked, name) < getattr(PROMISED, name)]
    reasons += [_too_high(asked, name) for name in _AT_MOST if getattr(asked, name) > getattr(PROMISED, name)]
    return reasons + _shape_faults(asked)


def _too_low(asked: Parameters, name: str) -> str:
    return f"{name} is {getattr(asked, name)}; it can be {getattr(PROMISED, name)} or more, never less."


def _too_high(asked: Parameters, name: str) -> str:
    return f"{name} is {getattr(asked, name)}; it can be {getattr(PROMISED, name)} or less, never more."


def _shape_faults(asked: Parameters) -> list[str]:
    faults = []
    if asked.base % PROMISED.base:
        faults.append(f"base is {asked.base}; it has to be a multiple of {PROMISED.base}.")
    if asked.floor < 2 * asked.base:
        faults.append("floor has to be at least twice the base, or a shown size could be nobody.")
    if asked.figures_from < 2 * asked.floor:
        faults.append("figures_from has to be at least twice the floor.")
    if asked.max_options < 2 or asked.max_choices < 1:
        faults.append("max_options and max_choices leave no room for an answer.")
    if len(asked.characteristics) > asked.max_characteristics:
        faults.append(f"{len(asked.characteristics)} characteristics; at most {asked.max_characteristics}.")
    unknown = [name for name in asked.characteristics if name not in CHARACTERISTICS]
    faults += [f"{name!r} is not in the fixed catalogue of characteristics." for name in unknown]
    return faults
