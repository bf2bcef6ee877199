"""What waits on the desk for those who make themes and those who sort by them.

It follows from days alone and never from how many texts there are: a desk does not move when somebody sends (rule 14).
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from surveys.themes.domain.gathering import WindowRow, boxes_of, window_rows
from surveys.themes.permissions import can_make_themes, can_see_themes, can_write_reports

BEGIN_AFTER = dt.timedelta(days=30)  # words go 90 days after a meeting: not all may wait for the close
BEGIN_BEFORE_CLOSE = dt.timedelta(days=14)


@dataclass(frozen=True)
class Waiting:
    """`due`: the last day before the words are counted. `late`: the close has passed."""

    text: str
    url_name: str
    url_args: tuple[object, ...]
    due: dt.date
    late: bool


def waiting_for(user: User, now: dt.datetime) -> list[Waiting]:
    if not can_see_themes(user):
        return []
    return list(_lines(user, now))


def _lines(user: User, now: dt.datetime) -> Iterator[Waiting]:
    rows = [row for row in window_rows(now=now) if now >= _begins(row)]
    makes = can_make_themes(user)
    with_boxes = {form for form in {row.window.form for row in rows if makes} if boxes_of(form)}
    for row in rows:
        if row.themes is None and row.window.form in with_boxes:
            yield _line(_("No themes yet: %(title)s"), row, now)
        elif row.themes is not None and can_write_reports(user):
            yield _line(_("Words to sort: %(title)s"), row, now)


def _begins(row: WindowRow) -> dt.datetime:
    return min(row.window.opens_at + BEGIN_AFTER, row.window.sent_before - BEGIN_BEFORE_CLOSE)


def _line(text: str, row: WindowRow, now: dt.datetime) -> Waiting:
    window = row.window
    last = timezone.localdate(window.counted_from - dt.timedelta(seconds=1))
    where = (window.window_id, window.form)
    return Waiting(text % {"title": window.title}, "work_theme_set", where, last, now >= window.sent_before)
