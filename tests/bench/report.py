"""The table that is printed and the JSON beside it: every ratio with its goal, its median and its range."""

import json
import statistics
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass
class Figure:
    """`goal` is compared with `median` by `sense` (">=" or "<="); no goal: said for the reader's own judgement."""

    id: str
    what: str
    median: float
    low: float
    high: float
    unit: str = "×"
    goal: float | None = None
    sense: str = ">="
    note: str = ""

    @property
    def reached(self) -> bool | None:
        if self.goal is None:
            return None
        return self.median >= self.goal if self.sense == ">=" else self.median <= self.goal


def figure(id: str, what: str, values: Sequence[float], **more: Any) -> Figure:
    found = [value for value in values if value is not None]
    return Figure(id, what, statistics.median(found), min(found), max(found), **more)


@dataclass
class Report:
    machine: dict[str, Any]
    figures: list[Figure] = field(default_factory=list)
    rounds: dict[str, Any] = field(default_factory=dict)

    def add(self, *figures: Figure) -> None:
        for each in figures:
            self.figures.append(each)
            self._show(each)

    def say(self, text: str) -> None:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()

    def _show(self, each: Figure) -> None:
        goal = f"goal {each.sense.replace('>=', '≥').replace('<=', '≤')} {each.goal:g}" if each.goal is not None else ""
        mark = {True: "reached", False: "NOT YET", None: ""}[each.reached]
        spread = f"{_short(each.low)}–{_short(each.high)}"
        value = f"{_short(each.median)} {each.unit}"
        self.say(f"{each.id:<4} {each.what:<74} {value:>12}  ({spread:<15}) {goal:<13} {mark}  {each.note}".rstrip())

    def write(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        figures = [{**asdict(each), "reached": each.reached} for each in self.figures]
        told = {"machine": self.machine, "figures": figures, "rounds": self.rounds}
        path.write_text(json.dumps(told, indent=1, default=str) + "\n")


def _short(value: float) -> str:
    if value == 0 or abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


ELSEWHERE = """Measured elsewhere, on another machine, for scale only (docs/performance.md):
LimeSurvey 6.4 sends 2.7–3.1 /s and 12 pages /s, django-survey-and-report 14.7 and 101,
wagtail.contrib.forms 48 and 110–247, a bare Django survey 75 and 5,080 (constant page)."""
