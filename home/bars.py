"""Where the parts of a bar stand. Numbers only: the drawing is in components/stackbar.html."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

FILLS = ("#bfe9d2", "url(#p-some)", "url(#p-no)", "#bcdcff", "#d9ccff")
UNSAID = "url(#p-unsaid)"
UNSAID_LABELS = ("did not say", "didn’t say", "didn't say", "did-not-say")
NARROWEST_WITH_NUMBER = 6.0


@dataclass(frozen=True)
class Bar:
    """One part, in per cent of the width."""

    label: str
    count: int
    share: str
    x: float
    width: float
    fill: str
    fill_class: str = "part"
    how_many: str = ""  # the count in words, "fewer than 10" where only a bound is told

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 2)

    @property
    def fits(self) -> bool:
        return self.width >= NARROWEST_WITH_NUMBER and self.how_many in ("", str(self.count))


def bars(options: Iterable[Any]) -> list[Bar]:
    """`options` are (label, count, share words) in the order they are drawn."""
    options = list(options)
    rows = [tuple(option) for option in options]
    words = [str(getattr(option, "count_words", row[1])) for option, row in zip(options, rows, strict=True)]
    total = sum(int(row[1]) for row in rows)
    made: list[Bar] = []
    at = 0.0
    for place, (label, count, share) in enumerate(rows):
        width = round(100 * int(count) / total, 2) if total else 0.0
        fill = UNSAID if str(label).lower() in UNSAID_LABELS else FILLS[place % len(FILLS)]
        made.append(Bar(str(label), int(count), str(share), round(at, 2), width, fill, how_many=words[place]))
        at += width
    return made
