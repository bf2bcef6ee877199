"""What a quarter tells beside answers: what adults did. Counted now, protected at once, kept as published figures.

A year tells none of it again: the quarters have told it, and a second draw of the same counts would let a reader
average. For the same reason a correction carries the figures of the release it takes the place of.
"""

from dataclasses import dataclass

from surveys.releases import registry
from surveys.releases.disclosure.content import PublishedFigure, ReleaseContent
from surveys.releases.disclosure.parameters import Parameters
from surveys.releases.disclosure.rounding import Secret
from surveys.releases.disclosure.steps import NotSteps, Step, protect_steps
from surveys.releases.enums import Cadence
from surveys.releases.models import Window


@dataclass(frozen=True, slots=True)
class Extras:
    taking_part: tuple[PublishedFigure, ...] = ()
    promises: tuple[PublishedFigure, ...] = ()


def extras_for(window: Window, *, secret: Secret, rules: Parameters) -> Extras:
    """All steps together, because they hang together. Counts that contradict each other are not told."""
    if window.programme.cadence != Cadence.QUARTER:
        return Extras()
    between = (window.opens_at, window.closes_at)
    kept = registry.promises(*between)
    counts = [*registry.asked(*between), *registry.taking_part(*between), *kept]
    steps = [Step(each.name, each.label, each.count, each.of) for each in counts]
    try:
        figures = protect_steps(steps, secret=secret, rules=rules)
    except NotSteps:
        return Extras()
    promised = {each.name for each in kept}
    return Extras(
        taking_part=tuple(each for each in figures if each.name not in promised),
        promises=tuple(each for each in figures if each.name in promised),
    )


def extras_carried(content: ReleaseContent) -> Extras:
    return Extras(content.taking_part, content.promises)
