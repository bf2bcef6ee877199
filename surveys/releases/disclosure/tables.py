"""Turning exact counts of one question over one set of children into a table that may be shown (rules 5, 7, 8, 9).

A `Tally` lives in memory during the freeze only. `protect` is the one way out of it, and what comes out holds no
exact count.
"""

from dataclasses import dataclass

from surveys.releases.disclosure.collapse import UNSAID, NotAllowed, Shape, choose_any
from surveys.releases.disclosure.extremes import blunted
from surveys.releases.disclosure.parameters import Parameters
from surveys.releases.disclosure.rounding import Secret, chance_rounded, group_size

__all__ = ["UNSAID", "Cell", "NotAllowed", "Shape", "Table", "Tally", "choose_any", "protect"]


@dataclass(frozen=True, slots=True)
class Cell:
    option: str
    count: int
    extreme: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    question: str
    n_shown: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Exact counts of one question over one set of children, and the sum of the marks of those in each cell.

    In the order of `Shape.cells`. Whoever skipped, declined or was not asked is in the last one, so a question that is
    skipped changes no size (rule 5).
    """

    shape: Shape
    counts: tuple[int, ...]
    marks: tuple[int, ...]

    @property
    def n(self) -> int:
        return sum(self.counts)


def protect(tally: Tally, *, secret: Secret, rules: Parameters) -> Table:
    """The only way out of a tally. Raises NotAllowed for a small group or too many options."""
    if tally.n < rules.floor:
        raise NotAllowed("The group is smaller than the floor.")
    if len(tally.shape.cells) > rules.max_options:
        raise NotAllowed(f"{len(tally.shape.cells)} answer groups; at most {rules.max_options}.")
    n_shown = group_size(tally.n, base=rules.base)
    cells = zip(tally.shape.cells, tally.counts, tally.marks, strict=True)
    return Table(
        tally.shape.question,
        n_shown,
        tuple(
            _cell(option, count, question=tally.shape.drawn_as(option), marks=marks, n=n_shown, by=(secret, rules))
            for option, count, marks in cells
        ),
    )


def _cell(option: str, count: int, *, question: str, marks: int, n: int, by: tuple[Secret, Parameters]) -> Cell:
    secret, rules = by
    rounded = chance_rounded(count, secret=secret, question=question, marks=marks, base=rules.base)
    shown = blunted(min(rounded, n), n_shown=n, base=rules.base, extremes_from=rules.extremes_from)
    return Cell(option, shown.count, shown.extreme)
