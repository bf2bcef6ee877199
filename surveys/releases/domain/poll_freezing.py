"""A poll becomes a release: the same floor, grouping, rounding and attack as answers, and then its counters go.

One transaction, one secret in memory. There are no rows to roll forward: fewer than ten are kept for a second go of
the same poll or destroyed, as was said beforehand.
"""

import datetime as dt
import secrets
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from core import audit
from surveys.polls.domain.counting import Cells, cells_of
from surveys.polls.domain.running import settle
from surveys.polls.domain.splits import categories_of
from surveys.polls.enums import State
from surveys.polls.models import UNSAID as POLL_UNSAID
from surveys.polls.models import Poll
from surveys.questionnaires.enums import FormKind
from surveys.releases.disclosure.audit.block import Block, Placed
from surveys.releases.disclosure.audit.withholding import hold_back
from surveys.releases.disclosure.collapse import UNSAID, Shape
from surveys.releases.disclosure.content import (
    EVERYONE,
    SHOWN,
    TOTAL_ONLY,
    PublishedCell,
    PublishedGroup,
    PublishedGrouping,
    PublishedSheet,
    PublishedTable,
    ReleaseContent,
)
from surveys.releases.disclosure.crowd import NOT_SAID, Crowd, Standing
from surveys.releases.disclosure.grouping import Group, join_groups
from surveys.releases.disclosure.parameters import Parameters
from surveys.releases.disclosure.plans import PLANS
from surveys.releases.disclosure.rounding import Secret, group_size
from surveys.releases.disclosure.tables import protect
from surveys.releases.domain.catalogue import UNSAID_LABEL
from surveys.releases.domain.rules import numbers_of, rules_in_force
from surveys.releases.enums import Cadence
from surveys.releases.models import Programme, Release, Window

SECONDS = 30.0  # for one question


def freeze_due_polls(*, now: dt.datetime) -> int:
    """Every poll whose days to settle have passed. Safe to repeat and to cut off half-way."""
    settle_days = dt.timedelta(days=rules_in_force().settle_days)
    due = Poll.objects.filter(state=State.CLOSED, closed_at__lte=now - settle_days).values_list("pk", flat=True)
    return sum(freeze_poll(pk, now=now) for pk in list(due))


@transaction.atomic
def freeze_poll(poll_id: UUID, *, now: dt.datetime) -> bool:
    """The lock on the poll is held until all of it is written or none. False where somebody else was first."""
    poll = Poll.objects.select_for_update().filter(pk=poll_id, state=State.CLOSED).first()
    if poll is None:
        return False
    rules, secret = rules_in_force(), bytearray(secrets.token_bytes(32))
    try:
        sheet = sheet_of(poll, cells_of(poll), secret=secret, rules=rules)
    finally:
        secret[:] = bytes(len(secret))
    if sheet is not None:
        _store(poll, sheet, rules, now=now)
    settle(poll, was_told=sheet is not None, now=now)
    return True


def sheet_of(poll: Poll, cells: list[Cells], *, secret: Secret, rules: Parameters) -> PublishedSheet | None:
    """None below the floor; from 10 the total only; from 20 figures (rule 3, S26)."""
    crowd = crowd_of(poll, cells)
    form = FormKind.CONSULTATION.value
    if crowd.n < rules.floor:
        return None
    if crowd.n < rules.figures_from:
        return PublishedSheet(form, TOTAL_ONLY, rules.floor)
    groups = join_groups(PLANS[poll.split], crowd.category_sizes(poll.split), floor=rules.floor) if poll.split else None
    tables = [table for each in cells for table in _tables(poll, each, crowd, groups, secret=secret, rules=rules)]
    groupings = (_grouping(poll.split, groups, crowd, rules),) if poll.split else ()
    return PublishedSheet(form, SHOWN, group_size(crowd.n, base=rules.base), tuple(tables), groupings)


