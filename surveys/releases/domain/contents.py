"""The stored form of a release: sheets, what adults did, who was heard, what it covers."""

import datetime as dt
from dataclasses import replace

from django.utils import timezone

from surveys.releases.disclosure.content import PublishedSheet, ReleaseContent
from surveys.releases.disclosure.rounding import Secret
from surveys.releases.domain.extras import extras_carried, extras_for
from surveys.releases.domain.reach import reach_of
from surveys.releases.domain.rules import numbers_of
from surveys.releases.domain.task import Task
from surveys.releases.domain.years import refs_covered
from surveys.releases.enums import Cadence


def content_of(task: Task, sheets: tuple[PublishedSheet, ...], *, secret: Secret) -> ReleaseContent:
    window = task.window
    if task.instead_of is None:
        extras = extras_for(window, secret=secret, rules=task.rules)
    else:
        extras = extras_carried(task.instead_of.verified())
    content = ReleaseContent(
        ref=task.ref,
        title=window.programme.title,
        opens_on=_day(window.opens_at),
        closes_on=_day(window.closes_at - dt.timedelta(seconds=1)),
        frozen_on=_day(task.now),
        rules=numbers_of(task.rules),
        sheets=sheets,
        taking_part=extras.taking_part,
        promises=extras.promises,
        covers=refs_covered(window),
    )
    if window.programme.cadence == Cadence.ONE_OFF:  # asked of whoever likes: there is no population to hold it against
        return content
    return replace(content, reach=reach_of(content, now=task.now))


def _day(moment: dt.datetime) -> str:
    return timezone.localtime(moment).date().isoformat()
