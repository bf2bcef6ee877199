"""Who we are not hearing from: worked out at the freeze from published sizes and entered populations (rule 15, D16)."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from surveys.releases.disclosure.content import EVERYONE, SHOWN, PublishedReach, PublishedSheet, ReleaseContent
from surveys.releases.disclosure.crowd import NOT_SAID
from surveys.releases.disclosure.grouping import Group, Plan
from surveys.releases.disclosure.plans import PLANS
from surveys.releases.disclosure.reach import (
    BANDS,
    Heard,
    people_in,
    reach_band,
    reach_sentences,
    shown_population,
)
from surveys.releases.domain.populations import about_words, people_of

NOBODY_IS = frozenset({NOT_SAID})


@dataclass(frozen=True, slots=True)
class ReachRow:
    """One line of the table: in words, with the population as a multiple of 5."""

    about: str
    group: str
    band: str
    population: int


@dataclass(frozen=True, slots=True)
class ShownReach:
    rows: tuple[ReachRow, ...]
    sentences: tuple[str, ...]


def reach_of(content: ReleaseContent, *, now: dt.datetime) -> tuple[PublishedReach, ...]:
    """For the freeze: everyone, and every group that `content` shows. Nothing but `content` and populations is read."""
    sheet = heard_sheet(content)
    if sheet is None or sheet.n_shown is None:
        return ()
    people = people_of(int(content.closes_on[:4]), by=now)
    everyone = people.get(EVERYONE, {}).get(EVERYONE)
    base = content.rules["base"]
    found = _reach(EVERYONE, "", sheet.n_shown, everyone, base)
    for grouping in sheet.groupings:
        plan = PLANS.get(grouping.characteristic)
        if plan is None:
            continue
        known = people.get(grouping.characteristic, {})
        for group in grouping.groups:
            living = people_in(members_of(plan, group.label), known, nobody_is=NOBODY_IS)
            found += _reach(grouping.characteristic, group.label, group.n_shown, living, base)
    return tuple(found)


def heard_sheet(content: ReleaseContent) -> PublishedSheet | None:
    """The form that most young people sent: whom it does not hold we have not heard from."""
    shown = [sheet for sheet in content.sheets if sheet.state == SHOWN and sheet.n_shown]
    return max(shown, key=lambda sheet: sheet.n_shown or 0, default=None)


def members_of(plan: Plan, label: str) -> Group:
    """The categories behind a published label: a plan uses each label for one set only."""
    single = {shown: frozenset({name}) for name, shown in plan.categories}
    joined = {join.label: join.members for join in plan.joins}
    return Group(label, (single | joined).get(label, frozenset()))


def shown_reach(content: ReleaseContent) -> ShownReach:
    """The table and the sentences of a verified release; empty where no population was entered."""
    sheet = heard_sheet(content)
    sizes = _sizes(sheet) if sheet else {}
    heard = {
        (row.characteristic, row.group): Heard(_who(row), sizes[row.characteristic, row.group], row.population)
        for row in content.reach
        if (row.characteristic, row.group) in sizes
    }
    everyone = heard.pop((EVERYONE, ""), None)
    rows = tuple(ReachRow(_about(row), row.group, BANDS[row.band], row.population) for row in content.reach)
    return ShownReach(rows, reach_sentences(everyone, tuple(heard.values())))


def _reach(characteristic: str, group: str, n_shown: int, people: int | None, base: int) -> list[PublishedReach]:
    population = shown_population(people, base=base) if people is not None else None
    if population is None:
        return []
    return [PublishedReach(characteristic, group, reach_band(n_shown, population), population)]


def _sizes(sheet: PublishedSheet) -> Mapping[tuple[str, str], int]:
    groups = [(each.characteristic, group) for each in sheet.groupings for group in each.groups]
    return {(EVERYONE, ""): sheet.n_shown or 0} | {(about, group.label): group.n_shown for about, group in groups}


def _about(row: PublishedReach) -> str:
    return "Everyone" if row.characteristic == EVERYONE else about_words(row.characteristic)


def _who(row: PublishedReach) -> str:
    """How a group is spoken of in the middle of a sentence."""
    if row.characteristic == EVERYONE:
        return "young people"
    if row.characteristic == "age_band":
        return f"young people aged {row.group}"
    if row.characteristic == "gender" and "," not in row.group:
        return row.group[0].lower() + row.group[1:]
    return f"young people in the group “{row.group}”"
