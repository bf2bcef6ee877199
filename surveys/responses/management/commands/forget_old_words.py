"""Deletes what is past its day; a daily job. `--dry-run` shows an auditor what would go, as counts."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from surveys.responses.domain.retention import forget_old_words


class Command(BaseCommand):
    help = "Removes unsent drafts after 30 days, and words and identity 90 days after the meeting."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="Only say what would go.")

    def handle(self, *args: Any, **options: Any) -> None:
        done = forget_old_words(now=timezone.now(), dry_run=options["dry_run"])
        verb = "would go" if options["dry_run"] else "went"
        self.stdout.write(
            f"{done.drafts} drafts and the words of {done.responses} responses {verb}; "
            f"{done.waiting} wait to be copied to the record or are held."
        )
