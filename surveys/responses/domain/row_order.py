"""The order in which rows lie in the store must not tell who answered when (D1, AC-58).

SQLite gives each row a hidden number in order of arrival; PostgreSQL appends. Both are rewritten here, nightly and
before a freeze. Keys are random already, so sorting by key is a shuffle.
"""

from django.db import connection, transaction

from surveys.responses.models import Answer, Response, Words

ROWID_BITS = 2**62 - 1


def shuffle_rows() -> None:
    """Rewrites the answer tables in an order that says nothing. Safe to run at any time; locks them for a moment."""
    for model in (Response, Answer, Words):
        table = connection.ops.quote_name(model._meta.db_table)
        with transaction.atomic(), connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute(f"UPDATE {table} SET rowid = abs(random()) & {ROWID_BITS}")  # noqa: S608 - own name
            elif connection.vendor == "postgresql":
                cursor.execute("SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = %s::regclass AND indisprimary", [table])
                (index,) = cursor.fetchone()
                cursor.execute(f"CLUSTER {table} USING {index}")
