"""Going over rows so that one that breaks stops no other: the next may be about somebody in danger."""

import logging
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeVar

logger = logging.getLogger("your_turn.jobs")
Row = TypeVar("Row")


def row_by_row(act: Callable[..., int], rows: Iterable[Row], *, job: str, now: datetime) -> int:
    """The sum of `act(row, now=now)`; each opens its own transaction. What broke is in the log, without the row."""
    done = 0
    for row in rows:
        try:
            done += act(row, now=now)
        except Exception:
            logger.exception("job_broke", extra={"job": job})
    return done
