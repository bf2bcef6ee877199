"""The strongest attacker we can think of, written from docs/disclosure.md and without a look at the product's audit.

It knows the published tables, who answered, what every one of them is (age, gender, …), in which reports each of them
was counted, and how the method works. One yes-or-no variable for each child and answer, and CBC to work on them:
another formulation, another solver, in a process of its own.

An attack that runs out of time is *undecided*. That is not a failure of the attacker, so it is never a success of ours.
"""

import itertools
import random
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import pulp

from tests.attack.reading import Drawn, counts_that_show, draws_that_show
from tests.attack.worlds import Child, World

Reads = Callable[..., set[int]]
SAME_ENOUGH = 3  # rule 11: from this distance between lowest and highest a count is not recovered


@dataclass
class Findings:
    """What was worked out. Everything but `cells` and `solved` should be empty."""

    cells: int = 0
    solved: int = 0
    narrow: list[str] = field(default_factory=list)  # a count known to within 2
    exact: list[str] = field(default_factory=list)  # a count of 1 to 4 known exactly
    everyone: list[str] = field(default_factory=list)  # proved that all of the group chose it
    no_one: list[str] = field(default_factory=list)  # proved that none of the group chose it
    told_on: list[str] = field(default_factory=list)  # an answer of one child proved or ruled out
    undecided: list[str] = field(default_factory=list)
    impossible: bool = False  # the tables contradict each other, or the attacker has misunderstood them

    @property
    def harmful(self) -> list[str]:
        return [*self.narrow, *self.exact, *self.everyone, *self.no_one, *self.told_on]


@dataclass
class _Wanted:
    """A sum of variables whose lowest and highest value tell something."""

    name: str
    terms: list[pulp.LpVariable]
    of: int
    apart: int
    least: int = 10**9
    most: int = -1

    @property
    def settled(self) -> bool:
        return self.most - self.least >= self.apart and self.least < self.of and self.most > 0


