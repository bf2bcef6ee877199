"""What waits on the desk: a broken release for those who look after groups, a new pack for those in one."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Role, User
from participation.subgroups.domain.shelf import packs_of
from participation.subgroups.domain.waiting import Waiting, asked_and_written
from participation.subgroups.models import Subgroup
from participation.subgroups.permissions import may_have_groups
from surveys.releases.domain.tampering import LEADS, releases_still_tampered

NEW_FOR = timedelta(days=14)


def waiting_for(user: User, now: datetime) -> list[Waiting]:
    lines: list[Waiting] = []
    if user.has_role(*LEADS):
        lines += _broken(user)
    lines += asked_and_written(user, now)
    if may_have_groups(user):
        lines += _new_packs(user, now)
    return lines


def _broken(user: User) -> list[Waiting]:
    page = "work_groups" if user.has_role(Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR) else ""
    text = _("The pack %(ref)s does not match its seal. Nobody can open it. Bring it back from a backup.")
    return [Waiting(text % {"ref": row.ref}, page, (), late=True) for row in releases_still_tampered()]


def _new_packs(user: User, now: datetime) -> list[Waiting]:
    since = timezone.localtime(now) - NEW_FOR
    return [
        Waiting(_("A new pack: %(ref)s") % {"ref": release.ref}, "pack", (group.slug, release.ref))
        for group in Subgroup.objects.of_member(user, now=now)
        for release in packs_of(group).filter(shares__shared_at__gt=since)
    ]
