"""Sends what readers read to their own connection. Outside a reader's request that connection is never used."""

from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model

from core.wall.sorting import MACHINERY, kind_of
from core.wall.zone import current

READER = "reader"


class ReaderRouter:
    def db_for_read(self, model: type[Model], **hints: Any) -> str:
        standing = current()
        if standing is None or kind_of(model) == MACHINERY:
            return DEFAULT_DB_ALIAS
        return standing.reads_from

    def db_for_write(self, model: type[Model], **hints: Any) -> str:
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one: Model, other: Model, **hints: Any) -> bool:
        """Two doors to one house: rows read through either belong together."""
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        return False if db == READER else None
