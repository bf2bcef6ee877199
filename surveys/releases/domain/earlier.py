"""What earlier releases have told about the answers of a form: the attack needs all of it (rule 11, P9).

Two releases that count some of the same answers can be held against each other. So every release that shares answers
with the one in the making is put beside it, and every release that shares with those, superseded ones too.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import asdict
from itertools import groupby
from operator import itemgetter
from uuid import UUID

from django.db.models import QuerySet

from surveys.releases.disclosure.audit.block import Placed
from surveys.releases.disclosure.content import EVERYONE, PublishedSheet, PublishedTable
from surveys.releases.disclosure.crowd import Crowd, Membership
from surveys.releases.disclosure.parameters import PROMISED, Parameters
from surveys.releases.disclosure.plans import AGE_BAND
from surveys.releases.disclosure.tables import Cell, Table
from surveys.releases.domain.catalogue import EVERY_BAND
from surveys.releases.enums import Counted
from surveys.releases.models import Contribution, Release

NO_BAND = -1
BANDS = tuple(name for name, _ in AGE_BAND.categories)


def memberships(ids: Collection[UUID]) -> dict[UUID, frozenset[Membership]]:
    """The groups each of these answers was counted in; answers that were in none are left out."""
    stood: dict[UUID, set[Membership]] = {}
    for response_id, *membership in _stood().filter(response_id__in=ids).values_list(*_COLUMNS):
        stood.setdefault(response_id, set()).add(_membership(membership))
    return {response_id: frozenset(groups) for response_id, groups in stood.items()}


def refs_that_share(form: str, refs: Iterable[str]) -> frozenset[str]:
    """These releases and whatever shares answers with them, directly or through another."""
    found = frozenset(refs)
    while found:
        beside = _stood().filter(form=form, release__ref__in=found).values("response_id")
        more = _stood().filter(form=form, response_id__in=beside).values_list("release__ref", flat=True).distinct()
        if found.issuperset(more):
            break
        found |= frozenset(more)
    return found


def only_earlier(form: str, refs: Collection[str], *, here: Collection[UUID]) -> Counter[frozenset[Membership]]:
    """How many answers of those releases are not counted `here`, by where they stood."""
    rows = _stood().filter(form=form, release__ref__in=refs).order_by("response_id").values_list(*_COLUMNS)
    found: Counter[frozenset[Membership]] = Counter()
    for response_id, stood in groupby(rows.iterator(), key=itemgetter(0)):
        if response_id not in here:
            found[frozenset(_membership(membership) for _, *membership in stood)] += 1
    return found


def tables_before(form: str, refs: Collection[str], crowd: Crowd) -> list[Placed]:
    """Every table of those releases with the kinds it counts. Raises Tampered: then nothing is published."""
    placed: list[Placed] = []
    for release in Release.objects.filter(ref__in=refs).order_by("frozen_at", "ref"):
        content = release.verified()
        sheet = content.sheet(form)
        if sheet is not None:
            placed += _placed(sheet, content.ref, crowd, rules=rules_of(content.rules))
    return placed


def rules_of(numbers: dict[str, int]) -> Parameters:
    """The strictness a release was made with."""
    known = asdict(PROMISED)
    return Parameters(**{**known, **{name: number for name, number in numbers.items() if name in known}})


def _placed(sheet: PublishedSheet, ref: str, crowd: Crowd, *, rules: Parameters) -> list[Placed]:
    numbers = {
        (grouping.characteristic, group.label): number
        for grouping in sheet.groupings
        for number, group in enumerate(grouping.groups)
    }
    placed = []
    for table in (*sheet.tables, *sheet.themes):
        if table.characteristic == EVERYONE:
            asked = frozenset(table.asked) or EVERY_BAND
            groups = [number for number, band in enumerate(BANDS) if band in asked]
            groups += [NO_BAND] if asked == EVERY_BAND else []
        else:
            groups = [numbers[table.characteristic, table.group]]
        kinds = frozenset().union(*(crowd.kinds_of((ref, table.characteristic, group)) for group in groups))
        placed.append(
            Placed(ref, table.characteristic, table.group, _as_counted(table, sheet.form), kinds, rules=rules)
        )
    return placed


def _as_counted(table: PublishedTable, form: str) -> Table:
    """The table under the name that its question has in the draw."""
    measure, _, option = table.measure.partition("/")
    name = f"{form}/{measure}/v{table.version}" + (f"/{option}" if option else "")
    return Table(name, table.n_shown, tuple(Cell(cell.option, cell.count, cell.extreme) for cell in table.cells))


_COLUMNS = ("response_id", "release__ref", "characteristic", "group")


def _stood() -> QuerySet[Contribution]:
    """Answers that stand behind a number: those only counted in "10 or more" have no table."""
    return Contribution.objects.filter(counted=True).exclude(characteristic=Counted.TOTAL)


def _membership(row: list[object]) -> Membership:
    ref, characteristic, group = row
    return (str(ref), str(characteristic), NO_BAND if group is None else int(str(group)))
