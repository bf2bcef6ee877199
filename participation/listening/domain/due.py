"""By when a person reads what a young person sent (S14)."""

import datetime as dt

from core.working_days import working_day_after

BEFORE_MEETING = dt.timedelta(hours=2)


def last_reading_time(meeting_at: dt.datetime) -> dt.datetime:
    return meeting_at - BEFORE_MEETING


def is_late(sent_at: dt.datetime, meeting_at: dt.datetime | None) -> bool:
    """It came when the last reading time had gone: the chair is interrupted."""
    return meeting_at is not None and sent_at > last_reading_time(meeting_at)


def due_at(sent_at: dt.datetime, meeting_at: dt.datetime | None) -> dt.datetime:
    """The earlier of one working day and two hours before the meeting; at once for a late answer (S14)."""
    if meeting_at is None:
        return working_day_after(sent_at)
    if is_late(sent_at, meeting_at):
        return sent_at
    return min(working_day_after(sent_at), last_reading_time(meeting_at))
