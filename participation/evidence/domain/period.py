"""The days an inspection asks about, in parts that can be read and printed one by one."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from surveys.releases.domain.windows import quarter_bounds, quarter_of

LONDON = ZoneInfo("Europe/London")
QUARTERS_IN_A_PART = 4
LONGEST_YEARS = 10
A_YEAR = dt.timedelta(days=365)


class NotAPeriod(Exception):
    """Why these days are no period, in plain words."""


@dataclass(frozen=True, slots=True)
class Period:
    """Both days included, London time."""

    first: dt.date
    last: dt.date

    @property
    def opens_at(self) -> dt.datetime:
        return dt.datetime.combine(self.first, dt.time(), LONDON)

    @property
    def closes_at(self) -> dt.datetime:
        """The first moment that no longer belongs."""
        return dt.datetime.combine(self.last + dt.timedelta(days=1), dt.time(), LONDON)


def period_between(first: dt.date, last: dt.date, *, today: dt.date) -> Period:
    """Raises NotAPeriod."""
    if last < first:
        raise NotAPeriod("The last day is before the first day.")
    if first > today:
        raise NotAPeriod("These days have not come yet.")
    if first.year < 2000 or last.year - first.year > LONGEST_YEARS:
        raise NotAPeriod(f"Please choose at most {LONGEST_YEARS} years.")
    return Period(first, min(last, today))


def parts_of(period: Period) -> list[Period]:
    """Up to a year is one part; more comes by four calendar quarters, oldest first, the ends cut to the period."""
    if period.last - period.first <= A_YEAR:
        return [period]
    parts, first = [], period.first
    while first <= period.last:
        last = min(_quarters_end(first, QUARTERS_IN_A_PART), period.last)
        parts.append(Period(first, last))
        first = last + dt.timedelta(days=1)
    return parts


def _quarters_end(day: dt.date, quarters: int) -> dt.date:
    """The last day of that many quarters, counted from the one `day` is in."""
    year, quarter = quarter_of(day)
    number = year * 4 + quarter - 1 + quarters - 1
    closes_at = quarter_bounds(number // 4, number % 4 + 1)[1]
    return closes_at.astimezone(LONDON).date() - dt.timedelta(days=1)
