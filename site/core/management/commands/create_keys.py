from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from core.key_ring import create_key_ring


class Command(BaseCommand):
    help = "Writes a new key ring to KEY_RING_FILE. Keeps the one that is there."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            create_key_ring(settings.KEY_RING_FILE)
        except FileExistsError:
            self.stdout.write(f"The key ring is already there: {settings.KEY_RING_FILE}")
        else:
            self.stdout.write(f"Made a key ring: {settings.KEY_RING_FILE}. Keep a copy apart from the database.")
