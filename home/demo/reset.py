"""An empty store for a new demo world. Only ever reached from load_demo, which refuses production."""

from pathlib import Path

from django.core.management import call_command
from django.db import connection


def empty_the_store() -> None:
    """Removes every table and makes them again. SQLite: the files; PostgreSQL: the schema."""
    if connection.vendor == "sqlite":
        path = Path(str(connection.settings_dict["NAME"]))
        connection.close()
        for tail in ("", "-wal", "-shm"):
            Path(f"{path}{tail}").unlink(missing_ok=True)
    else:
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE")
            cursor.execute("CREATE SCHEMA public")
    call_command("migrate", verbosity=0)
