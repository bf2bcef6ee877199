"""Who is given a release. A release nobody was given is seen by the people who froze it only."""

import datetime as dt
import uuid

from django.db import transaction
from django.db.models import Q

from accounts.models import User
from core import audit
from surveys.releases.models import Release, ReleaseShare


@transaction.atomic
def share(release: Release, audience_key: str, *, by: User | None, now: dt.datetime) -> ReleaseShare:
    """Give `release` to "subgroup:<slug>" or "champions"; twice is once. Raises ValueError for other keys."""
    row, created = ReleaseShare.objects.get_or_create(
        release=release, audience_key=audience_key, defaults={"shared_by": by, "shared_at": now}
    )
    if created:
        audit.record("release.shared", actor=by, subject=release, detail={"audience": audience_key}, now=now)
    return row


@transaction.atomic
def stop_sharing(release: Release, audience_key: str, *, by: User | None, now: dt.datetime) -> None:
    deleted, _ = ReleaseShare.objects.filter(release=release, audience_key=audience_key).delete()
    if deleted:
        audit.record("release.unshared", actor=by, subject=release, detail={"audience": audience_key}, now=now)


def releases_for(audience_key: str) -> list[Release]:
    """Newest first, corrected ones left out. Call `.verified()` before showing anything."""
    shared = Release.objects.filter(shares__audience_key=audience_key, superseded_by=None)
    return list(shared.select_related("window__programme").order_by("-window__closes_at"))


def find_shared(audience_key: str, key: str) -> Release | None:
    """The release with this ref or id. The ref of one that was corrected leads to what took its place."""
    if "\0" in key:  # PostgreSQL cannot even look for it
        return None
    match = Q(ref=key)
    if wanted := _as_uuid(key):
        match |= Q(pk=wanted)
    found = Release.objects.filter(match, shares__audience_key=audience_key).select_related("window").first()
    standing = standing_of(found) if found else None
    if standing == found or (standing and standing.shares.filter(audience_key=audience_key).exists()):
        return standing
    return None


def standing_of(release: Release) -> Release:
    """The last of its corrections, or the release itself."""
    while successor := release.superseded_by.first():
        release = successor
    return release


def line_of(release: Release) -> list[uuid.UUID]:
    """This release, then those whose place it took: what was written beside one of them stands beside it too."""
    line = [release.pk]
    while release.supersedes is not None:
        release = release.supersedes
        line.append(release.pk)
    return line


def _as_uuid(key: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(key)
    except ValueError:
        return None
