"""Joining groups until nobody stands among fewer than ten (rule 6), or among the children of one home (rule 19).

Hiding a small group does not work: the total minus the groups that are shown gives it back. So groups are joined along
an order that was declared before anyone answered, and together they always hold everyone exactly once. Only sizes are
looked at, never answers: how children answered can not change how they are grouped, and the grouping is the same for
every question.

An empty group counts as a small one. If it were dropped, a reader could tell "nobody" from "a few".

A group of which one home, school or team supplies more than half tells about that place rather than about the group,
and the people there can tell most of its answers apart. It is joined further, as if it were small. A child whose place
is not known belongs to no place.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

Settings = Mapping[str, Mapping[str, int]]  # category -> home, school or team -> children
NOWHERE: Settings = {}


@dataclass(frozen=True, slots=True)
class Join:
    """A declared step: the categories that become one group, and what the group is called."""

    label: str
    members: frozenset[str]


@dataclass(frozen=True, slots=True)
class Plan:
    """Every category of a characteristic (not said included) and the declared order of joining."""

    characteristic: str
    categories: tuple[tuple[str, str], ...]  # (id, label)
    joins: tuple[Join, ...]


@dataclass(frozen=True, slots=True)
class Group:
    label: str
    members: frozenset[str]


class UnknownCategory(ValueError):
    """Sizes name a category that the plan does not: someone would be left out of the cover."""


def join_groups(
    plan: Plan, sizes: Mapping[str, int], *, floor: int, settings: Settings = NOWHERE
) -> tuple[Group, ...] | None:
    """The groups to use in this release, or None when fewer than two would be left."""
    names = {name for name, _ in plan.categories}
    if unknown := set(sizes) - names:
        raise UnknownCategory(", ".join(sorted(unknown)))
    groups = [Group(label, frozenset({name})) for name, label in plan.categories]
    for join in plan.joins:
        unfit = [group for group in groups if _is_unfit(group, sizes, floor, settings)]
        if not unfit:
            break
        if any(group.members & join.members for group in unfit):
            groups = _united(groups, join)
    if len(groups) < 2 or any(_is_unfit(group, sizes, floor, settings) for group in groups):
        return None
    return tuple(groups)


def is_whole_groups(categories: frozenset[str], groups: tuple[Group, ...]) -> bool:
    """Rule 5: a question asked of some ages is told only if no group is cut in two by it."""
    return all(group.members <= categories or not group.members & categories for group in groups)


def _is_unfit(group: Group, sizes: Mapping[str, int], floor: int, settings: Settings) -> bool:
    size = sum(sizes.get(name, 0) for name in group.members)
    return size < floor or 2 * _most_from_one_place(group, settings) > size


def _most_from_one_place(group: Group, settings: Settings) -> int:
    places: Counter[str] = Counter()
    for name in group.members:
        places.update(settings.get(name, {}))
    return max((children for place, children in places.items() if place), default=0)


def _united(groups: list[Group], join: Join) -> list[Group]:
    touched = [group for group in groups if group.members & join.members]
    if len(touched) < 2:
        return groups
    one = Group(join.label, frozenset().union(*(group.members for group in touched)))
    at = groups.index(touched[0])
    rest = [group for group in groups if group not in touched]
    return [*rest[:at], one, *rest[at:]]
