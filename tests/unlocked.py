"""How a function would run if nothing held others back while it looks and then writes: the control of the races (R-4).

Nobody waits for a time. Everybody looks, and nobody writes before everybody has looked.
"""

import functools
import threading
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet


def without_the_lock(monkeypatch: pytest.MonkeyPatch, work: Callable[..., Any]) -> Callable[..., Any]:
    """Rows are not locked. On SQLite the lock is the beginning of the transaction, so there it begins none."""
    monkeypatch.setattr(QuerySet, "select_for_update", lambda rows, **_: rows)
    return work if connection.vendor == "postgresql" else work.__wrapped__  # type: ignore[attr-defined]  # kept by `atomic`


def all_look_first(monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str, *, count: int) -> None:
    """`module.name` is what looks: it answers each of the first `count` when all of them have asked."""
    looks, gate = getattr(module, name), threading.Barrier(count)

    @functools.wraps(looks)
    def then_wait(*args: Any, **options: Any) -> Any:
        found = looks(*args, **options)
        gate.wait(timeout=60)
        return found

    monkeypatch.setattr(module, name, then_wait)
