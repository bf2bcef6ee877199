"""Which requests read, and from where. One standing for a request, kept beside it while its page is made."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections

from core.wall.guard import WallTouched, refusing

READER_PREFIXES = ("/groups/", "/champions/", "/changed/", "/work/evidence/")
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass
class Standing:
    """`reads_from`: the connection for readable tables. `touched`: walled names that something asked for."""

    reads_from: str
    touched: list[str] = field(default_factory=list)


_standing: ContextVar[Standing | None] = ContextVar("standing", default=None)


def current() -> Standing | None:
    return _standing.get()


def connection_for(path: str, method: str | None) -> str | None:
    """Where a page at this address reads from; None where no reader's page is.

    A form reads from the connection it writes to, or it would not see its own change. The guard watches both.
    """
    if not path.startswith(READER_PREFIXES):
        return None
    return settings.READ_FROM if method in SAFE else DEFAULT_DB_ALIAS


@contextmanager
def behind_the_wall(reads_from: str) -> Iterator[Standing]:
    """Inside, reads go to `reads_from`, and a walled table is refused on every connection.

    Raises WallTouched at the end although the code inside caught the refusal: nothing it made may be shown.
    """
    standing = Standing(reads_from)
    token = _standing.set(standing)
    try:
        with ExitStack() as guards:
            for alias in {reads_from, DEFAULT_DB_ALIAS}:
                guards.enter_context(connections[alias].execute_wrapper(refusing(standing.touched)))
            yield standing
    finally:
        _standing.reset(token)
    if standing.touched:
        raise WallTouched(standing.touched[0])
