"""Freeze every window that is due, oldest first, and refresh the weekly progress bands."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from surveys.releases.domain.forecast import forecast
from surveys.releases.domain.freezing import NotEnough, Refused, freeze_due
from surveys.releases.domain.progress import refresh_progress
from surveys.releases.domain.windows import ref_of
from surveys.releases.models import Release


class Command(BaseCommand):
    help = "Freeze the windows that closed seven days ago or more. Safe to run every night."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--dry-run", action="store_true", help="Say what would happen, in bands, and write nothing."
        )

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        now = timezone.now()
        if dry_run:
            lines = forecast(now=now)
        else:
            lines = [f"{ref_of(window)}: {_said(outcome)}" for window, outcome in freeze_due(now=now)]
            refresh_progress(now=now)
        self.stdout.write("\n".join(lines) or "No window is due.")


def _said(outcome: Release | NotEnough | Refused) -> str:
    if isinstance(outcome, Refused):
        return outcome.reason
    return "not enough answers yet" if isinstance(outcome, NotEnough) else "frozen"
