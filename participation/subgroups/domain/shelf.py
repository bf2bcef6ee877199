"""Which releases stand on a group's shelf, and finding one there."""

from datetime import datetime

from django.db.models import QuerySet

from accounts.models import User
from participation.subgroups.models import Subgroup
from surveys.releases.disclosure.content import ReleaseContent
from surveys.releases.domain import sharing
from surveys.releases.models import Release, Tampered

IN_A_TREND = 3  # earlier releases beside the one that is read


def packs_of(group: Subgroup) -> QuerySet[Release]:
    """Everything shared with the group, newest first, corrected ones left out; the figures stay unread."""
    return _shared(group).select_related("window__programme").defer("content")


def find_pack(group: Subgroup, key: str) -> Release | None:
    """The shared release with this ref or id, or what took its place. Nothing else exists for the group."""
    return sharing.find_shared(group.audience_key, key)


def earlier_packs(group: Subgroup, release: Release) -> list[ReleaseContent]:
    """Up to three earlier releases the group has of the programme, oldest first; broken ones stay out."""
    programme = release.window.programme_id
    before = _shared(group).filter(window__programme=programme, window__closes_at__lt=release.window.closes_at)
    return [content for row in reversed(before[:IN_A_TREND]) if (content := _whole(row)) is not None]


def quarters_of(group: Subgroup, year: ReleaseContent) -> list[ReleaseContent]:
    """The releases a year covers, of those the group has, oldest first and as they stand now; none for others."""
    if not year.covers:
        return []
    rows = _shared(group).filter(window__releases__ref__in=year.covers).order_by("window__closes_at", "ref")
    return [content for row in rows if (content := _whole(row)) is not None]


def releases_to_share(group: Subgroup) -> QuerySet[Release]:
    """Releases the group does not have yet, newest first."""
    newest = Release.objects.filter(superseded_by=None).exclude(shares__audience_key=group.audience_key)
    return newest.select_related("window__programme").defer("content").order_by("-window__closes_at", "ref")


def share_with_group(group: Subgroup, release: Release, *, by: User | None, now: datetime) -> None:
    """Members and young members can open it from the same moment (S21)."""
    sharing.share(release, group.audience_key, by=by, now=now)


def _shared(group: Subgroup) -> QuerySet[Release]:
    shared = Release.objects.filter(shares__audience_key=group.audience_key, superseded_by=None)
    return shared.order_by("-window__closes_at", "ref")


def _whole(release: Release) -> ReleaseContent | None:
    try:
        return release.verified()
    except Tampered:
        return None
