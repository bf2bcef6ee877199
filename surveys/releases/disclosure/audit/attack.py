"""One attack on one set of tables: walk first, then ask the solver for whatever the walk has not shown."""

import random
import time
from collections.abc import Callable

from surveys.releases.disclosure.audit.block import Counts
from surveys.releases.disclosure.audit.puzzle import Puzzle
from surveys.releases.disclosure.audit.search import Search
from surveys.releases.disclosure.audit.solver import Answer, Highs, Outcome, Solver
from surveys.releases.disclosure.audit.system import NO_BOUND, Columns, Row, System, system_of
from surveys.releases.disclosure.audit.verdict import Evidence, Open
from surveys.releases.disclosure.audit.witnesses import Witness, fits

Clock = Callable[[], float]
MakeSolver = Callable[[System], Solver]
STEPS_EACH = 4  # of the first walk, for each class and each published cell
MOST_STEPS = 2_000
STEPS_AGAIN = 150  # of the walk from a witness that the solver found
ONE_QUESTION = 10.0  # seconds the solver may take for one thing, by the clock on the wall


def holds(
    puzzle: Puzzle,
    truth: Counts | None,
    *,
    seconds: float,
    make_solver: MakeSolver = Highs,
    clock: Clock = time.process_time,
) -> bool:
    """Whether everything has been shown by witnesses. False too when time is up: not shown is not safe."""
    return _Attack(puzzle, clock() + seconds, make_solver, clock).holds(truth)


class _Attack:
    def __init__(self, puzzle: Puzzle, until: float, make_solver: MakeSolver, clock: Clock) -> None:
        self.puzzle = puzzle
        self.until = until
        self.clock = clock
        self.make_solver = make_solver
        self.evidence = Evidence(puzzle)
        self.search = Search(puzzle, self.evidence, still_time=lambda: clock() < until)
        self.columns = Columns(puzzle)
        self.solver: Solver | None = None
        self.chance = random.Random(11)  # where to look, never what is published

    def holds(self, truth: Counts | None) -> bool:
        if truth is not None and fits(self.puzzle, gathered := self.puzzle.gathered(truth)):
            cells = sum(len(line.known) for line in self.puzzle.lines)
            steps = STEPS_EACH * (cells + sum(self.puzzle.options) * len(self.puzzle.sizes))
            self.search.explore(Witness(self.puzzle, gathered), steps=min(steps, MOST_STEPS))
        if not self.evidence.seen and not self._found(Row(0, NO_BOUND, ()), ()):
            return False
        for each in iter(lambda: next(self.evidence.still_open(), None), None):
            if not self._shown(each):
                return False
        return self.evidence.complete

    def _shown(self, target: Open) -> bool:
        """One solver question. False: there is no such witness, or none was found in time."""
        terms = tuple((self.columns.at(target.question, at, target.option), 1) for at in sorted(target.classes))
        wishes = self._wishes()
        if target.needs_more and self._found(Row(target.most + 1, NO_BOUND, terms), wishes):
            return True
        return target.needs_less and self._found(Row(0, target.least - 1, terms), wishes)

    def _wishes(self) -> tuple[tuple[int, float], ...]:
        """Show other open things by the same witness, if it can be had."""
        gains: dict[int, float] = {}
        for each in self.evidence.still_open():
            towards = 1 if each.needs_more and (not each.needs_less or self.chance.random() < 0.5) else -1
            for at in each.classes:
                column = self.columns.at(each.question, at, each.option)
                gains[column] = gains.get(column, 0.0) + towards * self.chance.random()
        return tuple(gains.items())

    def _found(self, wanted: Row, wishes: tuple[tuple[int, float], ...]) -> bool:
        left = self.until - self.clock()
        if left <= 0:
            return False
        if self.solver is None:
            self.solver = self.make_solver(system_of(self.puzzle, self.columns))
        answer = self.solver.find(wanted, wishes, seconds=min(left, ONE_QUESTION))
        return self._admitted(answer, wanted)

    def _admitted(self, answer: Answer, wanted: Row) -> bool:
        """Nothing the solver says counts before it has been checked in whole numbers."""
        if answer.outcome is not Outcome.FOUND or len(answer.values) != self.columns.count:
            return False
        if not wanted.least <= sum(answer.values[column] * factor for column, factor in wanted.terms) <= wanted.most:
            return False
        answers = self.columns.answers(list(answer.values))
        if not fits(self.puzzle, answers):
            return False
        self.search.explore(Witness(self.puzzle, answers), steps=STEPS_AGAIN)
        return True
