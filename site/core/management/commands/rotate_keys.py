from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from core.rotation import count_behind, rotate_all


class Command(BaseCommand):
    help = (
        "Seals every word again with the key named by `write` in the key ring. "
        "Add the new key to the ring first; take the old one out when nothing is left. Safe to stop and start."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="Only say how many are left")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["dry_run"]:
            for place, moved in rotate_all():
                self.stdout.write(f"{place}: {moved} moved")
        self.stdout.write(f"Left with an older key: {count_behind()}")
