"""How somebody wants to read. Kept in the child's session for this sitting only, never with a name."""

from collections.abc import Mapping, MutableMapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

SESSION_KEY = "reading"
SIZES = {"": _("As it is"), "bigger": _("Bigger"), "biggest": _("Biggest")}
TINTS = {
    "": _("Warm"),
    "white": _("White"),
    "yellow": _("Yellow"),
    "blue": _("Blue"),
    "green": _("Green"),
    "rose": _("Rose"),
    "grey": _("Grey"),
}
LETTERS = {"": _("As it is"), "wide": _("Plainer, wider"), "clear": _("Easy to tell apart")}
CONTRASTS = {"": _("As it is"), "strong": _("Black on white"), "dark": _("White on black")}


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

    @property
    def controls(self) -> list[tuple[str, str]]:
        """The bar: what a press changes, and what it makes of it, in words."""
        sizes = {"": _("Bigger"), "bigger": _("Bigger still"), "biggest": _("Usual size")}
        contrasts = {"": _("Black on white"), "strong": _("White on black"), "dark": _("In colour")}
        there = (
            ("size", sizes[self.size]),
            ("space", _("Usual space") if self.space else _("More space")),
            ("tint", _("Another colour")),
            ("letters", _("Other letters")),
            ("contrast", contrasts[self.contrast]),
            ("calm", _("Less calm") if self.calm else _("Calm")),
            ("all", _("All the choices")),
        )
        return [(control, gettext(words)) for control, words in there]

    def as_session_value(self) -> dict[str, Any]:
        return asdict(self)


def step(reading: Reading, control: str) -> Reading:
    """What one press of a control of the bar makes of it. Sizes, letters and contrasts go round and come back."""
    if control == "space":
        return replace(reading, space=not reading.space)
    if control == "calm":
        return replace(reading, calm=not reading.calm)
    rounds = {"size": SIZES, "letters": LETTERS, "contrast": CONTRASTS, "tint": TINTS}
    if control not in rounds:
        return reading
    values = list(rounds[control])
    following = values[(values.index(getattr(reading, control)) + 1) % len(values)]
    return reading_of({**asdict(reading), control: following})


def keep(session: MutableMapping[str, Any], reading: Reading) -> None:
    """For this sitting; as it was at first leaves nothing behind."""
    if reading == Reading():
        session.pop(SESSION_KEY, None)
    else:
        session[SESSION_KEY] = reading.as_session_value()


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
