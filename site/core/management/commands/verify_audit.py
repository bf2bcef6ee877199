from typing import Any

from django.core.management.base import BaseCommand, CommandError

from core.audit import first_fault


class Command(BaseCommand):
    help = "Checks that no sealed audit entry was changed, added or removed. Names the first batch that does not match."

    def handle(self, *args: Any, **options: Any) -> None:
        if fault := first_fault():
            raise CommandError(f"Entries {fault.first_id} to {fault.last_id} no longer match their seal.")
        self.stdout.write("Every sealed entry matches.")
