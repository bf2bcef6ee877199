"""A site whose SQLite does not wait for the disk: the proof by system calls must catch it (M11)."""

from typing import Any

from django.db.backends.signals import connection_created

from config.wsgi import application


def _do_not_wait(connection: Any, **_: Any) -> None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=NORMAL")


connection_created.connect(_do_not_wait, weak=False)
__all__ = ["application"]
