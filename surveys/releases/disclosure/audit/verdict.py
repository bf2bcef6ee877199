"""What has to be shown before a table may be published, and what has been shown so far.

For every answer of every published table (rule 11): two witnesses three children apart, one in which not everybody
gave it and one in which somebody did (D8). And for every child: nobody can prove or rule out an answer of theirs,
nor count an answer exactly among the children who share all their tables. The second part covers every
set of children an attacker may think of: whatever is proved about all of a set is proved about each of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from surveys.releases.disclosure.audit.puzzle import Puzzle
from surveys.releases.disclosure.audit.witnesses import Move, Witness

APART = 3  # children between the lowest and the highest possible count of a published cell


@dataclass(frozen=True, slots=True)
class Open:
    """Something not shown yet: a witness with another total of this option is needed.

    `line` is the number of a published table, or None for a class. `least`, `most`: the totals seen so far.
    """

    question: int
    option: int
    classes: frozenset[int]
    line: int | None
    least: int
    most: int
    needs_more: bool  # any higher total helps
    needs_less: bool


class Evidence:
    """The lowest and the highest count that a witness has shown, for each class and each published cell."""

    def __init__(self, puzzle: Puzzle) -> None:
        self.puzzle = puzzle
        self.seen = 0
        self._classes: list[list[list[list[int]]]] = []
        self._lines: list[list[list[int]]] = []

    def note(self, witness: Witness) -> None:
        self.seen += 1
        if self.seen == 1:
            self._classes = [[[[n, n] for n in row] for row in rows] for rows in witness.answers]
            self._lines = [[[n, n] for n in totals] for totals in witness.totals]
            return
        for ranges, rows in zip(self._classes, witness.answers, strict=True):
            for there, row in zip(ranges, rows, strict=True):
                _widen(there, row)
        for there, totals in zip(self._lines, witness.totals, strict=True):
            _widen(there, totals)

    def note_around(self, witness: Witness, moves: list[Move]) -> None:
        """As `note`, for a witness that these moves have just made out of one noted before."""
        for at, change in moves:
            for question, _, _ in change:
                _widen(self._classes[question][at], witness.answers[question][at])
                for number in self.puzzle.lines_at[question][at]:
                    _widen(self._lines[number], witness.totals[number])

    def still_open(self) -> Iterator[Open]:
        """Published cells first: where something can not be shown at all, it is mostly there."""
        for number, line in enumerate(self.puzzle.lines):
            for option in range(len(line.known)):
                if found := self._open_cell(number, option):
                    yield found
        for question in range(len(self.puzzle.options)):
            for at in range(len(self.puzzle.sizes)):
                if at not in self.puzzle.silent:
                    yield from self._open_class(question, at)

    def _open_cell(self, number: int, option: int) -> Open | None:
        line, (least, most) = self.puzzle.lines[number], self._lines[number][option]
        far_enough = most - least >= APART
        more, less = not far_enough or most == 0, not far_enough or least == line.n
        if not (more or less):
            return None
        return Open(line.question, option, line.classes, number, least, most, more, less)

    def open_option(self, question: int, at: int, option: int) -> Open | None:
        (least, most), size = self._classes[question][at][option], self.puzzle.sizes[at]
        more, less = most == 0 or least == most < size, least == size or 0 < least == most
        if not (more or less):
            return None
        return Open(question, option, frozenset({at}), None, least, most, more, less)

    def _open_class(self, question: int, at: int) -> Iterator[Open]:
        for option in range(self.puzzle.options[question]):
            if found := self.open_option(question, at, option):
                yield found

    def is_open(self, target: Open) -> bool:
        if target.line is not None:
            return self._open_cell(target.line, target.option) is not None
        return any(self.open_option(target.question, at, target.option) for at in target.classes)

    @property
    def complete(self) -> bool:
        return self.seen > 0 and next(self.still_open(), None) is None


def _widen(there: list[list[int]], totals: list[int]) -> None:
    for between, total in zip(there, totals, strict=True):
        if total < between[0]:
            between[0] = total
        if total > between[1]:
            between[1] = total
