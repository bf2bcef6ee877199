"""Looking for witnesses without a solver: from one witness to the next by changing an answer here and there.

A walk prefers answers in the middle of all bounds, because from there one child's answer can still be changed in every
class. So a walk from the true answers shows almost everything there is to show, in a time that grows with the number
of classes and not with the number of children. What it does not find is no proof of anything: then the solver looks.
"""

import random
from collections.abc import Callable

from surveys.releases.disclosure.audit.moves import any_change, changes
from surveys.releases.disclosure.audit.puzzle import Puzzle
from surveys.releases.disclosure.audit.verdict import Evidence, Open
from surveys.releases.disclosure.audit.witnesses import Change, Move, Witness, undone

ROOM = 2  # children between a total and its bound from which on more room is no better
PARTNERS = 24  # classes tried for a change that makes up for another
FRUITLESS = 2  # walks in a row that showed nothing new before the solver is asked
CLIMB = 12  # most changes in a row towards a higher or lower total
PULLED = 250  # steps of a walk that is pulled towards a higher or a lower total
TARGETS = 24  # of such walks in a row
PULL = 6  # how much room one child more is worth to such a walk

StillTime = Callable[[], bool]


class Search:
    """Walks from witness to witness and notes what they show."""

    def __init__(self, puzzle: Puzzle, evidence: Evidence, *, still_time: StillTime) -> None:
        self.puzzle = puzzle
        self.evidence = evidence
        self.still_time = still_time
        self._together: dict[tuple[int, ...], list[int]] = {}
        self.chance = random.Random(11)  # where to look, never what is published

    def explore(self, witness: Witness, *, steps: int) -> None:
        """A walk, then a try at everything that is still open around its end."""
        self.evidence.note(witness)
        fruitless, left = 0, self._reached(witness, steps)
        while left and fruitless < FRUITLESS and self.still_time():
            before, left = left, self._reached(witness, steps // 4)
            if left == before:
                left = self._pulled(witness)
            fruitless = 0 if left < before else fruitless + 1

    def _reached(self, witness: Witness, steps: int) -> int:
        """Walk on and reach out; how much is open then."""
        for _ in range(steps):
            if not self.still_time():
                break
            self._step(witness)
        self.reach_for_open(witness)
        return sum(1 for _ in self.evidence.still_open())

    def reach_for_open(self, witness: Witness) -> None:
        for each in self._targets():
            if not self.still_time():
                return
            if not self.evidence.is_open(each):  # by now
                continue
            if each.line is None:
                self._reach_class(witness, each)
            else:
                self._climb(witness, each)

    def _pulled(self, witness: Witness) -> int:
        """Walk towards what is still open, making room on the way. How much is open then."""
        for each in self._targets()[:TARGETS]:
            for towards in (each.needs_more * PULL, each.needs_less * -PULL):
                inside = sorted(each.classes)
                for number in range(PULLED * (towards != 0)):
                    if not self.evidence.is_open(each) or not self.still_time():
                        break
                    self._step(witness, at=self.chance.choice(inside) if number % 2 else None, pull=(each, towards))
        return sum(1 for _ in self.evidence.still_open())

    def _targets(self) -> list[Open]:
        """What is still open; "did not say" of a linked block once and not for each of its questions."""
        found: dict[tuple[object, ...], Open] = {}
        for each in self.evidence.still_open():
            one_for_all = self.puzzle.linked and each.option == self.puzzle.options[each.question] - 1
            found.setdefault((None if one_for_all else each.question, each.option, each.classes), each)
        return list(found.values())

    def _step(self, witness: Witness, *, at: int | None = None, pull: tuple[Open, int] | None = None) -> None:
        """Change one answer, or exchange two, if the answers then stand no closer to a bound than before."""
        moves = [self._any_move(witness, at)]
        if self.chance.random() < 0.5:
            moves.append(self._opposite(witness, moves[0]))
        before = self._tightness(witness, moves)
        if moves[-1] and witness.moved(moves):
            if self._tightness(witness, moves) - (_gain(pull, moves) if pull else 0) <= before:
                self.evidence.note_around(witness, moves)
            else:
                witness.moved(undone(moves))

    def _any_move(self, witness: Witness, at: int | None) -> Move:
        at = self.chance.randrange(len(self.puzzle.sizes)) if at is None else at
        return at, any_change(self.puzzle, witness, at, self.chance)

    def _opposite(self, witness: Witness, move: Move) -> Move:
        at = self.chance.randrange(len(self.puzzle.sizes))
        return at, undone([move])[0][1]

    def _tightness(self, witness: Witness, moves: list[Move]) -> int:
        """Of what these moves can change."""
        total, puzzle = 0, self.puzzle
        for number, option in {
            (number, option)
            for at, change in moves
            for question, start, end in change
            for number in puzzle.lines_at[question][at]
            for option in (start, end)
        }:
            known, count = puzzle.lines[number].known[option], witness.totals[number][option]
            total += max(0, ROOM - min(count - known.least, known.most - count)) ** 2
        return total

    def _reach_class(self, witness: Witness, target: Open) -> None:
        (at,) = target.classes
        for change in self._towards(witness, at, target):
            if self._shown_by(witness, [(at, change)]):
                return
        for change in self._towards(witness, at, target):
            back = undone([(at, change)])[0][1]
            others = self._who_may_make_up(witness, at, change)
            for partner in self.chance.sample(others, min(PARTNERS, len(others))):
                if self._shown_by(witness, [(at, change), (partner, back)]):
                    return

    def _who_may_make_up(self, witness: Witness, at: int, change: Change) -> list[int]:
        """The classes that stand in every table in which this change alone would break a bound."""
        broken = tuple(
            number
            for question, start, end in change
            for number in self.puzzle.lines_at[question][at]
            if witness.totals[number][start] == self.puzzle.lines[number].known[start].least
            or witness.totals[number][end] == self.puzzle.lines[number].known[end].most
        )
        if broken not in self._together:
            classes = [self.puzzle.lines[number].classes for number in broken]
            everywhere = frozenset.intersection(*classes) if classes else range(len(self.puzzle.sizes))
            self._together[broken] = sorted(everywhere)
        return self._together[broken]

    def _shown_by(self, witness: Witness, moves: list[Move]) -> bool:
        if not witness.moved(moves):
            return False
        self.evidence.note_around(witness, moves)
        if not witness.moved(undone(moves)):
            raise AssertionError("A move could not be taken back.")
        return True

    def _towards(self, witness: Witness, at: int, target: Open) -> list[Change]:
        def helps(change: Change) -> bool:
            ends = target.needs_more and any((q, end) == (target.question, target.option) for q, _, end in change)
            starts = target.needs_less and any((q, start) == (target.question, target.option) for q, start, _ in change)
            return ends or starts

        return [change for change in changes(self.puzzle, witness, at) if helps(change)]

    def _climb(self, witness: Witness, target: Open) -> None:
        """Push one total up and then down, as far as changes of one or two answers carry."""
        for up in (True, False):
            for _ in range(CLIMB):
                if not self.evidence.is_open(target) or not self._pushed(witness, target, up):
                    break

    def _pushed(self, witness: Witness, target: Open, up: bool) -> bool:
        inside = sorted(target.classes)
        for _ in range(PARTNERS):
            if not self.still_time():
                return False
            at = self.chance.choice(inside)
            wanted = [
                change
                for change in changes(self.puzzle, witness, at)
                if any((q, end if up else start) == (target.question, target.option) for q, start, end in change)
            ]
            if not wanted:
                continue
            move = (at, self.chance.choice(wanted))
            moves = [move] if self.chance.random() < 0.5 else [move, self._opposite(witness, move)]
            if not any(each in target.classes for each, _ in moves[1:]) and witness.moved(moves):
                self.evidence.note_around(witness, moves)
                return True
        return False


def _gain(pull: tuple[Open, int], moves: list[Move]) -> int:
    """What these moves are worth to a walk that is pulled."""
    target, towards = pull
    return towards * sum(
        ((question, end) == (target.question, target.option)) - ((question, start) == (target.question, target.option))
        for at, change in moves
        if at in target.classes
        for question, start, end in change
    )
