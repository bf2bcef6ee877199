"""One line per event. A traceback says where, never with what: values of variables and messages stay out (AC-44)."""

import json
import logging
import traceback
from types import TracebackType

STANDARD = frozenset(logging.LogRecord("", 0, "", 0, "", (), None).__dict__) | {"message", "asctime", "request"}


def where(trace: TracebackType | None) -> list[str]:
    return [f"{frame.filename.rsplit('/', 2)[-1]}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]


class EventFormatter(logging.Formatter):
    """Keeps `msg` (the event's fixed name) and our own extra ids; drops arguments, which may hold a path or a value."""

    def format(self, record: logging.LogRecord) -> str:
        event: dict[str, object] = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname,
            "logger": record.name,
            "event": str(record.msg)[:80],
        }
        event |= {key: str(value)[:80] for key, value in vars(record).items() if key not in STANDARD}
        if record.exc_info and record.exc_info[0]:
            event |= {"error": record.exc_info[0].__name__, "where": where(record.exc_info[2])[-8:]}
        return json.dumps(event)
