"""A release that is not what was sealed is never shown, and the people who can act are told."""

from datetime import datetime, timedelta

from accounts.models import Role, User
from core import audit
from core.mail import send_neutral
from core.models import AuditEntry
from surveys.releases.models import Release, Tampered

ACTION = "release.tampered"
TELL_AGAIN_AFTER = timedelta(days=1)
LEADS = (Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR, Role.DATA_PROTECTION_OFFICER)


def report_tampering(release: Release, *, seen_by: User | None, now: datetime) -> None:
    """Records who met it; mails the leads at most once a day, so that opening it often floods nobody."""
    earlier = AuditEntry.objects.filter(action=ACTION, subject_id=str(release.pk), at__gt=now - TELL_AGAIN_AFTER)
    told_already = earlier.exists()
    audit.record(ACTION, actor=seen_by, subject=release, now=now)
    if not told_already:
        leads = User.objects.with_role(*LEADS).values_list("email", flat=True)
        send_neutral(to=list(leads), now=now)


def report_unreadable(*, now: datetime) -> None:
    """The freeze met a release that does not match its seal. Finds which, and tells the leads."""
    for release in Release.objects.order_by("frozen_at"):
        if not _is_whole(release):
            report_tampering(release, seen_by=None, now=now)


def releases_still_tampered() -> list[Release]:
    """Releases somebody met a broken seal on and that are still broken."""
    met = {entry.subject_id for entry in AuditEntry.objects.filter(action=ACTION).only("subject_id")}
    return [release for release in Release.objects.filter(pk__in=met) if not _is_whole(release)]


def _is_whole(release: Release) -> bool:
    try:
        release.verified()
    except Tampered:
        return False
    return True
