"""Passes on what nobody picked up in time. Run every minute (cron or the job worker); safe to run twice."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from participation.listening.domain.escalation import escalate_due


class Command(BaseCommand):
    help = "Passes on alerts and words that nobody picked up in time. Run it every minute."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Passed on: {escalate_due(now=timezone.now())}")
