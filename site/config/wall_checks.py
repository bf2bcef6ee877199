"""The wall proven at a start: by the settings, and by asking the readers' own connection for what it must not give."""

from typing import Any

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.db import DatabaseError, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from core.wall.postgres import stands
from core.wall.router import READER
from core.wall.sorting import READABLE, tables

NO_LOGIN = "Set READER_DATABASE_URL: readers' pages need a login of their own that cannot read answers."
NOT_USED = "READ_FROM is to be the readers' own connection."
OPEN = "The readers' login reads “%s”. Run `manage.py build_reader_wall`; take other roles away from that login."
SHUT = "The readers' login cannot read “%s”, or may do more than read. Run `manage.py build_reader_wall`."


@register(Tags.security)
def readers_have_their_own_login(app_configs: Any, **kwargs: Any) -> list[Error]:
    if not getattr(settings, "PRODUCTION", False):
        return []
    on_postgres = settings.DATABASES["default"]["ENGINE"].endswith("postgresql")
    errors = [Error(NO_LOGIN, id="yourturn.E112")] if on_postgres and not settings.READER_HAS_OWN_LOGIN else []
    return [*errors, *([] if settings.READ_FROM == READER else [Error(NOT_USED, id="yourturn.E113")])]


@register(Tags.database)
def readers_cannot_read_answers(app_configs: Any, **kwargs: Any) -> list[Error]:
    """Runs with `check --database reader`: asks for every table, the way a page would."""
    if READER not in (kwargs.get("databases") or []):
        return []
    connection = connections[READER]
    with connections["default"].cursor() as cursor:
        there = connections["default"].introspection.table_names(cursor)
    errors = [
        Error(OPEN % table, id="yourturn.E114")
        for table in there
        if table not in tables(READABLE) and _is_given(connection, table)
    ]
    errors += [
        Error(SHUT % table, id="yourturn.E115")
        for table in there
        if table in tables(READABLE) and not _is_given(connection, table)
    ]
    return errors or _rights_beyond(connection)


def _is_given(connection: BaseDatabaseWrapper, table: str) -> bool:
    """Whether the database lets this connection look into the table. No row is asked for."""
    try:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT 1 FROM {connection.ops.quote_name(table)} LIMIT 0")  # noqa: S608  # nosec B608 - names of our own tables
    except DatabaseError:
        return False
    return True


def _rights_beyond(connection: BaseDatabaseWrapper) -> list[Error]:
    """On PostgreSQL also: nothing may be written, and no other role can be put on that could do more."""
    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, (SELECT count(*) FROM pg_roles r WHERE pg_has_role(r.oid, 'MEMBER'))")
        login, roles = cursor.fetchone()
    alone = stands(connection, login) and roles == 1
    return [] if alone else [Error(SHUT % "another role's tables", id="yourturn.E115")]
