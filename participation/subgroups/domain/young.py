"""Young members and who supports whom now. A supporter who changed, or who left, is none from that moment."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from accounts.models import Role, User
from core import audit
from participation.subgroups.models import Briefing, Membership, Part, Subgroup
from participation.subgroups.models.groups import MembershipQuerySet
from surveys.releases.domain.sharing import line_of
from surveys.releases.models import Release

PLACES = 2  # nobody sits there alone: a second young member, or a deputy (S21)


def is_young_member(user: User, group: Subgroup, *, now: datetime) -> bool:
    return _young(group, now=now).filter(user=user).exists()


def is_supporter_of(user: User, young: User, group: Subgroup, *, now: datetime) -> bool:
    """Named as their supporter, and still somebody who may open the group's pages."""
    if not user.is_active or not user.has_role(Role.SUBGROUP_MEMBER, Role.PARTICIPATION_WORKER):
        return False
    return _young(group, now=now).filter(user=young, supporter=user).exists()


def looks_after(user: User, young: User, group: Subgroup) -> bool:
    """Named as their supporter on their last place in the group, even if it has ended.

    Whoever left has no page here any more; through this person their words can still be read and taken off.
    """
    if not user.is_active or not user.has_role(Role.SUBGROUP_MEMBER, Role.PARTICIPATION_WORKER):
        return False
    places = Membership.objects.filter(subgroup=group, part=Part.YOUNG_MEMBER, user=young)
    last = places.order_by("-since", "-pk").first()
    return last is not None and last.supporter_id == user.pk


def supported_by(user: User, group: Subgroup, *, now: datetime) -> list[User]:
    """The young members this person supports in the group."""
    if not user.has_role(Role.SUBGROUP_MEMBER, Role.PARTICIPATION_WORKER):
        return []
    rows = _young(group, now=now).filter(supporter=user).select_related("user")
    return [row.user for row in rows]


def supporters_of(young: User, group: Subgroup, *, now: datetime) -> list[User]:
    """One person, or none when the supporter has gone."""
    rows = _young(group, now=now).filter(user=young, supporter__is_active=True).select_related("supporter")
    return [row.supporter for row in rows if row.supporter is not None]


def participation_workers() -> list[User]:
    return list(User.objects.with_role(Role.PARTICIPATION_WORKER))


def free_places(group: Subgroup, *, now: datetime) -> int:
    return max(0, PLACES - _young(group, now=now).count())


@transaction.atomic
def record_briefing(
    group: Subgroup, release: Release, *, young: User, supporter: User, held_on: date, now: datetime
) -> Briefing:
    """They went through this pack together. Never a gate (S21). Done again, the newest day stands."""
    fields = {"supporter": supporter, "held_on": held_on, "at": now}
    row, _made = Briefing.objects.update_or_create(subgroup=group, release=release, young_member=young, defaults=fields)
    audit.record("pack.briefed", actor=supporter, subject=release, now=now)
    return row


def briefings_of(group: Subgroup, release: Release, young: Iterable[User]) -> list[Briefing]:
    return list(Briefing.objects.filter(subgroup=group, release__in=line_of(release), young_member__in=young))


def _young(group: Subgroup, *, now: datetime) -> MembershipQuerySet:
    started = Membership.objects.current(now=now).filter(subgroup=group, part=Part.YOUNG_MEMBER)
    return started.filter(user__is_active=True)
