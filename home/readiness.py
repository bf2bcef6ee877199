"""May this server take traffic? Each check is one thing that would lose or refuse somebody's words."""

import datetime as dt
import shutil
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from core.key_ring import key_ring
from core.models import Probe

LEAST_FREE_BYTES = 200 * 1024 * 1024


def store_takes_writes(now: dt.datetime) -> bool:
    try:
        with transaction.atomic():
            Probe.objects.update_or_create(pk=1, defaults={"touched_at": now})
    except DatabaseError:
        return False
    return True


def keys_are_there(now: dt.datetime) -> bool:
    try:
        ring = key_ring()
    except (ImproperlyConfigured, OSError):
        return False
    return ring.write in ring.words


def disk_has_room(now: dt.datetime) -> bool:
    folder = settings.DATA_DIR if settings.DATA_DIR.exists() else settings.BASE_DIR
    return shutil.disk_usage(folder).free > LEAST_FREE_BYTES


def tables_are_current(now: dt.datetime) -> bool:
    try:
        executor = MigrationExecutor(connection)
        return not executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return False


CHECKS: dict[str, Callable[[dt.datetime], bool]] = {
    "store": store_takes_writes,
    "keys": keys_are_there,
    "disk": disk_has_room,
    "tables": tables_are_current,
}


def red_checks(*, now: dt.datetime) -> list[str]:
    """Names of the checks that are red; empty means ready."""
    return [name for name, check in CHECKS.items() if not check(now)]
