"""Lines for the desk about questions and notes. They say that something waits and where, never a word of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core.working_days import working_day_after
from participation.subgroups.enums import ChallengeState
from participation.subgroups.models import Challenge, Membership, Part, YoungNote
from participation.subgroups.permissions import can_read_challenges, may_have_groups

Pair = tuple[UUID, UUID]  # a group, and a young member of it


@dataclass(frozen=True)
class Waiting:
    """A line on the desk; without a `url_name` there is no page to open."""

    text: str
    url_name: str
    url_args: tuple[object, ...]
    due: date | None = None
    late: bool = False


def asked_and_written(user: User, now: datetime) -> Iterator[Waiting]:
    """Three or four queries, however much waits."""
    if not may_have_groups(user) and not can_read_challenges(user):
        return
    mine = set(Membership.objects.current(now=now).filter(user=user).values_list("subgroup_id", flat=True))
    supported = _supported(user, now=now)
    told = Q(state=ChallengeState.ANSWERED, by_young_member=True, told_on__isnull=True)
    rows = Challenge.objects.filter(Q(state__in=ChallengeState.owed()) | told).exclude(writer=user)
    for row in rows.select_related("subgroup").order_by("answer_by", "pk"):
        yield from _of_question(row, user, mine=mine, supported=supported, now=now)
    yield from _notes(mine, supported, now=now)
    if can_read_challenges(user):
        yield from _notes_left_lying()


def _supported(user: User, *, now: datetime) -> set[Pair]:
    rows = Membership.objects.current(now=now).filter(part=Part.YOUNG_MEMBER, supporter=user)
    return set(rows.values_list("subgroup_id", "user_id"))


def _of_question(
    row: Challenge, user: User, *, mine: set[UUID], supported: set[Pair], now: datetime
) -> Iterator[Waiting]:
    """One line for a person and a question: the first thing they can do about it."""
    works, group = can_read_challenges(user), {"group": row.subgroup.name}
    supports = row.by_young_member and (row.subgroup_id, row.writer_id) in supported
    here = row.subgroup_id in mine
    page: tuple[str, tuple[object, ...]] = ("work_group_challenge", (row.subgroup_id, row.pk))
    if not works:
        if not here:
            return
        page = ("group_challenge", (row.subgroup.slug, row.pk))
    late = row.is_late(timezone.localdate(now))
    if row.state in (ChallengeState.NEW, ChallengeState.HELD) and (works or supports):
        text = _("A question to %(group)s waits to be read") % group
        yield Waiting(text, *page, timezone.localdate(row.read_by), late or row.read_by < now)
    elif row.state == ChallengeState.OPEN and row.answerer_id == user.pk:
        yield Waiting(_("A question in %(group)s waits for your answer") % group, *page, row.answer_by, late)
    elif row.state == ChallengeState.OPEN and works and (late or row.answerer_id is None):
        text = _("A question to %(group)s is late") if late else _("Say who answers a question to %(group)s")
        yield Waiting(text % group, *page, row.answer_by, late)
    elif row.state == ChallengeState.ANSWERED and supports:
        yield Waiting(_("Go through an answer in %(group)s with your young member") % group, *page)


def _notes(mine: set[UUID], supported: set[Pair], *, now: datetime) -> Iterator[Waiting]:
    if not supported:
        return
    rows = YoungNote.objects.filter(ready_at__isnull=False, agreed_at__isnull=True, withdrawn_at__isnull=True)
    for row in rows.select_related("subgroup", "release").defer("release__content"):
        if (row.subgroup_id, row.writer_id) in supported and row.subgroup_id in mine and row.ready_at:
            due = working_day_after(row.ready_at)
            text = _("A note for the front of %(ref)s waits for you to read") % {"ref": row.release.ref}
            page = ("group_note", (row.subgroup.slug, row.release.ref))
            yield Waiting(text, *page, timezone.localdate(due), due < now)


def _notes_left_lying() -> Iterator[Waiting]:
    """For participation workers, who may not read them: the supporter did not, and somebody has to ask why."""
    rows = YoungNote.objects.filter(chased_at__isnull=False, agreed_at__isnull=True, withdrawn_at__isnull=True)
    for row in rows.exclude(ready_at=None).select_related("subgroup").only("subgroup"):
        text = _("A note in %(group)s waits for its supporter. Ring them.") % {"group": row.subgroup.name}
        yield Waiting(text, "work_group", (row.subgroup_id,), late=True)
