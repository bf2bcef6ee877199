"""The puzzle as rows of a linear system in whole numbers, for the solver. Nothing is proved here."""

from collections.abc import Iterator
from dataclasses import dataclass

from surveys.releases.disclosure.audit.puzzle import TICKED, Puzzle

NO_BOUND = float("inf")


@dataclass(frozen=True, slots=True)
class Row:
    """least <= the sum of factor x column <= most"""

    least: float
    most: float
    terms: tuple[tuple[int, int], ...]  # (column, factor)


@dataclass(frozen=True, slots=True)
class System:
    """One column for each question, class and option, in that order. `most`: upper bounds; lower bounds are 0."""

    most: tuple[int, ...]
    rows: tuple[Row, ...]


class Columns:
    """Which column is which."""

    def __init__(self, puzzle: Puzzle) -> None:
        self.puzzle = puzzle
        self._starts = []
        start = 0
        for options in puzzle.options:
            self._starts.append(start)
            start += options * len(puzzle.sizes)
        self.count = start

    def at(self, question: int, of_class: int, option: int) -> int:
        return self._starts[question] + of_class * self.puzzle.options[question] + option

    def answers(self, values: list[int]) -> list[list[list[int]]]:
        return [
            [
                [values[self.at(question, of_class, option)] for option in range(options)]
                for of_class in range(len(self.puzzle.sizes))
            ]
            for question, options in enumerate(self.puzzle.options)
        ]


def system_of(puzzle: Puzzle, columns: Columns) -> System:
    most = [size for options in puzzle.options for size in puzzle.sizes for _ in range(options)]
    for at in puzzle.silent:
        for question, options in enumerate(puzzle.options):
            for option in range(options - 1):
                most[columns.at(question, at, option)] = 0
    rows = [*_children(puzzle, columns), *_published(puzzle, columns)]
    if puzzle.linked:
        rows += _ticks(puzzle, columns)
    return System(tuple(most), tuple(rows))


def _children(puzzle: Puzzle, columns: Columns) -> Iterator[Row]:
    """Every child gives one answer to every question."""
    for question, options in enumerate(puzzle.options):
        for at, size in enumerate(puzzle.sizes):
            yield Row(size, size, tuple((columns.at(question, at, option), 1) for option in range(options)))


def _published(puzzle: Puzzle, columns: Columns) -> Iterator[Row]:
    for line in puzzle.lines:
        for option, known in enumerate(line.known):
            terms = tuple((columns.at(line.question, at, option), 1) for at in sorted(line.classes))
            yield Row(known.least, known.most, terms)
    for tell in puzzle.tells:
        yield Row(1, NO_BOUND, tuple((columns.at(tell.question, at, tell.option), 1) for at in sorted(tell.classes)))


def _ticks(puzzle: Puzzle, columns: Columns) -> Iterator[Row]:
    """The same children say nothing; ticks <= answered; exclusive ticks stand alone; everybody ticks something."""
    questions = range(len(puzzle.options))
    silent = puzzle.options[0] - 1
    for at, size in enumerate(puzzle.sizes):
        nothing = (columns.at(0, at, silent), 1)
        for question in questions[1:]:
            yield Row(0, 0, (nothing, (columns.at(question, at, silent), -1)))
        alone = tuple((columns.at(question, at, TICKED), 1) for question in sorted(puzzle.exclusive))
        if alone:
            yield Row(0, size, (*alone, nothing))
            for question in questions:
                if question not in puzzle.exclusive:
                    yield Row(0, size, ((columns.at(question, at, TICKED), 1), *alone, nothing))
        if puzzle.each_ticks:
            ticks = tuple((columns.at(question, at, TICKED), 1) for question in questions)
            yield Row(size, NO_BOUND, (*ticks, nothing))
