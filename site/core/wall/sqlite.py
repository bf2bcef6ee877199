"""On SQLite the reader's connection has an authorizer: whatever is not a readable table does not exist for it."""

import sqlite3
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from core.wall.router import READER
from core.wall.sorting import READABLE, tables

HARMLESS = frozenset(
    {
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_FUNCTION,
        sqlite3.SQLITE_RECURSIVE,
        sqlite3.SQLITE_TRANSACTION,
        sqlite3.SQLITE_SAVEPOINT,
    }
)


def authorize(action: int, table: str | None, *rest: str | None) -> int:
    """Asked by SQLite for each thing a statement would do. Writing, attaching and settings are refused, too."""
    if action in HARMLESS:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_READ and table in tables(READABLE):
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def blind_the_reader(sender: Any, connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    if connection.alias == READER and connection.vendor == "sqlite":
        connection.connection.set_authorizer(authorize)
