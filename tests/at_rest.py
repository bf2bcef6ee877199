"""What lies on the disk: the raw files of SQLite, as a thief of the disk would have them."""

import subprocess
from pathlib import Path

from django.db import connection


def database_files() -> list[Path]:
    """The database of the run and what SQLite keeps beside it; nothing on PostgreSQL, whose files are its own."""
    if connection.vendor != "sqlite":
        return []
    store = Path(str(connection.settings_dict["NAME"]))
    return [store, *sorted(store.parent.glob(f"{store.name}-*"))]


def bytes_at_rest() -> dict[str, bytes]:
    """Each file's bytes by its name, read by another process.

    Closing a file drops every lock this process holds on it (POSIX). SQLite would then lose its own, a server in
    another process would take the log of writes away, and this one would look at the past.
    https://www.sqlite.org/howtocorrupt.html (2.2)
    """
    return {
        file.name: subprocess.run(["cat", "--", str(file)], check=True, capture_output=True).stdout
        for file in database_files()
    }
