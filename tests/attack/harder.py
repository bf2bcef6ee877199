"""Worlds with more to combine: a year of reports one after the other, corrections, choose-any questions, themes."""

import random

from surveys.releases.disclosure.parameters import PROMISED
from surveys.releases.disclosure.tables import UNSAID, choose_any
from tests.attack.blocks import audited
from tests.attack.worlds import Child, World, answers_of, children_of, publish

NAMES = ("first", "second", "third", "none")
TICKS = {"even": 0.5, "leaning": 0.25, "alike": 0.07}  # how likely each tick is


def a_year(seed: str, n: int, skew: str) -> World:
    """Four quarters for everyone, a correction of the first that takes children out, then the year's breakdowns."""
    chance = random.Random(seed)
    children = children_of(chance, n)
    world = World(children, {"q": answers_of(chance, children, skew)})
    quarters: list[list[Child]] = [[] for _ in range(4)]
    for child in children:
        quarters[chance.choices(range(4), (4, 3, 2, 1))[0]].append(child)
    waiting: list[Child] = []
    counted: list[Child] = []
    for number, quarter in enumerate(quarters, 1):
        waiting += quarter
        if len(waiting) < PROMISED.figures_from:
            continue
        _frozen(world, f"Q{number}", waiting, seed)
        if number == 1 and len(waiting) >= PROMISED.figures_from + PROMISED.floor:
            waiting = waiting[PROMISED.floor :]
            _frozen(world, "Q1-corrected", waiting, seed)
        counted += waiting
        waiting = []
    world.proposed = publish(world, "Y", counted, seed) if len(counted) >= PROMISED.floor else []
    return world


def _frozen(world: World, release: str, children: list[Child], seed: str) -> None:
    """What stood the attack when it was made can not be taken back later."""
    world.proposed = publish(world, release, children, seed, breakdowns=False)
    world.fixed += audited(world)[0]
    world.proposed = []


def ticks(seed: str, n: int, skew: str, *, themes: bool = False, names: tuple[str, ...] = NAMES) -> World:
    """A choose-any question with "none of these", broken down; or themes in free text, for everyone only."""
    chance = random.Random(seed)
    children = children_of(chance, n)
    shapes = choose_any("t", names, rules=PROMISED)
    world = World(children, {shape.question: {} for shape in shapes}, shapes=shapes)
    world.exclusive = frozenset() if themes else frozenset({"t/none"})
    world.each_ticks = not themes
    for child in children:
        ticked = _ticked(chance, names, skew, themes)
        for name in names:
            said = UNSAID if ticked is None else "ticked" if name in ticked else "not_ticked"
            world.answers[f"t/{name}"][child.number] = said
    world.proposed = publish(world, "R1", children, seed, breakdowns=not themes)
    return world


def _ticked(chance: random.Random, names: tuple[str, ...], skew: str, themes: bool) -> set[str] | None:
    """None for a child who said nothing."""
    if chance.random() < 0.15:
        return None
    found = {name for name in names if chance.random() < TICKS[skew]}
    if themes:
        return found
    if "none" in found:
        return {"none"}
    return found or {chance.choice(names)}
