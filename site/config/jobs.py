"""What has to happen by itself. Every job is safe to repeat and to cut off half-way; `manage.py tick` runs them."""

import datetime as dt
import logging
from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from core.audit import seal_new_entries
from core.misses import forget_old_misses
from participation.listening.domain.escalation import escalate_due
from participation.meetings.domain.forgetting import forget_old_meetings
from surveys.releases.domain.freezing import freeze_due
from surveys.releases.domain.progress import refresh_progress
from surveys.responses.domain.retention import forget_old_words
from surveys.responses.domain.row_order import shuffle_rows
from surveys.responses.domain.sittings import forget_ended_sittings

logger = logging.getLogger("your_turn.jobs")
NIGHT_ENDS = dt.time(3)  # the quietest hour: rows of unnamed answers are put in a new order (D1)


@dataclass(frozen=True)
class Job:
    name: str
    run: Callable[[dt.datetime], object]
    nightly: bool = False


JOBS: tuple[Job, ...] = (
    Job("escalate", lambda now: escalate_due(now=now)),
    Job("freeze", lambda now: freeze_due(now=now)),
    Job("progress", lambda now: refresh_progress(now=now)),
    Job("seal audit", lambda now: seal_new_entries(now=now)),
    Job("forget misses", lambda now: forget_old_misses(now=now)),
    Job("forget sittings", lambda now: forget_ended_sittings(now=now), nightly=True),
    Job("forget words", lambda now: forget_old_words(now=now), nightly=True),
    Job("forget meetings", lambda now: forget_old_meetings(now=now), nightly=True),
    Job("shuffle rows", lambda now: shuffle_rows(), nightly=True),
    Job("forget sessions", lambda now: SessionStore.clear_expired(), nightly=True),
)


def night_of(now: dt.datetime) -> dt.date:
    """The date of the last night that has ended, in London."""
    local = timezone.localtime(now)
    return local.date() if local.time() >= NIGHT_ENDS else local.date() - dt.timedelta(days=1)


def run_due(*, now: dt.datetime, last_night: dt.date | None) -> dt.date:
    """Runs what is due and returns the night that is now done. One that breaks keeps no other from running."""
    night = night_of(now)
    for job in JOBS:
        if job.nightly and night == last_night:
            continue
        try:
            job.run(now)
        except Exception:
            logger.exception("job_broke", extra={"job": job.name})
    return night
