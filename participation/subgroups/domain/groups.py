"""Setting up a group and the names people know it by."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.text import slugify

from accounts.models import User
from core import audit
from participation.subgroups.models import Subgroup, SubgroupAlias


@transaction.atomic
def create_group(
    *, name: str, remit: str = "", aliases: Iterable[str] = (), by: User | None, now: datetime
) -> Subgroup:
    """A new group. Its address comes from its first name and never changes, whatever it is called later."""
    group = Subgroup.objects.create(slug=_free_slug(name), name=name.strip(), remit=remit.strip(), created_at=now)
    _write_aliases(group, aliases)
    audit.record("group.created", actor=by, subject=group, now=now)
    return group


@transaction.atomic
def describe_group(
    group: Subgroup, *, name: str, remit: str, aliases: Iterable[str], by: User | None, now: datetime
) -> Subgroup:
    """New name, remit and other names; the address and what was shared stay."""
    group.name, group.remit = name.strip(), remit.strip()
    group.save(update_fields=["name", "remit"])
    group.aliases.all().delete()
    _write_aliases(group, aliases)
    audit.record("group.described", actor=by, subject=group, now=now)
    return group


def _write_aliases(group: Subgroup, names: Iterable[str]) -> None:
    kept: dict[str, str] = {}
    for name in names:
        name = " ".join(name.split())
        if name and name.casefold() != group.name.casefold():
            kept.setdefault(name.casefold(), name)
    SubgroupAlias.objects.bulk_create(SubgroupAlias(subgroup=group, name=name) for name in kept.values())


def _free_slug(name: str) -> str:
    stem = slugify(name)[:50] or "group"
    taken = set(Subgroup.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    number, slug = 1, stem
    while slug in taken:
        number += 1
        slug = f"{stem}-{number}"
    return slug
