"""Banded progress before the freeze, worked out once a week and never more finely (rule 14)."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from surveys.releases.domain.used import answers_not_used
from surveys.releases.enums import Band
from surveys.releases.models import Progress, Window

WEEK = dt.timedelta(days=7)
_STEPS = ((50, Band.FROM_50), (20, Band.FROM_20), (10, Band.FROM_10))


def band_of(children: int) -> Band:
    return next((band for least, band in _STEPS if children >= least), Band.UNDER_10)


def refresh_progress(*, now: dt.datetime) -> int:
    """Refresh the rows that are a week old. Returns how many rows were looked at again."""
    windows = Window.objects.waiting().filter(opens_at__lte=now).select_related("programme")
    return sum(
        _refresh(window, form, now=now) for window in windows.order_by("opens_at") for form in window.programme.forms
    )


@transaction.atomic
def _refresh(window: Window, form: str, *, now: dt.datetime) -> bool:
    today = timezone.localtime(now).date()
    row = Progress.objects.select_for_update().filter(window=window, form=form).first()
    if row is not None and today - row.refreshed_on < WEEK:
        return False
    band = band_of(_children(window, form, now=now))
    if row is None:
        Progress.objects.get_or_create(window=window, form=form, defaults={"band": band, "refreshed_on": today})
        return True
    # Never down: a band that falls would show that somebody took their answer back.
    row.band = max(Band(row.band), band, key=list(Band).index)
    row.refreshed_on = today
    row.save(update_fields=["band", "refreshed_on"])
    return True


def _children(window: Window, form: str, *, now: dt.datetime) -> int:
    """Counts to 50 and stops: nothing beyond is ever known here."""
    seen: set[str] = set()
    for row in answers_not_used(window, form, sent_before=min(now, window.closes_at)):
        seen.add(row.record_key)
        if len(seen) >= _STEPS[0][0]:
            break
    return len(seen)
