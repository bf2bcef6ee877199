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
LETTERS = {"": "As it is", "wide": "Plainer, wider", "clear": "Easy to tell apart"}
CONTRASTS = {"": "As it is", "strong": "Black on white", "dark": "White on black"}


@dataclass(frozen=True)
class Reading:
    size: str = ""
    tint: str = ""
    letters: str = ""
    contrast: str = ""
    space: bool = False
    calm: bool = False
    shift_off: bool = False

    @property
    def classes(self) -> str:
        """The classes of <html>."""
        chosen = {"reading": self.size, "tint": self.tint, "letters": self.letters, "contrast": self.contrast}
        parts = [f"{name}-{value}" if value else "" for name, value in chosen.items()]
        parts += ["reading-space" if self.space else "", "calm" if self.calm else ""]
        return " ".join(part for part in parts if part)

    def as_session_value(self) -> dict[str, Any]:
        return asdict(self)


def read_from(session: Mapping[str, Any]) -> Reading:
    """The choice in a session; anything odd in it counts as no choice."""
    kept = session.get(SESSION_KEY)
    return reading_of(kept) if isinstance(kept, dict) else Reading()


def reading_of(values: Mapping[str, Any]) -> Reading:
    return Reading(
        size=_one_of(SIZES, values.get("size")),
        tint=_one_of(TINTS, values.get("tint")),
        letters=_one_of(LETTERS, values.get("letters")),
        contrast=_one_of(CONTRASTS, values.get("contrast")),
        space=bool(values.get("space")),
        calm=bool(values.get("calm")),
        shift_off=bool(values.get("shift_off")),
    )


def _one_of(choices: Mapping[str, str], value: object) -> str:
    return str(value) if str(value) in choices else ""
