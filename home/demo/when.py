"""Days and hours of the demo world."""

import datetime as dt

from core.working_days import LONDON, is_working_day, next_working_day


def at(day: dt.date, hour: int) -> dt.datetime:
    """That hour, London time, on that day or the next working day."""
    day = day if is_working_day(day) else next_working_day(day)
    return dt.datetime.combine(day, dt.time(hour), LONDON)
