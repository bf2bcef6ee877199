"""Refuses a statement that names a walled table, before it is sent, and notices when the database refused one."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from django.db import DatabaseError

from core.wall.sorting import WALLED, tables

CATALOGUES = (r"pg_stat\w*", "pg_class", r"sqlite_\w+", r"\w+_id_seq")  # they tell how many rows a table has
PERMISSION_DENIED = "42501"
Execute = Callable[[str, Any, bool, dict[str, Any]], Any]


class WallTouched(Exception):
    """A reader's page asked for a table of answers or of who gave them. The name of a table; never a value."""


@cache
def walled_names() -> re.Pattern[str]:
    names = [re.escape(name) for name in sorted(tables(WALLED), key=len, reverse=True)]
    return re.compile(rf"\b({'|'.join([*names, *CATALOGUES])})\b", re.IGNORECASE)


def refusing(touched: list[str]) -> Callable[[Execute, str, Any, bool, dict[str, Any]], Any]:
    """A wrapper for a connection (Django's execute_wrapper) that writes down what it refused."""

    def guard(execute: Execute, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        if found := walled_names().search(str(sql)):
            touched.append(found.group(1))
            raise WallTouched(found.group(1))
        try:
            return execute(sql, params, many, context)
        except DatabaseError as error:
            if not is_refusal(error):
                raise
            touched.append("not granted")
            raise WallTouched("not granted") from None

    return guard


def is_refusal(error: DatabaseError) -> bool:
    """Whether the database itself kept the table from this connection."""
    if getattr(error.__cause__, "sqlstate", None) == PERMISSION_DENIED:
        return True
    return any(word in str(error) for word in ("is prohibited", "not authorized"))
