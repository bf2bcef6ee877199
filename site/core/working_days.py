"""Working time in England: Monday to Friday, 9 to 17 London time, without bank holidays."""

import datetime as dt
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
STARTS, ENDS = dt.time(9), dt.time(17)


def easter_sunday(year: int) -> dt.date:
    """The anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    week = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * week) // 451
    month, day = divmod(h + week - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def _monday_from(day: dt.date) -> dt.date:
    return day + dt.timedelta(days=-day.weekday() % 7)


def _substituted(days: list[dt.date]) -> set[dt.date]:
    """A holiday on a weekend moves to the next day that is neither weekend nor already a holiday."""
    taken: set[dt.date] = set()
    for day in days:
        while day.weekday() >= 5 or day in taken:
            day += dt.timedelta(days=1)
        taken.add(day)
    return taken


def bank_holidays(year: int) -> set[dt.date]:
    """England and Wales: Banking and Financial Dealings Act 1971. One-off holidays are not known here."""
    easter = easter_sunday(year)
    return (
        _substituted([dt.date(year, 1, 1)])
        | {easter - dt.timedelta(days=2), easter + dt.timedelta(days=1)}
        | {_monday_from(dt.date(year, 5, 1)), _monday_from(dt.date(year, 5, 25)), _monday_from(dt.date(year, 8, 25))}
        | _substituted([dt.date(year, 12, 25), dt.date(year, 12, 26)])
    )


def is_working_day(day: dt.date) -> bool:
    return day.weekday() < 5 and day not in bank_holidays(day.year)


def next_working_day(day: dt.date) -> dt.date:
    day += dt.timedelta(days=1)
    while not is_working_day(day):
        day += dt.timedelta(days=1)
    return day


def working_days_later(day: dt.date, days: int) -> dt.date:
    """The working day that many working days after `day`."""
    for _ in range(days):
        day = next_working_day(day)
    return day


def working_day_after(moment: dt.datetime) -> dt.datetime:
    """One working day later: the same clock time on the next working day, or its end if that falls outside hours."""
    local = moment.astimezone(LONDON)
    day = next_working_day(local.date())
    if not is_working_day(local.date()) or local.time() > ENDS:
        return dt.datetime.combine(day, ENDS, LONDON)
    return dt.datetime.combine(day, max(local.time(), STARTS), LONDON)


def in_working_hours(moment: dt.datetime) -> bool:
    local = moment.astimezone(LONDON)
    return is_working_day(local.date()) and STARTS <= local.time() < ENDS
