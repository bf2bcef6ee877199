"""Runs every night, after `forget_old_words`. Reason: children's names and meeting places are kept no longer
than the plan needs them (UK GDPR art. 5(1)(e)); `--dry-run` shows how many would go."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from participation.meetings.domain.forgetting import forget_old_meetings


class Command(BaseCommand):
    help = "Deletes names, places and replies 90 days after a meeting, once nothing needs them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="Count only; delete nothing.")

    def handle(self, *args: Any, **options: Any) -> None:
        gone = forget_old_meetings(now=timezone.now(), dry_run=options["dry_run"])
        self.stdout.write(f"{gone} invitations {'would go' if options['dry_run'] else 'gone'}.")
