"""Giving and taking roles; Wagtail's groups are derived from them in the same step (D10)."""

import datetime as dt

from django.contrib.auth.models import Group
from django.db import transaction

from accounts.models import RoleGrant, User
from accounts.roles import CMS_ROLES, GROUP_OF_ROLE
from core import audit


@transaction.atomic
def grant_role(user: User, role: str, *, by: User | None, now: dt.datetime) -> None:
    """Idempotent."""
    _, created = RoleGrant.objects.get_or_create(user=user, role=role, defaults={"granted_by": by, "granted_at": now})
    if created:
        audit.record("role.granted", actor=by, subject=user, detail={"role": str(role)}, now=now)
    _derive_cms_rights(user)


@transaction.atomic
def take_role(user: User, role: str, *, by: User | None, now: dt.datetime) -> None:
    if RoleGrant.objects.filter(user=user, role=role).delete()[0]:
        audit.record("role.taken", actor=by, subject=user, detail={"role": str(role)}, now=now)
    _derive_cms_rights(user)


def _derive_cms_rights(user: User) -> None:
    vars(user).pop("_roles", None)
    held = user.roles
    for role, name in GROUP_OF_ROLE.items():
        group, _ = Group.objects.get_or_create(name=name)
        (user.groups.add if role in held else user.groups.remove)(group)
    is_staff = bool(held & CMS_ROLES)
    if user.is_staff != is_staff:
        user.is_staff = is_staff
        user.save(update_fields=["is_staff"])
