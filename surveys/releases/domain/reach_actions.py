"""The one suggested action beside "who we are not hearing from": written by staff, never worked out (domain 7.3)."""

import datetime as dt

from django.db import IntegrityError, transaction

from accounts.models import User
from core import audit
from surveys.releases.domain.populations import SomebodyElse
from surveys.releases.models import ReachAction, Release


def action_of(release: Release) -> ReachAction | None:
    """What stands; None where nothing was written or it was taken away. A correction carries what stood before it."""
    last = last_action(release)
    if last is None and release.supersedes is not None:
        return action_of(release.supersedes)
    return last if last and last.text else None


def last_action(release: Release) -> ReachAction | None:
    return ReachAction.objects.filter(release=release).select_related("by").order_by("-number").first()


def write_action(release: Release, text: str, *, seen: int, by: User | None, now: dt.datetime) -> ReachAction:
    """An empty text takes it away. `seen`: the number when the page was opened. Raises SomebodyElse."""
    last = last_action(release)
    if (last.number if last else 0) != seen:
        raise SomebodyElse
    try:
        with transaction.atomic():
            row = ReachAction.objects.create(release=release, number=seen + 1, text=text, by=by, at=now)
            audit.record("reach.action_written", actor=by, subject=release, detail={"number": row.number}, now=now)
    except IntegrityError:
        raise SomebodyElse from None
    return row
