"""Who may open a group's pages and who may look after groups.

Opening a pack takes two things at once: the role, and being in the group now. Taking away either one acts
on the very next page. Looking after groups opens no pack.
"""

from datetime import datetime

from accounts.models import Role, User

from .models import Membership, Part, Subgroup

ROLE_FOR_PART = {
    Part.MEMBER: Role.SUBGROUP_MEMBER,
    Part.SUPPORTER: Role.SUBGROUP_MEMBER,
    Part.CHAIR: Role.SUBGROUP_MEMBER,
    Part.YOUNG_MEMBER: Role.YOUNG_MEMBER,
}


def may_have_groups(user: User) -> bool:
    return user.has_role(Role.SUBGROUP_MEMBER, Role.YOUNG_MEMBER)


def can_look_after_groups(user: User) -> bool:
    return user.has_role(Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR)


def can_read_challenges(user: User) -> bool:
    """Questions may hold a young person's words: whoever only keeps the site running does not open them."""
    return user.has_role(Role.PARTICIPATION_WORKER)


def is_fit_for_part(user: User, part: Part) -> bool:
    """A part in a group needs the matching role first; an administrator gives roles."""
    return user.is_active and user.has_role(ROLE_FOR_PART[part])


def membership_of(user: User, subgroup: Subgroup, *, now: datetime) -> Membership | None:
    """The person's place in the group at this moment, or None."""
    if not may_have_groups(user):
        return None
    return Membership.objects.current(now=now).filter(user=user, subgroup=subgroup).first()
