"""What a release holds, as plain typed data that goes to JSON and back without loss.

There is no field for an exact count, a record or a secret: what has no place can not be stored.
"""

import json
from dataclasses import asdict, dataclass
from typing import Any

SHOWN = "shown"  # figures for everyone
TOTAL_ONLY = "total_only"  # enough to say "10 or more answered", not enough for figures
EVERYONE = "everyone"  # the characteristic of a table that counts everyone
NOT_ENOUGH = "not_enough"  # no figures; these answers wait for the next report


@dataclass(frozen=True, slots=True)
class PublishedCell:
    option: str
    label: str
    count: int
    extreme: str = ""


@dataclass(frozen=True, slots=True)
class PublishedTable:
    """`better` is the answer group that is good news, or "" where no answer is better.

    `asked`: the age bands that were asked, where that is not everyone (rule 5).
    """

    measure: str
    version: int
    title: str
    characteristic: str
    group: str
    n_shown: int
    better: str
    cells: tuple[PublishedCell, ...]
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PublishedGroup:
    label: str
    n_shown: int


@dataclass(frozen=True, slots=True)
class PublishedGrouping:
    """How a characteristic was grouped, the same for every question of the sheet; no groups: not shown (rule 6)."""

    characteristic: str
    groups: tuple[PublishedGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class PublishedQuote:
    """Words two people have passed. `reworded`: changed to protect people. Nothing else may stand beside it."""

    words: str
    reworded: bool


@dataclass(frozen=True, slots=True)
class PublishedSheet:
    """`tables` holds everyone and breakdowns; a theme is a table of ticked, not ticked and did not say."""

    form: str
    state: str
    n_shown: int | None
    tables: tuple[PublishedTable, ...] = ()
    groupings: tuple[PublishedGrouping, ...] = ()
    themes: tuple[PublishedTable, ...] = ()
    quotes: tuple[PublishedQuote, ...] = ()

    def table(self, measure: str) -> PublishedTable | None:
        """The figures for everyone."""
        everyone = (table for table in self.tables if table.characteristic == EVERYONE)
        return next((table for table in everyone if table.measure == measure), None)

    def breakdown(self, measure: str, characteristic: str) -> tuple[PublishedTable, ...]:
        """One table for each group, or none: then the one mark for "not shown" stands there."""
        return tuple(
            table for table in self.tables if (table.measure, table.characteristic) == (measure, characteristic)
        )


@dataclass(frozen=True, slots=True)
class PublishedReach:
    """Who answered against who lives here, as a band. `group` is "" for everyone; `population` a multiple of 5."""

    characteristic: str
    group: str
    band: str
    population: int


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """A protected count out of a protected size: a step of taking part, or a promise kept."""

    name: str
    label: str
    count: int
    n_shown: int
    extreme: str = ""


@dataclass(frozen=True, slots=True)
class ReleaseContent:
    """Dates are ISO days. `rules`: the strictness it was made with. `covers`: the refs a year is made of."""

    ref: str
    title: str
    opens_on: str
    closes_on: str
    frozen_on: str
    rules: dict[str, int]
    sheets: tuple[PublishedSheet, ...]
    reach: tuple[PublishedReach, ...] = ()
    taking_part: tuple[PublishedFigure, ...] = ()
    promises: tuple[PublishedFigure, ...] = ()
    covers: tuple[str, ...] = ()
    schema: int = 2

    def sheet(self, form: str) -> PublishedSheet | None:
        return next((sheet for sheet in self.sheets if sheet.form == form), None)

    def to_json(self) -> dict[str, Any]:
        return json.loads(json.dumps(asdict(self)))

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "ReleaseContent":
        """Raises KeyError or TypeError for anything that is not a release."""
        return cls(
            **{
                **data,
                "sheets": tuple(_sheet(sheet) for sheet in data["sheets"]),
                "reach": tuple(PublishedReach(**each) for each in data.get("reach", ())),
                "taking_part": tuple(PublishedFigure(**each) for each in data.get("taking_part", ())),
                "promises": tuple(PublishedFigure(**each) for each in data.get("promises", ())),
                "covers": tuple(data.get("covers", ())),
            }
        )


def canonical_bytes(data: dict[str, Any]) -> bytes:
    """One byte string for one meaning, whatever order a database gives the keys back in."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _sheet(data: dict[str, Any]) -> PublishedSheet:
    return PublishedSheet(
        **{
            **data,
            "tables": tuple(_table(table) for table in data["tables"]),
            "groupings": tuple(_grouping(each) for each in data.get("groupings", ())),
            "themes": tuple(_table(table) for table in data.get("themes", ())),
            "quotes": tuple(PublishedQuote(**each) for each in data.get("quotes", ())),
        }
    )


def _grouping(data: dict[str, Any]) -> PublishedGrouping:
    return PublishedGrouping(**{**data, "groups": tuple(PublishedGroup(**group) for group in data["groups"])})


def _table(data: dict[str, Any]) -> PublishedTable:
    cells = tuple(PublishedCell(**cell) for cell in data["cells"])
    return PublishedTable(**{**data, "cells": cells, "asked": tuple(data.get("asked", ()))})
