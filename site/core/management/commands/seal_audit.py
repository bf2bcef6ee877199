from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from core.audit import seal_new_entries


class Command(BaseCommand):
    help = "Seals the audit entries that were added since the last time into the chain."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Sealed: {seal_new_entries(now=timezone.now())}")
