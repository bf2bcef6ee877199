"""Who answered, against who lives here: a band and never a number (rule 15).

Only published sizes and populations that staff entered go in, so a band says nothing that is not
already published. There is no band for nobody and none for everybody: the lowest begins at nought and
the highest has no end, so a shown size that was rounded down can never read as "none" or "all".
"""

from collections.abc import Mapping
from dataclasses import dataclass

from surveys.releases.disclosure.grouping import Group

UNDER_QUARTER, TO_HALF, TO_THREE_QUARTERS, OVER_THREE_QUARTERS = (
    "under_quarter",
    "quarter_to_half",
    "half_to_three_quarters",
    "over_three_quarters",
)
BANDS = {
    UNDER_QUARTER: "fewer than a quarter",
    TO_HALF: "between a quarter and a half",
    TO_THREE_QUARTERS: "between a half and three quarters",
    OVER_THREE_QUARTERS: "more than three quarters",
}
SMALLEST_POPULATION = 20
_SHARES = (
    (15, "a small part"),
    (30, "about a quarter"),
    (40, "about a third"),
    (60, "about half"),
    (72, "about two thirds"),
    (85, "about three quarters"),
    (101, "nearly all"),
)
_BELOW = ((25, "fewer than a quarter"), (50, "fewer than half"), (75, "fewer than three quarters"))
_CLEAR = 10  # parts of a hundred between a group's share of people and of answers, before we say anything


@dataclass(frozen=True, slots=True)
class Heard:
    """One group in published numbers. `who` is how the group is spoken of: "boys and young men"."""

    who: str
    n_shown: int
    population: int


def shown_population(people: int, *, base: int) -> int | None:
    """The nearest multiple of `base`, or None where so few live here that the band could point at them."""
    if people < SMALLEST_POPULATION:
        return None
    return base * ((2 * people + base) // (2 * base))


def reach_band(n_shown: int, population: int) -> str:
    """`population` is positive; more answers than people (an old count) is the highest band."""
    if 4 * n_shown < population:
        return UNDER_QUARTER
    if 2 * n_shown < population:
        return TO_HALF
    return TO_THREE_QUARTERS if 4 * n_shown < 3 * population else OVER_THREE_QUARTERS


def people_in(group: Group, people: Mapping[str, int], *, nobody_is: frozenset[str]) -> int | None:
    """How many live here in a joined group: the sum over its categories, or None where one is not known.

    `nobody_is`: categories that exist among answers only ("did not say"); nobody lives in them.
    """
    living = group.members - nobody_is
    if not living or any(category not in people for category in living):
        return None
    return sum(people[category] for category in living)


def reach_sentences(everyone: Heard | None, groups: tuple[Heard, ...]) -> tuple[str, ...]:
    """What the numbers say and never why. Groups we hardly hear from first; nothing where nothing is clear."""
    said = [f"We are not reaching {group.who} yet." for group in groups if _band(group) == UNDER_QUARTER]
    if everyone is None:
        return tuple(said)
    said += [words for group in groups if (words := _share_words(group, everyone))]
    return (f"We heard from {BANDS[_band(everyone)]} of the young people we could hear from.", *said)


def _band(heard: Heard) -> str:
    return reach_band(heard.n_shown, heard.population)


def _share_words(group: Heard, everyone: Heard) -> str:
    people = 100 * group.population // everyone.population
    answers = 100 * group.n_shown // everyone.n_shown
    below = next((phrase for limit, phrase in _BELOW if answers < limit <= people + _CLEAR // 2), "")
    if not below or answers + _CLEAR > people or people < _SHARES[0][0]:
        return ""
    share = next(phrase for limit, phrase in _SHARES if people < limit or limit > 100)
    who = group.who[0].upper() + group.who[1:]
    return f"{who} are {share} of the young people we could hear from but {below} of answers."