def crowd_of(poll: Poll, cells: list[Cells]) -> Crowd:
    """One kind for each category of the split: nobody can be told apart more finely, not even here."""
    names = [NOT_SAID if name == POLL_UNSAID else name for name, _ in categories_of(poll)]
    return Crowd(
        characteristics=(poll.split,) if poll.split else (),
        kinds=tuple(Standing((name,) if poll.split else ()) for name in names),
        sizes=tuple(sum(line) for line in cells[0].counts),
        counts={_shape(poll, each).question: each.counts for each in cells},
        marks={_shape(poll, each).question: each.marks for each in cells},
    )


def _shape(poll: Poll, cells: Cells) -> Shape:
    return Shape(f"poll/{poll.pk}/{cells.question}", tuple(name for name, _ in cells.options))


def _tables(
    poll: Poll,
    cells: Cells,
    crowd: Crowd,
    groups: tuple[Group, ...] | None,
    *,
    secret: Secret,
    rules: Parameters,
) -> list[PublishedTable]:
    """Everyone and each group of one question, as far as they hold against the attack (rule 11)."""
    shape = _shape(poll, cells)
    places = [(EVERYONE, "", crowd.everyone)]
    places += [(poll.split, group.label, crowd.kinds_in(poll.split, group.members)) for group in groups or ()]
    proposed = tuple(
        Placed("", about, label, protect(crowd.tally(shape, kinds), secret=secret, rules=rules), kinds)
        for about, label, kinds in places
    )
    block = Block(crowd.sizes, (shape,), proposed, truth=(crowd.counts[shape.question],))
    kept = hold_back(block, rules=rules, seconds=SECONDS).kept
    return [_published(cells, placed) for placed in kept]


def _published(cells: Cells, placed: Placed) -> PublishedTable:
    labels = {**dict(cells.options), UNSAID: UNSAID_LABEL}
    return PublishedTable(
        measure=f"poll-{cells.question}",
        version=1,
        title=cells.wording,
        characteristic=placed.characteristic,
        group=placed.group,
        n_shown=placed.table.n_shown,
        better="",
        cells=tuple(
            PublishedCell(cell.option, labels[cell.option], cell.count, cell.extreme) for cell in placed.table.cells
        ),
    )


def _grouping(about: str, groups: tuple[Group, ...] | None, crowd: Crowd, rules: Parameters) -> PublishedGrouping:
    sizes = [(group.label, crowd.size(crowd.kinds_in(about, group.members))) for group in groups or ()]
    return PublishedGrouping(about, tuple(PublishedGroup(label, group_size(n, base=rules.base)) for label, n in sizes))


def _store(poll: Poll, sheet: PublishedSheet, rules: Parameters, *, now: dt.datetime) -> Release:
    """A programme and a window of its own; the window is born frozen, so no other job takes it up."""
    slug = f"poll-{poll.pk.hex[:12]}"
    programme = Programme.objects.create(slug=slug, title=poll.title, cadence=Cadence.ONE_OFF, forms=[])
    opens_at, closes_at = _between(poll)
    window = Window.objects.create(
        programme=programme, opens_at=opens_at, closes_at=closes_at, frozen_at=now, settle_days=rules.settle_days
    )
    content = ReleaseContent(
        ref=slug,
        title=poll.title,
        opens_on=_day(opens_at),
        closes_on=_day(closes_at),
        frozen_on=_day(now),
        rules=numbers_of(rules),
        sheets=(sheet,),
    )
    release = Release(window=window, ref=slug, frozen_at=now, content=content.to_json(), audited=sheet.state == SHOWN)
    release.seal()
    release.save(force_insert=True)
    audit.record("release.frozen", subject=release, now=now)
    return release


def _between(poll: Poll) -> tuple[dt.datetime, dt.datetime]:
    """From the first opening to the last close; never empty, even where a clock was set back meanwhile."""
    assert poll.opened_at is not None  # noqa: S101 (a closed poll has both moments)
    assert poll.closed_at is not None  # noqa: S101  said above
    return poll.opened_at, max(poll.closed_at, poll.opened_at + dt.timedelta(seconds=1))


def _day(moment: dt.datetime) -> str:
    return timezone.localtime(moment).date().isoformat()
