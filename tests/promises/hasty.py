"""A site that says "saved" first and stores later: the durability test must catch it."""

import threading
from typing import Any

from config.wsgi import application
from surveys.responses.views import check

AT_A_TIME = 5
_really_send = check.send_response
_waiting: list[tuple[Any, dict[str, Any]]] = []
_door = threading.Lock()


def _send_later(ticket: Any, **sent: Any) -> None:
    with _door:
        _waiting.append((ticket, sent))
        full = len(_waiting) >= AT_A_TIME
        batch = _waiting[:] if full else []
        if full:
            _waiting.clear()
    for waiting, arguments in batch:
        _really_send(waiting, **arguments)


check.send_response = _send_later
__all__ = ["application"]
