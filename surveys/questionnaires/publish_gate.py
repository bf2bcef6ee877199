"""One open door for publishing (D3). Only ``domain.publishing`` opens it, for one row, for one call."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

_open_for: ContextVar[Any] = ContextVar("questionnaire_gate", default=None)


class NotThroughTheGate(RuntimeError):
    """Someone tried to make a questionnaire live without the checks."""


@contextmanager
def gate_open_for(pk: Any) -> Iterator[None]:
    token = _open_for.set(pk)
    try:
        yield
    finally:
        _open_for.reset(token)


def is_gate_open_for(pk: Any) -> bool:
    return pk is not None and _open_for.get() == pk
