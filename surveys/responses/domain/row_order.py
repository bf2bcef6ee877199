"""The order in which rows lie in the store must not tell who answered when (D1, AC-58).

SQLite gives each row a hidden number in order of arrival; PostgreSQL appends. Both are rewritten here,
nightly and
before a freeze. Keys are random already, so sorting by key is a shuffle.
"""

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from surveys.responses.models import Answer, Response, Words

ROWID_BITS = 2**62 - 1


def shuffle_rows() -> None:
    """Rewrites the answer tables in an order that says nothing. Safe to run at any time; locks them for a
    moment.
    """
    for model in (Response, Answer, Words):
        with transaction.atomic(), connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                _give_random_numbers(cursor, model._meta.db_table)
            elif connection.vendor == "postgresql":
                _lay_by_key(cursor, model._meta.db_table)


def _give_random_numbers(cursor: CursorWrapper, table: str) -> None:
    cursor.execute(f"UPDATE {connection.ops.quote_name(table)} SET rowid = abs(random()) & {ROWID_BITS}")  # noqa: S608  # nosec B608 - names of our own tables


def _lay_by_key(cursor: CursorWrapper, table: str) -> None:
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # PostgreSQL refuses to rewrite a table with checks outstanding
    cursor.execute(
        "SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = %s::regclass AND indisprimary",
        [table],
    )
    (key_index,) = cursor.fetchone()
    cursor.execute(f"CLUSTER {connection.ops.quote_name(table)} USING {key_index}")
