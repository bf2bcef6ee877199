"""The reader's role on PostgreSQL: SELECT on readable tables, and nothing else in the whole database."""

from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, ProgrammingError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from core.wall.router import READER
from core.wall.sorting import READABLE, tables

RELATIONS = """
    SELECT c.relname, has_table_privilege(%s, c.oid, 'SELECT') OR has_any_column_privilege(%s, c.oid, 'SELECT'),
           has_table_privilege(%s, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
    FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
"""


class WallNotBuilt(Exception):
    """The database did not let us. `sql` is what somebody with the right has to run, without a password."""

    def __init__(self, sql: list[str]) -> None:
        super().__init__("The reader's role is not as it should be, and this login may not change it.")
        self.sql = sql


def reader_login() -> tuple[str, str]:
    """Name and password of the reader's role. Without an address of its own it is a role, not a login."""
    if settings.READER_HAS_OWN_LOGIN:
        reader = settings.DATABASES[READER]
        return str(reader["USER"]), str(reader["PASSWORD"])
    return settings.READER_ROLE, ""


def build_wall(*, using: str = DEFAULT_DB_ALIAS) -> bool:
    """Makes the role and its grants what they should be; False when they are already. Raises WallNotBuilt."""
    connection = connections[using]
    role, _ = reader_login()
    if _exists(connection, role) and stands(connection, role):
        return False
    statements = _statements(connection, role)
    try:
        with transaction.atomic(using=using), connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
    except ProgrammingError as error:
        raise WallNotBuilt([*_to_run_by_hand(statements), *_password_by_hand(role)]) from error
    return True


def stands(connection: BaseDatabaseWrapper, role: str) -> bool:
    """Whether the role reads the readable tables, each of them, and can do nothing else with any table."""
    with connection.cursor() as cursor:
        cursor.execute(RELATIONS, [role, role, role])
        rows = cursor.fetchall()
    wanted = tables(READABLE) & {name for name, _, _ in rows}
    return {name for name, reads, _ in rows if reads} == wanted and not any(writes for _, _, writes in rows)


def _exists(connection: BaseDatabaseWrapper, role: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
        return cursor.fetchone() is not None


def _statements(connection: BaseDatabaseWrapper, role: str) -> list[str]:
    """First the role, if there is none, then every grant afresh, in one transaction: no moment without a wall."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database(), current_schema()")
        database, schema = map(connection.ops.quote_name, cursor.fetchone())
        there = set(connection.introspection.table_names(cursor))
    name = connection.ops.quote_name(role)
    readable = ", ".join(connection.ops.quote_name(table) for table in sorted(tables(READABLE) & there))
    made = [] if _exists(connection, role) else _creating(connection, role)
    granted = [f"GRANT SELECT ON {readable} TO {name}"] if readable else []
    return [
        *made,
        f"GRANT CONNECT ON DATABASE {database} TO {name}",
        f"GRANT USAGE ON SCHEMA {schema} TO {name}",
        f"REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM {name}",
        f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA {schema} FROM {name}",
        *granted,
    ]


def _creating(connection: BaseDatabaseWrapper, role: str) -> list[str]:
    name = connection.ops.quote_name(role)
    if not settings.READER_HAS_OWN_LOGIN:
        return [f"CREATE ROLE {name} NOLOGIN", f"GRANT {name} TO CURRENT_USER"]
    return [f"CREATE ROLE {name} LOGIN PASSWORD '{_scrambled(connection, role)}'"]


def _scrambled(connection: Any, role: str) -> str:
    """The password as PostgreSQL stores it, so that it stands in no log of statements."""
    line = connection.connection.pgconn
    encoded: bytes = line.encrypt_password(reader_login()[1].encode(), role.encode(), b"scram-sha-256")
    return encoded.decode()


def _to_run_by_hand(statements: list[str]) -> list[str]:
    return [f"{statement.split(' PASSWORD ')[0]};" for statement in statements]


def _password_by_hand(role: str) -> list[str]:
    return [f"\\password {role}"] if settings.READER_HAS_OWN_LOGIN else []
