"""What has to happen by itself. Every job is safe to repeat and to cut off half-way; `manage.py tick` runs them."""

import datetime as dt
import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.contrib.sessions.backends.db import SessionStore
from django.db import close_old_connections
from django.utils import timezone

from core.audit import seal_new_entries
from core.misses import forget_old_misses
from participation.influence.domain.due import tell_owners_of_due
from participation.listening.domain.escalation import escalate_due
from participation.meetings.domain.forgetting import forget_old_meetings
from participation.subgroups.domain.chasing import chase_groups
from surveys.polls.domain.counting import refresh_poll_progress
from surveys.polls.domain.running import destroy_waiting
from surveys.releases.domain.freezing import freeze_due
from surveys.releases.domain.poll_freezing import freeze_due_polls
from surveys.releases.domain.progress import refresh_progress
from surveys.responses.domain.retention import forget_old_words
from surveys.responses.domain.row_order import shuffle_rows
from surveys.responses.domain.sittings import forget_ended_sittings

logger = logging.getLogger("your_turn.jobs")
NIGHT_ENDS = dt.time(3)  # the quietest hour: rows of unnamed answers are put in a new order (D1)


@dataclass(frozen=True)
class Job:
    """`slow`: may take many minutes, so it never stands in the way of an alert or a worry."""

    name: str
    run: Callable[[dt.datetime], object]
    nightly: bool = False
    slow: bool = False


JOBS: tuple[Job, ...] = (
    Job("escalate", lambda now: escalate_due(now=now)),
    Job("chase groups", lambda now: chase_groups(now=now)),
    Job("recommendations due", lambda now: tell_owners_of_due(now=now)),
    Job("freeze", lambda now: freeze_due(now=now), slow=True),
    Job("freeze polls", lambda now: freeze_due_polls(now=now), slow=True),
    Job("progress", lambda now: refresh_progress(now=now)),
    Job("poll progress", lambda now: refresh_poll_progress(now=now)),
    Job("destroy poll counts", lambda now: destroy_waiting(now=now), nightly=True),
    Job("seal audit", lambda now: seal_new_entries(now=now)),
    Job("forget misses", lambda now: forget_old_misses(now=now)),
    Job("forget sittings", lambda now: forget_ended_sittings(now=now), nightly=True),
    Job("forget words", lambda now: forget_old_words(now=now), nightly=True),
    Job("forget meetings", lambda now: forget_old_meetings(now=now), nightly=True),
    Job("shuffle rows", lambda now: shuffle_rows(), nightly=True, slow=True),
    Job("forget sessions", lambda now: SessionStore.clear_expired(), nightly=True),
)


def night_of(now: dt.datetime) -> dt.date:
    """The date of the last night that has ended, in London."""
    local = timezone.localtime(now)
    return local.date() if local.time() >= NIGHT_ENDS else local.date() - dt.timedelta(days=1)


def run_again_and_again(jobs: Sequence[Job], *, every: float, stopped: threading.Event) -> None:
    """Slow jobs take turns in a thread of their own: a freeze is attacked for minutes, and a child's alert never waits.

    Stopped in the middle a freeze leaves nothing behind (D7), so nobody waits for that thread.
    """
    slow = [job for job in jobs if job.slow]
    quick = [job for job in jobs if not job.slow]
    threading.Thread(target=_go_on, args=(slow, every, stopped), daemon=True).start()
    _go_on(quick, every, stopped)


def _go_on(jobs: Sequence[Job], every: float, stopped: threading.Event) -> None:
    night: dt.date | None = None
    while True:
        night = run_due(now=timezone.now(), last_night=night, jobs=jobs)
        close_old_connections()
        if stopped.wait(every):
            return


def run_due(*, now: dt.datetime, last_night: dt.date | None, jobs: Sequence[Job] = JOBS) -> dt.date:
    """Runs what is due and returns the night that is now done. One that breaks keeps no other from running."""
    night = night_of(now)
    for job in jobs:
        if job.nightly and night == last_night:
            continue
        try:
            job.run(now)
        except Exception:
            logger.exception("job_broke", extra={"job": job.name})
    return night
