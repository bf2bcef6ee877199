"""A made-up world as the product's audit gets it: kinds instead of children."""

from surveys.releases.disclosure.audit.block import Block, Placed
from surveys.releases.disclosure.audit.withholding import hold_back
from surveys.releases.disclosure.parameters import PROMISED
from surveys.releases.disclosure.tables import UNSAID
from tests.attack.worlds import Drawn, World


def block_of(world: World) -> Block:
    drawn = [*world.fixed, *world.proposed]
    stands: dict[tuple[object, ...], list[int]] = {}
    for child in world.children:
        releases = tuple(sorted({each.release for each in drawn if child.number in each.children}))
        stands.setdefault((*child.stands.values(), releases), []).append(child.number)
    kinds = list(stands.values())
    return Block(
        sizes=tuple(map(len, kinds)),
        shapes=world.shapes,
        proposed=tuple(_placed(each, kinds) for each in world.proposed),
        fixed=tuple(_placed(each, kinds) for each in world.fixed),
        truth=tuple(
            tuple(
                tuple(
                    sum(world.answers[shape.question][number] == option for number in kind)
                    for option in (*shape.options, UNSAID)
                )
                for kind in kinds
            )
            for shape in world.shapes
        ),
        exclusive=world.exclusive,
        each_ticks=world.each_ticks,
    )


def _placed(drawn: Drawn, kinds: list[list[int]]) -> Placed:
    counted = frozenset(at for at, kind in enumerate(kinds) if kind[0] in drawn.children)
    return Placed(drawn.release, drawn.characteristic, drawn.group, drawn.table, counted)


def audited(world: World, *, seconds: float = 60) -> tuple[list[Drawn], frozenset[str]]:
    """What the product would publish, and what it would withhold."""
    kept = hold_back(block_of(world), rules=PROMISED, seconds=seconds)
    assert not kept.trouble, kept.trouble
    return [each for each in world.proposed if each.characteristic not in kept.withheld], kept.withheld