class Attacker:
    def __init__(
        self,
        world: World,
        published: Iterable[Drawn],
        *,
        seconds: int = 20,
        knows: Iterable[int] = (),
        reads: Reads = counts_that_show,
    ) -> None:
        """`seconds`: for one question to the solver. `knows`: children whose answers the attacker has been told.

        `reads`: what a number can stand for, where the method is not ours.
        """
        self.reads = reads
        self.world = world
        self.published = list(published)
        self.proved = False  # whether the last answer was the best there is
        self.problem = pulp.LpProblem("attack", pulp.LpMaximize)
        self.solver = pulp.PULP_CBC_CMD(msg=0, timeLimit=seconds, threads=1, gapRel=0)
        self.chance = random.Random(len(self.published))
        counted = frozenset().union(*(each.children for each in self.published)) if self.published else frozenset()
        self.children = [child for child in world.children if child.number in counted]
        self.said = {shape.question: self._answers(shape.question, shape.cells) for shape in world.shapes}
        if len(world.shapes) > 1:
            self._ticks()
        for each in self.published:
            self._table(each)
        if reads is counts_that_show:
            self._draws()
        self.known = frozenset(knows)
        self._alike()
        for number in sorted(self.known):
            self._told(number)

    # What is known

    def _answers(self, question: str, options: tuple[str, ...]) -> dict[int, dict[str, pulp.LpVariable]]:
        said = {}
        for child in self.children:
            said[child.number] = {
                option: pulp.LpVariable(f"x_{question}_{child.number}_{option}".replace("/", "_"), cat="Binary")
                for option in options
            }
            self.problem += pulp.lpSum(said[child.number].values()) == 1
        return said

    def _ticks(self) -> None:
        """The same children say nothing in all tables; others tick something, or "none of these" alone."""
        names = [shape.question for shape in self.world.shapes]
        for child in self.children:
            here = {name: self.said[name][child.number] for name in names}
            silent = here[names[0]]["unsaid"]
            for name in names[1:]:
                self.problem += here[name]["unsaid"] == silent
            if self.world.each_ticks:
                self.problem += pulp.lpSum(here[name]["ticked"] for name in names) >= 1 - silent
            for alone in self.world.exclusive:
                for name in names:
                    if name != alone:
                        self.problem += here[alone]["ticked"] + here[name]["ticked"] <= 1

    def _table(self, drawn: Drawn) -> None:
        for cell in drawn.table.cells:
            possible = self.reads(cell, n=len(drawn.children), n_shown=drawn.table.n_shown)
            total = self._total(drawn, cell.option)
            if not possible:
                self.problem += total <= -1  # nobody can have published this
                continue
            self.problem += total >= min(possible)
            self.problem += total <= max(possible)

    def _total(self, drawn: Drawn, option: str) -> pulp.LpAffineExpression:
        return pulp.lpSum(self.said[drawn.table.question][number][option] for number in sorted(drawn.children))

    def _draws(self) -> None:
        """The same children draw the same number in one report. Other numbers: other children chose it."""
        for option in dict.fromkeys(option for shape in self.world.shapes for option in shape.cells):
            cells = [
                (each, draws_that_show(cell, n=len(each.children), n_shown=each.table.n_shown))
                for each in self.published
                for cell in each.table.cells
                if cell.option == option
            ]
            for at, (one, ones) in enumerate(cells):
                for other, others in cells[:at]:
                    linked = one.table.question == other.table.question or option == "unsaid"
                    if one.release == other.release and linked and not ones & others:
                        apart = sorted(one.children ^ other.children)
                        self.problem += (
                            pulp.lpSum(self.said[one.table.question][number][option] for number in apart) >= 1
                        )

    def _alike(self) -> None:
        """Children nobody can tell apart: it does not matter which of them said what, so put them in order."""
        alike: dict[tuple[object, ...], list[Child]] = defaultdict(list)
        for child in self.children:
            where = tuple(number for number, each in enumerate(self.published) if child.number in each.children)
            alike[where, child.number in self.known].append(child)
        self.alike = list(alike.values())
        if len(self.world.shapes) == 1:
            ((_, said),) = self.said.items()
            for group in self.alike:
                for one, other in itertools.pairwise(group):
                    self.problem += (
                        pulp.lpSum(
                            at * (said[other.number][option] - said[one.number][option])
                            for at, option in enumerate(said[one.number])
                        )
                        >= 0
                    )

    def _told(self, number: int) -> None:
        for question, answers in self.world.answers.items():
            self.problem += self.said[question][number][answers[number]] == 1

    # What follows

    def attack(self, *, glances: int = 1) -> Findings:
        found = Findings()
        cells = [
            _Wanted(
                f"{each.release} {each.table.question} {each.characteristic} {each.group} {cell.option}",
                [self.said[each.table.question][number][cell.option] for number in sorted(each.children)],
                len(each.children),
                SAME_ENOUGH,
            )
            for each in self.published
            for cell in each.table.cells
        ]
        persons = [
            _Wanted(
                f"{question} {option} of child {group[0].number}",
                [said[c.number][option] for c in group],
                len(group),
                1,
            )
            for question, said in self.said.items()
            for group in self.alike
            if group[0].number not in self.known
            for option in said[group[0].number]
        ]
        found.cells = len(cells)
        everything = [*cells, *persons]
        if not self._look(found, self._random_wish(), everything):
            found.impossible = True
            return found
        for _ in range(glances):
            self._look(found, self._random_wish(), everything)
        for each in cells:
            self._settle(found, each, everything)
            self._judge(found, each)
        self._settle_all(found, persons, everything)
        found.told_on = [each.name for each in persons if not each.settled and each.name not in found.undecided]
        return found

    def _random_wish(self) -> pulp.LpAffineExpression:
        return pulp.lpSum(
            self.chance.randint(-9, 9) * variable
            for said in self.said.values()
            for answers in said.values()
            for variable in answers.values()
        )

    def _look(
        self,
        found: Findings,
        wish: pulp.LpAffineExpression,
        everything: list[_Wanted],
        limits: Iterable[pulp.LpConstraint] = (),
    ) -> bool:
        """One question to the solver. True if it found answers that fit; they are noted for everything at once."""
        problem = self.problem.copy()
        for limit in limits:
            problem += limit
        problem.setObjective(wish)
        problem.solve(self.solver)
        found.solved += 1
        self.proved = problem.sol_status == pulp.LpSolutionOptimal
        if problem.sol_status not in (pulp.LpSolutionOptimal, pulp.LpSolutionIntegerFeasible):
            return False
        for each in everything:
            total = sum(round(variable.value()) for variable in each.terms)
            each.least, each.most = min(each.least, total), max(each.most, total)
        return True

    def _settle(self, found: Findings, each: _Wanted, everything: list[_Wanted]) -> None:
        for sign in (1, -1):
            if each.settled:
                return
            if not self._look(found, sign * pulp.lpSum(each.terms), everything) or not self.proved:
                found.undecided.append(each.name)
                return

    def _judge(self, found: Findings, each: _Wanted) -> None:
        if each.settled or each.name in found.undecided:
            return
        if each.most - each.least < SAME_ENOUGH:
            found.narrow.append(each.name)
        if each.most == each.least and 1 <= each.most <= 4:
            found.exact.append(each.name)
        if each.least == each.of:
            found.everyone.append(each.name)
        if each.most == 0:
            found.no_one.append(each.name)

    def _settle_all(self, found: Findings, persons: list[_Wanted], everything: list[_Wanted]) -> None:
        """Many at once: as many of the open ones as can be shown by one example, until none can."""
        for missing, at_once in (
            (lambda each: each.most == 0, self._some),
            (lambda each: each.least == each.of, self._not_all),
        ):
            self._settle_side(found, persons, everything, missing, at_once)
        for each in persons:
            if not each.settled and each.most > 0 and each.least < each.of:
                self._settle(found, each, everything)

    def _settle_side(
        self,
        found: Findings,
        persons: list[_Wanted],
        everything: list[_Wanted],
        missing: Callable[[_Wanted], bool],
        at_once: Callable[[_Wanted], pulp.LpAffineExpression],
    ) -> None:
        while waiting := [each for each in persons if missing(each)]:
            marks = [pulp.LpVariable(f"shown_{number}", 0, 1) for number in range(len(waiting))]
            limits = [mark <= at_once(each) for mark, each in zip(marks, waiting, strict=True)]
            proved = self._look(found, pulp.lpSum(marks), everything, limits) and self.proved
            if len([each for each in persons if missing(each)]) == len(waiting):
                if not proved:
                    found.undecided += [each.name for each in waiting]
                return

    def _some(self, each: _Wanted) -> pulp.LpAffineExpression:
        return pulp.lpSum(each.terms)

    def _not_all(self, each: _Wanted) -> pulp.LpAffineExpression:
        return each.of - pulp.lpSum(each.terms)
