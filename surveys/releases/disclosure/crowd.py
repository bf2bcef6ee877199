"""The children of one sheet, told apart only by what they have in common.

Children with the same category of every characteristic who stood in the same groups of earlier releases are one
*kind*. A kind has a size, and for every question how many gave each answer and the sum of their marks. A group of a
grouping is a set of kinds, so every number of every table is a sum over kinds: the same children make the same sum in
whatever table they stand (P11), and the audit gets exactly what the strongest attacker would know (who is of which
kind) without one child's row.

A crowd lives in memory during a freeze only. It holds exact counts, and nothing of it is ever stored.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from surveys.releases.disclosure.collapse import Shape
from surveys.releases.disclosure.tables import Tally

# (release ref, a characteristic or "everyone", number of the group in that release)
Membership: TypeAlias = tuple[str, str, int]
# One row per kind; in a row one number per option of the shape, and "did not say" last.
Rows: TypeAlias = tuple[tuple[int, ...], ...]

NOT_SAID = "not_said"  # the category of a child who skipped, declined or was not asked a characteristic


@dataclass(frozen=True, slots=True)
class Standing:
    """Where every child of a kind stands.

    `here` is the category of each characteristic in the order of the crowd; None for children who were counted in an
    earlier release that shares somebody with this one, but are not in this one.
    """

    here: tuple[str, ...] | None
    earlier: frozenset[Membership] = frozenset()


@dataclass(frozen=True, slots=True)
class Crowd:
    """Exact counts of one form, kind by kind. `counts` and `marks` go by the name of the question (`Shape.question`).

    `settings` says for each characteristic and category how many children came from one home, school or team; rule 19
    needs it and nothing else may read it.
    """

    characteristics: tuple[str, ...]
    kinds: tuple[Standing, ...]
    sizes: tuple[int, ...]
    shapes: tuple[Shape, ...] = ()
    counts: Mapping[str, Rows] = field(default_factory=dict)
    marks: Mapping[str, Rows] = field(default_factory=dict)
    settings: Mapping[str, Mapping[str, Mapping[str, int]]] = field(default_factory=dict)

    @property
    def everyone(self) -> frozenset[int]:
        """The kinds that are counted in this release."""
        return frozenset(at for at, kind in enumerate(self.kinds) if kind.here is not None)

    @property
    def n(self) -> int:
        return self.size(self.everyone)

    def size(self, kinds: Collection[int]) -> int:
        return sum(self.sizes[at] for at in kinds)

    def kinds_in(self, characteristic: str, categories: Collection[str]) -> frozenset[int]:
        """The kinds here that stand in one of these categories."""
        at = self.characteristics.index(characteristic)
        return frozenset(
            i for i, kind in enumerate(self.kinds) if kind.here is not None and kind.here[at] in categories
        )

    def tally(self, shape: Shape, kinds: Collection[int]) -> Tally:
        """One question over one set of children: every cell is a sum over kinds."""
        return Tally(
            shape,
            _summed(self.counts[shape.question], kinds, len(shape.cells)),
            _summed(self.marks[shape.question], kinds, len(shape.cells)),
        )

    def kinds_of(self, membership: Membership) -> frozenset[int]:
        """The kinds that stood in this group of an earlier release, here again or not."""
        return frozenset(i for i, kind in enumerate(self.kinds) if membership in kind.earlier)

    def category_sizes(self, characteristic: str) -> dict[str, int]:
        """How many children stand in each category; categories nobody is in are left out."""
        at = self.characteristics.index(characteristic)
        sizes: dict[str, int] = {}
        for kind, size in zip(self.kinds, self.sizes, strict=True):
            if kind.here is not None:
                sizes[kind.here[at]] = sizes.get(kind.here[at], 0) + size
        return sizes


def _summed(rows: Rows, kinds: Collection[int], width: int) -> tuple[int, ...]:
    chosen = [rows[kind] for kind in kinds]
    return tuple(sum(row[at] for row in chosen) for at in range(width))
