"""HiGHS, asked for one thing only: whole numbers that may be a witness.

The only file that knows a solver. What it returns is rounded and handed to `witnesses.fits`, which trusts nothing;
so a wrong answer can cost a table, never a child (see docs/disclosure.md). HiGHS was chosen because it is the
maintained open solver with wheels for every system, runs in the process and has no licence to buy. It is imported when
it is first needed: most attacks end without it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

from surveys.releases.disclosure.audit.system import Row, System


class Outcome(Enum):
    FOUND = "found"
    NONE = "none"  # the solver says there is nothing to find
    UNKNOWN = "unknown"  # out of time, or in trouble


@dataclass(frozen=True, slots=True)
class Answer:
    outcome: Outcome
    values: tuple[int, ...] = ()


class Solver(Protocol):
    def find(self, wanted: Row, goal: Sequence[tuple[int, float]], *, seconds: float) -> Answer:
        """Whole numbers for the columns of the system, with one row more; the goal (column, gain) is a wish."""


class Highs:
    """One system, asked many times. The seed is fixed, so the same release gets the same search."""

    def __init__(self, system: System) -> None:
        import highspy

        kinds: Any = highspy
        self._highs = kinds.Highs()
        self._columns = len(system.most)
        for name, value in (("output_flag", False), ("threads", 1), ("random_seed", 11), ("mip_rel_gap", 0.5)):
            self._highs.setOptionValue(name, value)
        self._kinds = kinds
        self._load(system)

    def find(self, wanted: Row, goal: Sequence[tuple[int, float]], *, seconds: float) -> Answer:
        highs = self._highs
        at = highs.getNumRow()
        self._add(wanted)
        for column, gain in goal:
            highs.changeColCost(column, -gain)
        highs.setOptionValue("time_limit", highs.getRunTime() + seconds)
        highs.run()
        answer = self._answer()
        for column, _ in goal:
            highs.changeColCost(column, 0.0)
        highs.deleteRows(1, [at])
        return answer

    def _load(self, system: System) -> None:
        highs, count = self._highs, self._columns
        highs.addVars(count, [0.0] * count, [float(most) for most in system.most])
        whole = self._kinds.HighsVarType.kInteger
        highs.changeColsIntegrality(count, list(range(count)), [whole] * count)
        for row in system.rows:
            self._add(row)

    def _add(self, row: Row) -> None:
        columns = [column for column, _ in row.terms]
        self._highs.addRow(row.least, row.most, len(columns), columns, [float(factor) for _, factor in row.terms])

    def _answer(self) -> Answer:
        status = self._highs.getModelStatus()
        if status == self._kinds.HighsModelStatus.kInfeasible:
            return Answer(Outcome.NONE)
        values = list(self._highs.getSolution().col_value)
        if len(values) != self._columns or not self._highs.getSolution().value_valid:
            return Answer(Outcome.UNKNOWN)
        return Answer(Outcome.FOUND, tuple(round(value) for value in values))
