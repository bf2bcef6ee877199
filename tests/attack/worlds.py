"""Made-up young people, what they answered, and what would be published about them. Everything follows from a seed."""

import hashlib
import random
from dataclasses import dataclass, field

from surveys.releases.disclosure.grouping import join_groups
from surveys.releases.disclosure.parameters import PROMISED
from surveys.releases.disclosure.plans import PLANS
from surveys.releases.disclosure.rounding import record_mark
from surveys.releases.disclosure.tables import UNSAID, Shape, Table, Tally, protect

EVERYONE = "everyone"
QUESTION = Shape("q", ("yes", "some", "no"))
# How likely each answer is, "did not say" last: evenly spread, leaning, nearly everyone alike.
SKEWS = {"even": (30, 30, 25, 15), "leaning": (60, 20, 12, 8), "alike": (90, 4, 3, 3)}


# How likely each category is, in the order of the plan. Small ones are there in every council.
WEIGHTS = {
    "age_band": (20, 45, 25, 10),
    "gender": (45, 44, 4, 2, 5),
    "ethnic_group": (8, 9, 8, 64, 5, 6),
    "send_need": (35, 45, 12, 8),
    "where_i_live": (52, 20, 12, 8, 3, 5),
}


@dataclass(frozen=True)
class Child:
    """A response. `stands`: the category of each characteristic."""

    number: int
    stands: dict[str, str]


@dataclass(frozen=True)
class Drawn:
    """A published table and the children it counts, as an attacker would know them."""

    release: str
    characteristic: str
    group: str
    children: frozenset[int]
    table: Table


@dataclass
class World:
    """`answers[question][child]` is the truth; no attacker sees it."""

    children: list[Child]
    answers: dict[str, dict[int, str]]
    shapes: tuple[Shape, ...] = (QUESTION,)
    fixed: list[Drawn] = field(default_factory=list)
    proposed: list[Drawn] = field(default_factory=list)
    exclusive: frozenset[str] = frozenset()
    each_ticks: bool = True


def children_of(chance: random.Random, n: int, *, first: int = 0) -> list[Child]:
    return [Child(number, {name: _category(chance, name) for name in WEIGHTS}) for number in range(first, first + n)]


def _category(chance: random.Random, name: str) -> str:
    return chance.choices([category for category, _ in PLANS[name].categories], WEIGHTS[name])[0]


def one_question(seed: str, n: int, skew: str) -> World:
    """One release: everyone and five characteristics."""
    chance = random.Random(seed)
    children = children_of(chance, n)
    world = World(children, {"q": answers_of(chance, children, skew)})
    world.proposed = publish(world, "R1", children, seed)
    return world


def answers_of(chance: random.Random, children: list[Child], skew: str) -> dict[int, str]:
    options = (*QUESTION.options, UNSAID)
    return {child.number: chance.choices(options, SKEWS[skew])[0] for child in children}


def publish(world: World, release: str, children: list[Child], seed: str, *, breakdowns: bool = True) -> list[Drawn]:
    """The tables of one release, with a secret of its own."""
    secret = secret_of(release, seed)
    groups = [(EVERYONE, "", children)]
    if breakdowns:
        groups += [found for name in WEIGHTS for found in _groups(name, children)]
    return [
        Drawn(release, characteristic, label, frozenset(child.number for child in members), table)
        for shape in world.shapes
        for characteristic, label, members in groups
        for table in [_table(world, shape, members, secret)]
    ]


def secret_of(release: str, seed: str) -> bytes:
    return hashlib.sha256(f"{release} {seed}".encode()).digest()


def _groups(name: str, children: list[Child]) -> list[tuple[str, str, list[Child]]]:
    sizes: dict[str, int] = {}
    for child in children:
        sizes[child.stands[name]] = sizes.get(child.stands[name], 0) + 1
    joined = join_groups(PLANS[name], sizes, floor=PROMISED.floor) or ()
    return [
        (name, group.label, [child for child in children if child.stands[name] in group.members]) for group in joined
    ]


def _table(world: World, shape: Shape, members: list[Child], secret: bytes) -> Table:
    cells = dict.fromkeys((*shape.options, UNSAID), (0, 0))
    for child in members:
        count, marks = cells[answer := world.answers[shape.question][child.number]]
        cells[answer] = count + 1, marks + record_mark(secret, str(child.number))
    counts, marks = zip(*cells.values(), strict=True)
    tally = Tally(shape, counts, marks)
    return protect(tally, secret=secret, rules=PROMISED)
