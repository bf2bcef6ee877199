"""Protecting the counts of what adults did: who was asked, took part, was told, and was read in time.

They are counts over tickets, not over answers, and the steps hang together: whoever sent something was
asked, whoever came did not say "not this time". Rounding each on its own is therefore not enough. The
attacker here knows how many children there were, exactly who was asked and who sent something, and how
the steps hang together. From every published number they work out the lowest and the highest true
count; where these are too close, or prove "none" or "all", the later step is left out and it is tried again.

The links form a tree (a step lies within another; two steps of one parent exclude each other), so the
lowest and the highest are exact and need no solver: all the lowest values together are one possible world,
and a step's highest is possible with every step beside it at its lowest. Each world is checked again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from surveys.releases.disclosure.content import PublishedFigure
from surveys.releases.disclosure.extremes import HIGH, LOW, blunted
from surveys.releases.disclosure.parameters import Parameters
from surveys.releases.disclosure.rounding import Secret, chance_rounded, group_size

ASKED, SENT, TOOK_PART, DECLINED, NO_SAFE_WAY = "asked", "sent", "took_part", "declined", "no_safe_way"
TOLD, TOLD_ON_TIME, READ_ON_TIME = "told", "told_on_time", "read_on_time"
# In the order of keeping: what comes later is left out first.
ORDER = (ASKED, SENT, TOOK_PART, TOLD, READ_ON_TIME, TOLD_ON_TIME, NO_SAFE_WAY, DECLINED)
WITHIN = {SENT: ASKED, TOOK_PART: ASKED, DECLINED: ASKED, TOLD_ON_TIME: TOLD}
APART = ((ASKED, NO_SAFE_WAY), (TOOK_PART, DECLINED))
KNOWN = frozenset({ASKED, SENT, NO_SAFE_WAY})  # the attacker knows exactly who was asked and who answered
WIDTH = 3


@dataclass(frozen=True, slots=True)
class Step:
    """A true count of children out of a true size; lives in the freeze only."""

    name: str
    label: str
    count: int
    of: int


@dataclass(frozen=True, slots=True)
class Span:
    low: int
    high: int


class NotSteps(ValueError):
    """The counts contradict each other, or a step is not one of ours: nothing is told."""


def protect_steps(steps: Iterable[Step], *, secret: Secret, rules: Parameters) -> tuple[PublishedFigure, ...]:
    """Every figure that holds against the attack, in the order of `ORDER`. Raises NotSteps.

    A step out of fewer than `figures_from` children is left out, like a sheet of so few.
    """
    true = {step.name: step for step in steps}
    _check(true)
    kept = [name for name in ORDER if name in true and true[name].of >= rules.figures_from]
    figures = _capped([_figure(true[name], secret=secret, rules=rules) for name in kept])
    while figures and not _holds(figures, true, rules):
        figures = figures[:-1]
    return tuple(figures)


def spans(
    figures: Iterable[PublishedFigure], sizes: Mapping[str, int], *, known: Mapping[str, int], base: int
) -> dict[str, Span]:
    """What an attacker works out for every published step. Raises NotSteps where no world fits."""
    published = {figure.name: figure for figure in figures}
    read = {name: _read(figure, published, sizes[name], base) for name, figure in published.items()}
    read |= {name: Span(count, count) for name, count in known.items()}
    lows = {name: _lowest(name, read) for name in read}
    return {name: Span(lows[name], _highest(name, read, lows, sizes[name])) for name in published}


def _holds(figures: list[PublishedFigure], true: Mapping[str, Step], rules: Parameters) -> bool:
    """Against whoever knows only the sizes, and against whoever also knows who was asked and who sent."""
    sizes = {name: step.of for name, step in true.items()}
    told = {name: true[name].count for name in KNOWN if name in true}
    for known in ({}, told):
        found = spans(figures, sizes, known=known, base=rules.base)
        for name, span in found.items():
            if name not in known and not _is_open(span, _ceiling(name, found, known, sizes)):
                return False
    return True


def _is_open(span: Span, ceiling: int) -> bool:
    """Wide enough, not proved none, not proved all of the children it could be (D8)."""
    return span.high - span.low >= WIDTH and span.high > 0 and span.low < ceiling


def _ceiling(name: str, found: Mapping[str, Span], known: Mapping[str, int], sizes: Mapping[str, int]) -> int:
    parent = WITHIN.get(name, "")
    if parent in known:
        return known[parent]
    return found[parent].high if parent in found else sizes[name]


def _figure(step: Step, *, secret: Secret, rules: Parameters) -> PublishedFigure:
    n_shown = group_size(step.of, base=rules.base)
    rounded = chance_rounded(step.count, secret=secret, question=f"steps/{step.name}", marks=0, base=rules.base)
    shown = blunted(min(rounded, n_shown), n_shown=n_shown, base=rules.base, extremes_from=rules.extremes_from)
    return PublishedFigure(step.name, step.label, shown.count, n_shown, shown.extreme)


def _capped(figures: list[PublishedFigure]) -> list[PublishedFigure]:
    """A step never shows more than the step it lies within; the attacker is taken to know that."""
    by_name = {figure.name: figure for figure in figures}
    capped = []
    for figure in figures:
        parent = by_name.get(WITHIN.get(figure.name, ""))
        if parent is not None and _above(figure, parent):
            figure = PublishedFigure(figure.name, figure.label, parent.count, figure.n_shown, parent.extreme)
            by_name[figure.name] = figure
        capped.append(figure)
    return capped


def _above(figure: PublishedFigure, parent: PublishedFigure) -> bool:
    order = {LOW: 0, "": 1, HIGH: 2}
    return (order[figure.extreme], figure.count) > (order[parent.extreme], parent.count)


def _read(figure: PublishedFigure, published: Mapping[str, PublishedFigure], size: int, base: int) -> Span:
    """The true counts that can stand behind one figure by itself."""
    slack = base - 1
    if figure.extreme == LOW:
        return Span(0, min(size, figure.count - base + slack))
    low = max(0, figure.count + (base if figure.extreme == HIGH else 0) - slack)
    parent = published.get(WITHIN.get(figure.name, ""))
    was_capped = parent is not None and (parent.count, parent.extreme) == (figure.count, figure.extreme)
    at_the_top = figure.extreme == HIGH or figure.count >= figure.n_shown or was_capped
    return Span(low, size if at_the_top else min(size, figure.count + slack))


def _lowest(name: str, read: Mapping[str, Span]) -> int:
    """The least this step can be: its own reading, and room for all that lies within it."""
    inside = [child for child, parent in WITHIN.items() if parent == name and child in read]
    lows = {child: _lowest(child, read) for child in inside}
    together = [sum(lows.get(child, 0) for child in group) for group in APART]
    low = max([read[name].low, *lows.values(), *together])
    if low > read[name].high:
        raise NotSteps(name)
    return low


def _highest(name: str, read: Mapping[str, Span], lows: Mapping[str, int], size: int) -> int:
    """The most this step can be: its own reading, and what its parent leaves beside its neighbours."""
    parent = WITHIN.get(name, "")
    room = _highest(parent, read, lows, size) if parent in read else size
    beside = sum(lows.get(other, 0) for group in APART if name in group for other in group if other != name)
    high = min(read[name].high, room - beside)
    if high < lows[name]:
        raise NotSteps(name)
    return high


def _check(true: Mapping[str, Step]) -> None:
    """Counts that could not all be true of the same children were counted wrongly: refuse them all."""
    if unknown := set(true) - set(ORDER):
        raise NotSteps(f"Not a step of ours: {', '.join(sorted(unknown))}.")
    if any(not 0 <= step.count <= step.of for step in true.values()):
        raise NotSteps("A count is outside its size.")
    for child, parent in ((true.get(child), true.get(parent)) for child, parent in WITHIN.items()):
        if child and parent and (child.of != parent.of or child.count > parent.count):
            raise NotSteps(f"{child.name} does not lie within {parent.name}.")
    for group in APART:
        both = [true[name] for name in group if name in true]
        if len(both) == len(group) and sum(step.count for step in both) > both[0].of:
            raise NotSteps(f"{' and '.join(group)} do not exclude each other.")
