"""Between tests with real commits the database is emptied; tables that refuse it stand aside for that.

On PostgreSQL a flush is TRUNCATE, which row triggers do not see. On SQLite it is DELETE, so the
triggers are taken down and put back, word for word, around the flush.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db.backends.sqlite3.base import DatabaseOperations


@pytest.fixture(scope="session", autouse=True)
def flush_may_empty_add_only_tables() -> Iterator[None]:
    flush = DatabaseOperations.execute_sql_flush

    def flush_without_triggers(operations: DatabaseOperations, sql_list: list[str]) -> None:
        with operations.connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%RAISE(ABORT%'")
            triggers: list[Any] = cursor.fetchall()
            for name, _ in triggers:
                cursor.execute(f'DROP TRIGGER "{name}"')
            try:
                flush(operations, sql_list)
            finally:
                for _, sql in triggers:
                    cursor.execute(sql)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(DatabaseOperations, "execute_sql_flush", flush_without_triggers)
        yield
