"""Minutes that count only while people are at work."""

import datetime as dt

from core.working_days import ENDS, LONDON, STARTS, is_working_day, next_working_day


def add_working_minutes(moment: dt.datetime, minutes: int) -> dt.datetime:
    """The moment `minutes` working minutes after `moment` (Monday to Friday, 9 to 17, England)."""
    local, left = moment.astimezone(LONDON), dt.timedelta(minutes=minutes)
    while True:
        opens, closes = _hours_of(local.date())
        start = max(local, opens)
        if is_working_day(local.date()) and start < closes:
            if left <= closes - start:
                return start + left
            left -= closes - start
        local = _hours_of(next_working_day(local.date()))[0]


def _hours_of(day: dt.date) -> tuple[dt.datetime, dt.datetime]:
    return dt.datetime.combine(day, STARTS, LONDON), dt.datetime.combine(day, ENDS, LONDON)
