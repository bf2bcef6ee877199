"""What the ticks mean, over all ages: a child's parts in, one of at most three groups out (D4, domain 4.3).

Pure and total. A meaning changes only with a new ``version``, which breaks a trend line on purpose.
Parts of conditional questions, and free text, never feed a measure.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from surveys.questionnaires.enums import FormKind

DID_NOT_SAY = "did-not-say"
Parts = Mapping[str, tuple[str, ...]]
Groups = tuple[tuple[str, str], ...]
Composite = Callable[[Parts], str]


@dataclass(frozen=True)
class Measure:
    """``maps`` says which group each option means; of several groups the first listed wins.

    ``composite`` is given only the known options of the measure's own parts.
    """

    id: str
    version: int
    title: str
    groups: Groups
    forms: frozenset[FormKind]
    maps: Mapping[str, Mapping[str, str]]
    composite: Composite | None = None

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(self.maps)

    @property
    def group_ids(self) -> tuple[str, ...]:
        return tuple(group for group, _ in self.groups)

    def group_of(self, parts: Parts) -> str:
        """Skipped, declined, not asked and unknown options are all ``DID_NOT_SAY``."""
        known = self._known(parts)
        if not known:
            return DID_NOT_SAY
        if self.composite is not None:
            return self.composite(known)
        said = {self.maps[part][option] for part, chosen in known.items() for option in chosen}
        return next(group for group in self.group_ids if group in said)

    def _known(self, parts: Parts) -> Parts:
        known = {
            part: tuple(option for option in parts.get(part, ()) if option in options)
            for part, options in self.maps.items()
        }
        return {part: chosen for part, chosen in known.items() if chosen}


@dataclass(frozen=True)
class ChooseAny:
    """A question with as many ticks as one likes, told option by option: ticked or not (domain 4.3, rule 7).

    ``options`` in the order they are shown, each with the words it has in a table; at most eight. ``none`` is the
    choice that says "none of these": an answer, with nothing ticked.
    """

    id: str
    version: int
    title: str
    part: str
    options: Groups
    forms: frozenset[FormKind]
    none: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        return (self.part,)

    def ticked(self, parts: Parts) -> frozenset[str] | None:
        """The options a child ticked, or None for "did not say": nothing was ticked that this question offers."""
        said = frozenset(parts.get(self.part, ()))
        ticked = said & {option for option, _ in self.options}
        return ticked if ticked or self.none in said else None
