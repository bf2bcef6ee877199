"""Groups and the people in them."""

import datetime as dt
from typing import Any

from django.utils import timezone

from accounts.models import Role, User
from participation.subgroups.domain.groups import create_group
from participation.subgroups.domain.members import add_member
from participation.subgroups.models import Part, Subgroup
from tests.factories.accounts import UserFactory


def group(
    name: str = "Vulnerable Young People", *, aliases: tuple[str, ...] = ("VYP", "EVYP"), **fields: Any
) -> Subgroup:
    return create_group(name=name, aliases=aliases, by=None, now=timezone.now(), **fields)


def member(of: Subgroup, *, part: Part = Part.MEMBER, roles: tuple[str, ...] = (), **fields: Any) -> User:
    """A person with the right role who is in the group; more roles on top where a test needs them."""
    young = part == Part.YOUNG_MEMBER
    own = Role.YOUNG_MEMBER if young else Role.SUBGROUP_MEMBER
    user = UserFactory(roles=[own, *roles], **fields)
    supporter = UserFactory(roles=[Role.SUBGROUP_MEMBER], first_name="Supporter") if young else None
    add_member(of, user=user, part=part, supporter=supporter, by=None, now=timezone.now() - dt.timedelta(days=1))
    return user
