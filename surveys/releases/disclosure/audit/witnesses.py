"""A witness: answers of all children that fit everything published. Checked in whole numbers only.

This file decides what counts as proof, so it takes nothing on trust: `fits` reads the puzzle itself and not the rows
that were written for the solver, and every move is checked against the same bounds before it stands.
"""

from collections.abc import Sequence

from surveys.releases.disclosure.audit.puzzle import TICKED, Puzzle

# One child of a class gives another answer: for each question touched, from which option to which.
Change = tuple[tuple[int, int, int], ...]
Move = tuple[int, Change]
Answers = list[list[list[int]]]  # [question][class][option]


def fits(puzzle: Puzzle, answers: Sequence[Sequence[Sequence[int]]]) -> bool:
    """Whether these answers could be the true ones, for all anybody can know."""
    if len(answers) != len(puzzle.options) or any(len(rows) != len(puzzle.sizes) for rows in answers):
        return False
    if not all(_class_fits(puzzle, at, [rows[at] for rows in answers]) for at in range(len(puzzle.sizes))):
        return False
    for line in puzzle.lines:
        rows = answers[line.question]
        for option, known in enumerate(line.known):
            if not known.least <= sum(rows[at][option] for at in line.classes) <= known.most:
                return False
    return all(sum(answers[tell.question][at][tell.option] for at in tell.classes) >= 1 for tell in puzzle.tells)


def _class_fits(puzzle: Puzzle, at: int, rows: Sequence[Sequence[int]]) -> bool:
    size = puzzle.sizes[at]
    for row, options in zip(rows, puzzle.options, strict=True):
        if len(row) != options or sum(row) != size or any(type(count) is not int or count < 0 for count in row):
            return False
        if at in puzzle.silent and row[-1] != size:
            return False
    return not puzzle.linked or _ticks_fit(puzzle, size, rows)


def _ticks_fit(puzzle: Puzzle, size: int, rows: Sequence[Sequence[int]]) -> bool:
    """Whether children can be found who ticked just these: all who answered, each of them at least once."""
    answered = size - rows[0][-1]
    if any(size - row[-1] != answered for row in rows):
        return False
    alone = sum(rows[question][TICKED] for question in puzzle.exclusive)
    if alone > answered or any(
        row[TICKED] > answered - alone for question, row in enumerate(rows) if question not in puzzle.exclusive
    ):
        return False
    return not puzzle.each_ticks or sum(row[TICKED] for row in rows) >= answered


class Witness:
    """Answers that fit, and their totals. Only `moved` changes them, and only to answers that fit again."""

    __slots__ = ("answers", "heard", "puzzle", "totals")

    def __init__(self, puzzle: Puzzle, answers: Answers) -> None:
        """Raises ValueError for answers that do not fit."""
        if not fits(puzzle, answers):
            raise ValueError("Not a witness.")
        self.puzzle = puzzle
        self.answers = [[list(row) for row in rows] for rows in answers]
        self.totals = [
            [sum(answers[line.question][at][option] for at in line.classes) for option in range(len(line.known))]
            for line in puzzle.lines
        ]
        self.heard = [sum(answers[tell.question][at][tell.option] for at in tell.classes) for tell in puzzle.tells]

    def moved(self, moves: Sequence[Move]) -> bool:
        """Make the moves together if the answers then still fit; otherwise change nothing and say False."""
        if not all(self.answers[question][at][start] for at, change in moves for question, start, _ in change):
            return False
        self._make(moves)
        if all(self._fits_around(at, change) for at, change in moves):
            return True
        self._make(undone(moves))
        return False

    def _make(self, moves: Sequence[Move]) -> None:
        puzzle = self.puzzle
        for at, change in moves:
            for question, start, end in change:
                row = self.answers[question][at]
                row[start] -= 1
                row[end] += 1
                for number in puzzle.lines_at[question][at]:
                    self.totals[number][start] -= 1
                    self.totals[number][end] += 1
                for number in puzzle.tells_at[start][question][at]:
                    self.heard[number] -= 1
                for number in puzzle.tells_at[end][question][at]:
                    self.heard[number] += 1

    def _fits_around(self, at: int, change: Change) -> bool:
        """Check every bound that a change in this class can touch."""
        puzzle = self.puzzle
        if not _class_fits(puzzle, at, [rows[at] for rows in self.answers]):
            return False
        for question, start, end in change:
            for number in puzzle.lines_at[question][at]:
                totals, known = self.totals[number], puzzle.lines[number].known
                if totals[start] < known[start].least or totals[end] > known[end].most:
                    return False
            if any(self.heard[number] < 1 for number in puzzle.tells_at[start][question][at]):
                return False
        return True


def undone(moves: Sequence[Move]) -> list[Move]:
    return [
        (at, tuple((question, end, start) for question, start, end in reversed(change)))
        for at, change in reversed(moves)
    ]
