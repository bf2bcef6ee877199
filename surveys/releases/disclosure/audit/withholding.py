"""Rule 11: attack, withhold one characteristic of the question, attack again, until it holds.

The characteristic with the smallest group goes first and everyone last. Then whatever went without need is given back,
the largest groups first, as long as everything together still holds. So the order follows from the sizes of groups,
and a withheld characteristic says no more than that some attack on it would have succeeded.
"""

import time
from collections.abc import Iterator
from itertools import pairwise
from typing import TypeAlias

from surveys.releases.disclosure.audit.attack import Clock, MakeSolver, holds
from surveys.releases.disclosure.audit.block import Block, Kept, Placed
from surveys.releases.disclosure.audit.puzzle import puzzle_of
from surveys.releases.disclosure.audit.solver import Highs
from surveys.releases.disclosure.parameters import Parameters

Proposed: TypeAlias = tuple[Placed, ...]


def hold_back(
    block: Block,
    *,
    rules: Parameters,
    seconds: float,
    make_solver: MakeSolver = Highs,
    clock: Clock = time.process_time,
) -> Kept:
    """The tables that held. Fails closed: a doubt, an error or no time left means withheld.

    `seconds` are of the processor and not of the day, so a busy server withholds no more than an idle one. The solver
    keeps each of its own limits by the clock on the wall, which is never more processor time than it was given.
    """
    everything = frozenset(placed.characteristic for placed in block.proposed)
    until = clock() + seconds

    def stands(proposed: Proposed) -> bool:
        share = (until - clock()) / 2  # the next attempt, with less to publish, needs time too
        puzzle = puzzle_of(block, proposed, rules=rules)
        return holds(puzzle, block.truth, seconds=share, make_solver=make_solver, clock=clock)

    try:
        kept = next(filter(stands, attempts(block)), ())
        for proposed in given_back(block, kept):
            if stands(more := tuple(each for each in block.proposed if each in proposed or each in kept)):
                kept = more
    except Exception as error:  # whatever it is: what could not be attacked is not published
        return Kept((), everything, trouble=type(error).__name__)
    return Kept(kept, everything - {placed.characteristic for placed in kept})


def given_back(block: Block, kept: Proposed) -> Iterator[Proposed]:
    """The tables of each characteristic that went before the last one to go, in the opposite order of going."""
    tried = list(attempts(block))
    if not kept or kept not in tried:
        return
    gone = [
        tuple(placed for placed in more if placed not in fewer)
        for more, fewer in pairwise(tried[: tried.index(kept) + 1])
    ]
    yield from reversed(gone[:-1])  # with the last one it did not hold


def attempts(block: Block) -> Iterator[Proposed]:
    """Everything; then without the characteristic that has the smallest group, and so on; everyone stays longest."""
    proposed = block.proposed
    while proposed:
        yield proposed
        breakdowns = [placed for placed in proposed if not placed.is_everyone]
        if not breakdowns:
            return
        smallest = min(breakdowns, key=lambda placed: (_size(block, placed), placed.characteristic))
        proposed = tuple(placed for placed in proposed if placed.characteristic != smallest.characteristic)


def _size(block: Block, placed: Placed) -> int:
    return sum(block.sizes[kind] for kind in placed.kinds)
