"""What the attack is about: the tables of one question, and whom each of them counts.

Children with the same characteristics, counted in the same earlier tables, are one *kind* (D8). Nobody
can tell them apart by any published number, so the attack needs one whole number for each kind and
answer and not one for each child. A group of a release is a set of kinds.
"""

from dataclasses import dataclass

from surveys.releases.disclosure.content import EVERYONE
from surveys.releases.disclosure.parameters import Parameters
from surveys.releases.disclosure.tables import Shape, Table


@dataclass(frozen=True, slots=True)
class Placed:
    """A table with its place. `kinds`: numbers of the kinds it counts, each of them whole.

    `rules`: the strictness it was made with, where that is not the strictness of today. An earlier release
    made with a finer base tells more, so for a table of an earlier release give the numbers stored in it.
    """

    release: str
    characteristic: str  # or EVERYONE
    group: str
    table: Table
    kinds: frozenset[int]
    rules: Parameters | None = None

    @property
    def is_everyone(self) -> bool:
        return self.characteristic == EVERYONE


# counts[question][kind][option], the options of the shape and UNSAID last
Counts = tuple[tuple[tuple[int, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Everything that has to be attacked together: one question, or all tables of one choose-any question.

    With several shapes the children are the same behind all of them: "did not say" is the same set of children, and
    each shape has the options ticked and not ticked in that order. `exclusive` names the shapes whose tick rules out
    every other ("none of these").

    A response whose answer a correction has changed is two: one that only the superseded release counted, and one that
    only the new release counts. Never let one kind stand for both.
    """

    sizes: tuple[int, ...]  # children in each kind; the attacker knows them
    shapes: tuple[Shape, ...]
    proposed: tuple[Placed, ...]  # of the release that is being made
    fixed: tuple[Placed, ...] = ()  # of earlier releases, superseded ones too: they can not be taken back
    truth: Counts | None = None  # where the search for witnesses may begin; never evidence
    exclusive: frozenset[str] = frozenset()
    each_ticks: bool = True  # whoever answered ticked at least one; False for themes, where words may fit none
    not_asked: frozenset[int] = frozenset()  # kinds known to be "did not say", because nobody asked them


@dataclass(frozen=True, slots=True)
class Kept:
    """What may be published of the proposed tables, and the characteristics withheld for this question.

    With EVERYONE among the withheld nothing is told of this question at all. `trouble` is the kind of error that
    stopped the attack, for the log of the job; it holds no figure and is "" when all went well.
    """

    kept: tuple[Placed, ...]
    withheld: frozenset[str]
    trouble: str = ""
