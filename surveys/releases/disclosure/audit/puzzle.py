"""The published numbers as one puzzle: everything the attacker knows, and nothing else.

Kinds that stand in exactly the same tables are put together: no published number tells them apart, so whatever is
possible for one of their children is possible for each. That makes the puzzle as small as what is published, however
many children there are.

A puzzle is made of `Line`s (a table and the bounds its numbers give) and `Tell`s: in one release the same children draw
the same number for the same question, so two tables whose numbers come from different draws are known not to hold the
same choosers. At least one child who chose the answer stands in one of the two tables and not in the other.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from surveys.releases.disclosure.audit.block import Block, Counts, Placed
from surveys.releases.disclosure.audit.knowledge import Doubtful, Known, what_it_tells
from surveys.releases.disclosure.parameters import Parameters

Where = tuple[tuple[tuple[int, ...], ...], ...]  # numbers by question and class
TICKED = 0  # the first option of a shape of a choose-any question


@dataclass(frozen=True, slots=True)
class Line:
    """A published table: whom it counts, and bounds for each of its options."""

    question: int
    classes: frozenset[int]
    n: int
    known: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class Tell:
    """At least one child of these classes gave this answer."""

    question: int
    option: int
    classes: frozenset[int]


@dataclass(frozen=True)
class Puzzle:
    """`members`: the kinds in each class. `silent`: classes that were not asked. Questions and options by number."""

    members: tuple[tuple[int, ...], ...]
    sizes: tuple[int, ...]
    options: tuple[int, ...]  # how many each question has, UNSAID included
    lines: tuple[Line, ...]
    tells: tuple[Tell, ...]
    exclusive: frozenset[int]
    each_ticks: bool
    silent: frozenset[int]

    @property
    def linked(self) -> bool:
        return len(self.options) > 1

    @cached_property
    def lines_at(self) -> Where:
        """Numbers of the tables of each question in which each class stands."""
        return _where([(line.question, line.classes) for line in self.lines], len(self.options), len(self.sizes))

    @cached_property
    def tells_at(self) -> tuple[Where, ...]:
        """The same for tells, of each option."""
        return tuple(
            _where(
                [(tell.question, tell.classes if tell.option == option else ()) for tell in self.tells],
                len(self.options),
                len(self.sizes),
            )
            for option in range(max(self.options))
        )

    def gathered(self, counts: Counts) -> list[list[list[int]]]:
        """Counts by kind as counts by class."""
        return [
            [
                [int(sum(column)) for column in zip(*(rows[kind] for kind in kinds), strict=True)]
                for kinds in self.members
            ]
            for rows in counts
        ]


def puzzle_of(block: Block, proposed: Iterable[Placed], *, rules: Parameters) -> Puzzle:
    """The puzzle that publishing `proposed` would set. Raises Doubtful for tables that can not be."""
    placed = (*block.fixed, *proposed)
    members, silent = _classes(block, placed)
    class_of = {kind: number for number, kinds in enumerate(members) for kind in kinds}
    questions = {shape.question: number for number, shape in enumerate(block.shapes)}
    if len(questions) != len(block.shapes) or not block.exclusive <= set(questions):
        raise Doubtful("Two questions of one name, or an exclusive option that is not asked.")
    lines = tuple(_line(block, each, class_of, questions, rules) for each in placed)
    return Puzzle(
        members=members,
        sizes=tuple(sum(block.sizes[kind] for kind in kinds) for kinds in members),
        options=tuple(len(shape.cells) for shape in block.shapes),
        lines=lines,
        tells=tuple(_tells(block, placed, lines)),
        exclusive=frozenset(questions[name] for name in block.exclusive),
        each_ticks=block.each_ticks,
        silent=silent,
    )


def _classes(block: Block, placed: Sequence[Placed]) -> tuple[tuple[tuple[int, ...], ...], frozenset[int]]:
    tables_of: dict[int, list[int]] = defaultdict(list)
    for number, each in enumerate(placed):
        for kind in each.kinds:
            if block.sizes[kind]:
                tables_of[kind].append(number)
    alike: dict[tuple[bool, tuple[int, ...]], list[int]] = defaultdict(list)
    for kind in sorted(tables_of):
        alike[kind in block.not_asked, tuple(tables_of[kind])].append(kind)
    silent = frozenset(number for number, (unasked, _) in enumerate(alike) if unasked)
    return tuple(tuple(kinds) for kinds in alike.values()), silent


def _line(block: Block, placed: Placed, class_of: dict[int, int], questions: dict[str, int], rules: Parameters) -> Line:
    table, n = placed.table, sum(block.sizes[kind] for kind in placed.kinds)
    question = questions.get(table.question)
    if question is None or tuple(cell.option for cell in table.cells) != block.shapes[question].cells:
        raise Doubtful("A table of another question, or with other answers.")
    made_with = placed.rules or rules
    known = tuple(what_it_tells(cell, n=n, n_shown=table.n_shown, rules=made_with) for cell in table.cells)
    return Line(question, frozenset(class_of[kind] for kind in placed.kinds if kind in class_of), n, known)


def _tells(block: Block, placed: Sequence[Placed], lines: Sequence[Line]) -> Iterable[Tell]:
    """Drawn numbers two bases apart or more need no tell: their bounds already hold the counts apart.

    What is one draw for several questions ("did not say" of a linked block) is the same children in each of them, and
    `witnesses.fits` asks for that: it is told once, of the first of these questions.
    """
    draws: dict[tuple[str, str, str], list[tuple[Line, int]]] = defaultdict(list)
    for each, line in zip(placed, lines, strict=True):
        shape = block.shapes[line.question]
        for at, option in enumerate(shape.cells):
            draws[each.release, shape.drawn_as(option), option].append((line, at))
    seen = set()
    for same in draws.values():
        first = min(line.question for line, _ in same)
        for (left, at), (right, other) in combinations(same, 2):
            mine, theirs = left.known[at], right.known[other]
            if mine.drew_otherwise_than(theirs) and not (mine.most < theirs.least or theirs.most < mine.least):
                seen.add(Tell(first, at, left.classes ^ right.classes))
    return sorted(seen, key=lambda tell: (tell.question, tell.option, sorted(tell.classes)))


def _where(groups: Iterable[tuple[int, Iterable[int]]], questions: int, classes: int) -> Where:
    found: list[list[list[int]]] = [[[] for _ in range(classes)] for _ in range(questions)]
    for number, (question, group) in enumerate(groups):
        for at in group:
            found[question][at].append(number)
    return tuple(tuple(tuple(numbers) for numbers in rows) for rows in found)
