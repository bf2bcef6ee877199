"""Made-up children for rules: what they are, where they live and what they ticked, without a database."""

import uuid
from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from surveys.questionnaires.enums import FormKind
from surveys.questionnaires.measures import ChooseAny
from surveys.releases.disclosure.crowd import Crowd
from surveys.releases.disclosure.plans import PLANS
from surveys.releases.domain.catalogue import EVERY_BAND, ChooseAnyEntry, Entry
from surveys.releases.domain.sheets import ASKED_AS, SheetCount
from surveys.responses.domain.counting import CountingRow
from tests.releases.conftest import LISTENED, UNDERSTOOD

SECRET = b"s" * 32
BETTER = ChooseAny("better", 1, "Better", "C07", (("a", "A"), ("b", "B"), ("c", "C")), frozenset({FormKind.AFTER}))
ENTRIES = (
    Entry(UNDERSTOOD, "after", EVERY_BAND),
    Entry(LISTENED, "after", EVERY_BAND),
    ChooseAnyEntry(BETTER, "after", EVERY_BAND),
)
ANSWERS = ("yes", "bit", "no", "", "forged")
SEVERAL = ((), ("a",), ("b", "c"), ("a", "b", "c"))
PLACES = ("", "", "Oak House", "Elm House", "East team")


def categories(name: str) -> list[str]:
    """Skewed as real children are: the first two of each characteristic are the commonest."""
    known = [category for category, _ in PLANS[name].categories]
    return [*known[:2] * 3, *known, "forged", ""]


BANDS = [*categories("age_band")[:-2], "12-15", "16-17"]


def a_child(place: int, choices: int) -> CountingRow:
    """One number holds all choices of a child: quick to make up, and it shrinks."""

    def pick(values: Sequence[Any]) -> Any:
        nonlocal choices
        choices, at = divmod(choices, len(values))
        return values[at]

    about = {asked: pick(categories(name)) for name, asked in ASKED_AS.items()}
    said = {"Q27a": (pick(ANSWERS),), "Q27d": (pick(ANSWERS),), "C07": pick(SEVERAL)}
    parts = {part: chosen for part, chosen in said.items() if chosen not in ((), ("",))}
    return CountingRow(uuid.UUID(int=place), f"{place:032x}", "after", pick(BANDS), pick(PLACES), about, parts)


CHILDREN = st.lists(st.integers(0, 2**48 - 1), min_size=20, max_size=90).map(
    lambda drawn: [a_child(place, choices) for place, choices in enumerate(drawn)]
)


def children(count: int, *, first: int = 0, band: str = "12-15", place: str = "", **about: str) -> list[CountingRow]:
    """So many children alike: `children(12, gender="girl-woman")`. Every second one ticks yes."""
    return [
        CountingRow(
            uuid.UUID(int=number),
            f"{number:032x}",
            "after",
            band,
            place,
            about,
            {"Q27a": ("yes" if number % 2 else "no",)},
        )
        for number in range(first, first + count)
    ]


def counted(rows: Sequence[CountingRow], *, secret: bytes = SECRET, entries: Sequence[object] = ENTRIES) -> SheetCount:
    count = SheetCount("after", entries)
    for row in rows:
        count.add(row, secret=secret)
    return count


def crowd_of(rows: Sequence[CountingRow], *, secret: bytes = SECRET) -> Crowd:
    return counted(rows, secret=secret).crowd()
