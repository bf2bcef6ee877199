"""Follow-up questions: asked only after a certain answer, and never a dead end (SUR2).

A follow-up depends on one closed part of an earlier question, so walking forward always reaches the end, and each
follow-up can be reached. What it collects is never counted (D4): only some children were asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Ticked = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds when one of `options` of part `part` was ticked."""

    part: str
    options: tuple[str, ...]

    def holds(self, ticked: Ticked) -> bool:
        return any(option in ticked.get(self.part, ()) for option in self.options)

    def to_json(self) -> dict[str, Any]:
        return {"part": self.part, "options": list(self.options)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Condition":
        return cls(str(data["part"]), tuple(str(option) for option in data["options"]))
