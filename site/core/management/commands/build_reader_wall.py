from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DEFAULT_DB_ALIAS, connections

from core.wall.postgres import WallNotBuilt, build_wall


class Command(BaseCommand):
    help = "Gives the readers' connection its role and its rights, and no others. Safe to run at any time."

    def handle(self, *args: Any, **options: Any) -> None:
        if connections[DEFAULT_DB_ALIAS].vendor != "postgresql":
            self.stdout.write("SQLite needs nothing here: the site puts the wall up itself.")
            return
        try:
            built = build_wall()
        except WallNotBuilt as refused:
            lines = "\n  ".join(refused.sql)
            raise CommandError(
                f"This login may not do that. Ask whoever keeps the database to run:\n  {lines}"
            ) from None
        self.stdout.write("The wall is built." if built else "The wall stands as it should.")
