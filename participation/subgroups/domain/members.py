"""Who is in a group: adding acts from today, removing acts at once."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from participation.subgroups.models import Membership, Part, Subgroup
from participation.subgroups.permissions import is_fit_for_part


class MemberRefused(Exception):
    """The person cannot be added; `reason` says why and what to do, in plain words."""

    def __init__(self, reason: str) -> None:
        super().__init__("A person could not be added to a group.")
        self.reason = reason


@transaction.atomic
def add_member(
    group: Subgroup,
    *,
    user: User,
    part: Part | str = Part.MEMBER,
    supporter: User | None = None,
    by: User | None,
    now: datetime,
) -> Membership:
    """Adds a person. A young member needs a named supporter (S21). Raises MemberRefused."""
    part = Part(part)
    if reason := _reason_against(group, user=user, part=part, supporter=supporter):
        raise MemberRefused(reason)
    member = Membership.objects.create(
        user=user, subgroup=group, part=part, supporter=supporter, since=timezone.localdate(now)
    )
    audit.record("group.member_added", actor=by, subject=group, detail={"member": str(user.pk)}, now=now)
    return member


@transaction.atomic
def remove_member(member: Membership, *, by: User | None, now: datetime) -> None:
    """Ends a person's place now; their next page is "not found". Doing it twice changes nothing."""
    ended = Membership.objects.filter(pk=member.pk, until__isnull=True).update(until=now)
    if ended:
        audit.record(
            "group.member_removed",
            actor=by,
            subject=member.subgroup,
            detail={"member": str(member.user_id)},
            now=now,
        )


def _reason_against(group: Subgroup, *, user: User, part: Part, supporter: User | None) -> str:
    if Membership.objects.filter(user=user, subgroup=group, until__isnull=True).exists():
        return _("This person is in the group already.")
    if not is_fit_for_part(user, part):
        return _("This person does not have the right role yet. Ask an administrator to give it first.")
    if part == Part.YOUNG_MEMBER and supporter is None:
        return _("Name a supporter: an adult who goes through each pack with the young member.")
    if supporter is not None and supporter.pk == user.pk:
        return _("The supporter is somebody else than the young member.")
    return ""


@dataclass(frozen=True)
class People:
    """Who is in a group, as its members see it. Young members are never named or counted (S22)."""

    adults: tuple[tuple[str, str], ...]
    has_young_member: bool


def people_of(group: Subgroup, *, now: datetime) -> People:
    """Names and parts of the adults; of young members only that the group has a place for them. One query."""
    current = Membership.objects.current(now=now).filter(subgroup=group).select_related("user")
    rows = list(current.order_by("user__first_name", "user__last_name", "pk"))
    adults = [row for row in rows if row.part != Part.YOUNG_MEMBER]
    named = tuple((row.user.display_name, row.user.what_they_do or str(row.get_part_display())) for row in adults)
    return People(adults=named, has_young_member=len(adults) < len(rows))
