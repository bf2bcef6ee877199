"""Jobs for the worker: freeze what is due, refresh the weekly bands. Both are safe to run twice."""

from django.utils import timezone
from django_tasks import task

from surveys.releases.domain.freezing import freeze_window, windows_due
from surveys.releases.domain.progress import refresh_progress


@task()
def freeze_due_windows() -> int:
    """Returns how many windows were looked at. No argument, so nothing of a child can be in the queue."""
    now = timezone.now()
    due = windows_due(now=now)
    for window in due:
        freeze_window(window, now=now)
    return len(due)


@task()
def refresh_weekly_progress() -> int:
    return refresh_progress(now=timezone.now())
