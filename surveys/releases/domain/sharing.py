"""Who is given a release. A release nobody was given is seen by the people who froze it only."""

import datetime as dt

from django.db import transaction

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
