"""Jobs for the worker."""

from django.utils import timezone
from django_tasks import task

from participation.listening.domain.escalation import escalate_due


@task()
def tick() -> int:
    """The same as the command listen_tick."""
    return escalate_due(now=timezone.now())
