from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from home.domain.starter import load_starter


class Command(BaseCommand):
    help = "Loads the leaflets, invite wordings and questionnaires a new installation starts with. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        load_starter(now=timezone.now())
        self.stdout.write("Leaflets, invite wordings and questionnaires are in place.")
