"""What a release holds, as plain typed data that goes to JSON and back without loss.

There is no field for an exact count, a record or a secret: what has no place can not be stored.
"""

import json
from dataclasses import asdict, dataclass
from typing import Any

SHOWN = "shown"  # figures for everyone
TOTAL_ONLY = "total_only"  # enough to say "10 or more answered", not enough for figures
NOT_ENOUGH = "not_enough"  # no figures; these answers wait for the next report


@dataclass(frozen=True, slots=True)
class PublishedCell:
    option: str
    label: str
    count: int
    extreme: str = ""


@dataclass(frozen=True, slots=True)
class PublishedTable:
    """`better` is the answer group that is good news, or "" where no answer is better."""

    measure: str
    version: int
    title: str
    characteristic: str
    group: str
    n_shown: int
    better: str
    cells: tuple[PublishedCell, ...]


@dataclass(frozen=True, slots=True)
class PublishedSheet:
    form: str
    state: str
    n_shown: int | None
    tables: tuple[PublishedTable, ...] = ()

    def table(self, measure: str) -> PublishedTable | None:
        return next((table for table in self.tables if table.measure == measure), None)


@dataclass(frozen=True, slots=True)
class ReleaseContent:
    """Dates are ISO days. `rules` names the strictness the release was made with."""

    ref: str
    title: str
    opens_on: str
    closes_on: str
    frozen_on: str
    rules: dict[str, int]
    sheets: tuple[PublishedSheet, ...]
    schema: int = 1

    def sheet(self, form: str) -> PublishedSheet | None:
        return next((sheet for sheet in self.sheets if sheet.form == form), None)

    def to_json(self) -> dict[str, Any]:
        return json.loads(json.dumps(asdict(self)))

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "ReleaseContent":
        """Raises KeyError or TypeError for anything that is not a release."""
        sheets = tuple(_sheet(sheet) for sheet in data["sheets"])
        return cls(**{**data, "sheets": sheets})


def canonical_bytes(data: dict[str, Any]) -> bytes:
    """One byte string for one meaning, whatever order a database gives the keys back in."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _sheet(data: dict[str, Any]) -> PublishedSheet:
    return PublishedSheet(**{**data, "tables": tuple(_table(table) for table in data["tables"])})


def _table(data: dict[str, Any]) -> PublishedTable:
    return PublishedTable(**{**data, "cells": tuple(PublishedCell(**cell) for cell in data["cells"])})
