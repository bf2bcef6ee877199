"""Freeze every window that is due, oldest first, and refresh the weekly progress bands."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from surveys.releases.domain.freezing import NotEnough, freeze_due, windows_due
from surveys.releases.domain.progress import refresh_progress
from surveys.releases.domain.windows import ref_of


class Command(BaseCommand):
    help = "Freeze the windows that closed seven days ago or more. Safe to run every night."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="Only say which windows are due.")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        now = timezone.now()
        due = windows_due(now=now)
        if dry_run:
            for window in due:
                self.stdout.write(f"{ref_of(window)}: would be frozen")
        else:
            for window, outcome in freeze_due(now=now):
                said = "not enough answers yet" if isinstance(outcome, NotEnough) else "frozen"
                self.stdout.write(f"{ref_of(window)}: {said}")
            refresh_progress(now=now)
        self.stdout.write(f"{len(due)} windows were due.")
