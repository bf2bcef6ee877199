"""Counting one question and turning the counts into a table that may be shown (rules 5, 7, 8, 9).

A `Tally` lives in memory during the freeze only. `protect` is the one way out of it, and what
comes out holds no exact count.
"""

from dataclasses import dataclass

from surveys.releases.disclosure.extremes import blunted
from surveys.releases.disclosure.parameters import Parameters
from surveys.releases.disclosure.rounding import Secret, add_marks, chance_rounded, group_size

UNSAID = "unsaid"  # skipped, declined, not asked, not said: an answer group, never a missing row


class NotAllowed(ValueError):
    """The table asked for is outside the rules; nothing is shown."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A question as it is counted: its name in the draw and its answer groups without `UNSAID`."""

    question: str
    options: tuple[str, ...]


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


class Tally:
    """Exact counts of one question over one set of children."""

    __slots__ = ("counts", "marks", "shape")

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self.counts = dict.fromkeys((*shape.options, UNSAID), 0)
        self.marks = dict.fromkeys((*shape.options, UNSAID), 0)

    def add(self, option: str, mark: int) -> None:
        """Count one child; an answer outside the shape is "did not say", so N never changes."""
        known = option if option in self.counts else UNSAID
        self.counts[known] += 1
        self.marks[known] += mark  # reduced once, when the cell draws

    @property
    def n(self) -> int:
        return sum(self.counts.values())

    @property
    def people(self) -> int:
        """The name of the set of children counted, to prove that two tables hold the same ones."""
        total = 0
        for mark in self.marks.values():
            total = add_marks(total, mark)
        return total


def choose_any(question: str, options: tuple[str, ...], *, rules: Parameters) -> tuple[Shape, ...]:
    """Rule 7: one ticked / not ticked / did-not-say table for each option of a choose-any question."""
    if len(options) > rules.max_choices:
        raise NotAllowed(f"{len(options)} options; a choose-any question may have {rules.max_choices}.")
    return tuple(Shape(f"{question}/{option}", ("ticked", "not_ticked")) for option in options)


def protect(tally: Tally, *, secret: Secret, rules: Parameters) -> Table:
    """The only way out of a tally. Raises NotAllowed for a small group or too many options."""
    if tally.n < rules.floor:
        raise NotAllowed("The group is smaller than the floor.")
    if len(tally.counts) > rules.max_options:
        raise NotAllowed(f"{len(tally.counts)} answer groups; at most {rules.max_options}.")
    n_shown = group_size(tally.n, base=rules.base)
    cells = tuple(_cell(tally, option, n_shown, secret, rules) for option in tally.counts)
    return Table(tally.shape.question, n_shown, cells)


def protect_all(tallies: list[Tally], *, secret: Secret, rules: Parameters) -> tuple[Table, ...]:
    """Rule 5: tables of one sheet are shown together only if they count the very same children."""
    if len({(tally.n, tally.people) for tally in tallies}) > 1:
        raise NotAllowed("The tables of a sheet count different children.")
    return tuple(protect(tally, secret=secret, rules=rules) for tally in tallies)


def _cell(tally: Tally, option: str, n_shown: int, secret: Secret, rules: Parameters) -> Cell:
    rounded = chance_rounded(
        tally.counts[option],
        secret=secret,
        question=tally.shape.question,
        marks=tally.marks[option],
        base=rules.base,
    )
    shown = blunted(min(rounded, n_shown), n_shown=n_shown, base=rules.base, extremes_from=rules.extremes_from)
    return Cell(option, shown.count, shown.extreme)
