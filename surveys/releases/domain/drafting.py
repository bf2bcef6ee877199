"""From exact counts to the tables that are put before the audit, and from those it kept to what is published.

Between the two stands the attack (`disclosure/audit`): a table in a draft has not been shown to be harmless.
"""

from collections.abc import Iterable, Mapping, Sequence

from surveys.releases.disclosure.audit.block import Block, Placed
from surveys.releases.disclosure.content import (
    EVERYONE,
    NOT_ENOUGH,
    SHOWN,
    TOTAL_ONLY,
    PublishedGroup,
    PublishedGrouping,
    PublishedSheet,
    PublishedTable,
)
from surveys.releases.disclosure.crowd import Crowd
from surveys.releases.disclosure.grouping import Group, UnknownCategory, is_whole_groups, join_groups
from surveys.releases.disclosure.parameters import Parameters
from surveys.releases.disclosure.plans import AGE_BAND, PLANS
from surveys.releases.disclosure.rounding import Secret, group_size
from surveys.releases.disclosure.tables import protect
from surveys.releases.domain.catalogue import EVERY_BAND, AnyEntry

Grouping = tuple[Group, ...] | None  # None: fewer than two groups would be left


def groupings_of(crowd: Crowd, characteristics: Iterable[str], *, rules: Parameters) -> dict[str, Grouping]:
    """One grouping for each characteristic, the same for every question of the sheet (rules 6 and 19)."""
    return {name: _grouping(crowd, name, rules) for name in characteristics}


def draft_tables(
    entry: AnyEntry,
    crowd: Crowd,
    groupings: Mapping[str, Grouping],
    *,
    release: str,
    secret: Secret,
    rules: Parameters,
) -> tuple[Placed, ...]:
    """The tables of one question: everyone, then each characteristic, group by group.

    A question that only some ages were asked is told for everyone it was asked of and by no characteristic: the groups
    would hold other children than those of its neighbours (rule 5).
    """
    asked = kinds_asked(entry, crowd)
    if not may_be_told(entry, crowd, rules=rules):
        return ()
    places = [(EVERYONE, "", asked)]
    if asked == crowd.everyone:
        places += [
            (name, group.label, crowd.kinds_in(name, group.members))
            for name, groups in groupings.items()
            for group in groups or ()
        ]
    return tuple(
        Placed(release, name, label, protect(crowd.tally(shape, kinds), secret=secret, rules=rules), kinds)
        for name, label, kinds in places
        for shape in entry.shapes
    )


def block_of(entry: AnyEntry, crowd: Crowd, proposed: Sequence[Placed], fixed: Iterable[Placed] = ()) -> Block:
    """What the attack is given: these tables, and those of earlier releases that count some of the same answers."""
    names = {shape.question for shape in entry.shapes}
    return Block(
        sizes=crowd.sizes,
        shapes=entry.shapes,
        proposed=tuple(proposed),
        fixed=tuple(placed for placed in fixed if placed.table.question in names),
        truth=tuple(crowd.counts[shape.question] for shape in entry.shapes),
        not_asked=crowd.everyone - kinds_asked(entry, crowd),
    )


def published_tables(entry: AnyEntry, kept: Iterable[Placed]) -> tuple[PublishedTable, ...]:
    return tuple(
        entry.published(placed.table, characteristic=placed.characteristic, group=placed.group) for placed in kept
    )


def published_sheet(
    form: str,
    n: int,
    tables: Iterable[PublishedTable],
    groupings: Mapping[str, Grouping],
    crowd: Crowd,
    *,
    rules: Parameters,
) -> PublishedSheet:
    """Below the floor nothing, below 20 only that 10 or more answered, from 20 figures (rule 3, S26)."""
    if n < rules.floor:
        return PublishedSheet(form, NOT_ENOUGH, None)
    if n < rules.figures_from:
        return PublishedSheet(form, TOTAL_ONLY, rules.floor)
    shown = tuple(_published_grouping(name, groups, crowd, rules) for name, groups in groupings.items())
    return PublishedSheet(form, SHOWN, group_size(n, base=rules.base), tuple(tables), shown)


def kinds_asked(entry: AnyEntry, crowd: Crowd) -> frozenset[int]:
    """The children here who were asked this question."""
    if entry.asked == EVERY_BAND:
        return crowd.everyone
    return crowd.kinds_in(AGE_BAND.characteristic, entry.asked)


def may_be_told(entry: AnyEntry, crowd: Crowd, *, rules: Parameters) -> bool:
    """Rule 5: asked of everyone, or those asked and those not asked are whole age groups of this release."""
    asked = crowd.size(kinds_asked(entry, crowd))
    if asked == crowd.n:
        return crowd.n >= rules.figures_from
    groups = _grouping(crowd, AGE_BAND.characteristic, rules)
    return asked >= rules.figures_from and groups is not None and is_whole_groups(entry.asked, groups)


def _grouping(crowd: Crowd, characteristic: str, rules: Parameters) -> Grouping:
    settings = crowd.settings.get(characteristic, {})
    try:
        sizes = crowd.category_sizes(characteristic)
        return join_groups(PLANS[characteristic], sizes, floor=rules.floor, settings=settings)
    except UnknownCategory:  # an age that no plan knows: then nobody is told apart
        return None


def _published_grouping(name: str, groups: Grouping, crowd: Crowd, rules: Parameters) -> PublishedGrouping:
    sizes = [(group.label, crowd.size(crowd.kinds_in(name, group.members))) for group in groups or ()]
    return PublishedGrouping(
        name, tuple(PublishedGroup(label, group_size(size, base=rules.base)) for label, size in sizes)
    )
