"""How somebody wants to read. Kept in the child's session for this sitting only, never with a name."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

SESSION_KEY = "reading"
SIZES = {"": "As it is", "bigger": "Bigger", "biggest": "Biggest"}
TINTS = {
    "": "Warm",
    "white": "White",
    "yellow": "Yellow",
    "blue": "Blue",
    "green": "Green",
    "rose": "Rose",
    "grey": "Grey",
}


@dataclass(frozen=True)
class Reading:
    size: str = ""
    tint: str = ""
    space: bool = False
    plain: bool = False
    shift_off: bool = False

    @property
    def classes(self) -> str:
        """The classes of <html>."""
        parts = [
            f"reading-{self.size}" if self.size else "",
            f"tint-{self.tint}" if self.tint else "",
            "reading-space" if self.space else "",
            "reading-plain" if self.plain else "",
        ]
        return " ".join(part for part in parts if part)

    def as_session_value(self) -> dict[str, Any]:
        return asdict(self)


def read_from(session: Mapping[str, Any]) -> Reading:
    """The choice in a session; anything odd in it counts as no choice."""
    kept = session.get(SESSION_KEY)
    return reading_of(kept) if isinstance(kept, dict) else Reading()


def reading_of(values: Mapping[str, Any]) -> Reading:
    size, tint = str(values.get("size", "")), str(values.get("tint", ""))
    return Reading(
        size=size if size in SIZES else "",
        tint=tint if tint in TINTS else "",
        space=bool(values.get("space")),
        plain=bool(values.get("plain")),
        shift_off=bool(values.get("shift_off")),
    )
