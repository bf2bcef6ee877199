"""Few answer groups, so that every one of them holds many children (rule 7).

A table has at most three answer groups and "did not say". Fine answers single people out: eleven steps of a scale over
thirty children leave steps with one child in them, and each further step is one more number to solve the others with.
So a scale is told as three groups, and never by its mean, smallest, largest or spread: each of those is one child's
answer in disguise.

Where any number can be ticked, the set of ticks of one child is often theirs alone. So each option is told on its own,
as ticked, not ticked and did not say, and which ticks went together is told nowhere.
"""

from dataclasses import dataclass

from surveys.releases.disclosure.parameters import Parameters

UNSAID = "unsaid"  # skipped, declined, not asked, not said: an answer group, never a missing row
TICKED, NOT_TICKED = "ticked", "not_ticked"


class NotAllowed(ValueError):
    """The table asked for is outside the rules; nothing is shown."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A question as it is counted: its name in the draw and its answer groups without `UNSAID`.

    `part_of` is the choose-any question (or the words that themes were found in) behind it. The children who did not
    say are the same in all its tables, so they draw under that name and show one number, not eight to average.
    """

    question: str
    options: tuple[str, ...]
    part_of: str = ""

    @property
    def cells(self) -> tuple[str, ...]:
        """All answer groups, "did not say" last."""
        return (*self.options, UNSAID)

    def drawn_as(self, option: str) -> str:
        return self.part_of if self.part_of and option == UNSAID else self.question


def choose_any(question: str, options: tuple[str, ...], *, rules: Parameters) -> tuple[Shape, ...]:
    """Rule 7: one ticked / not ticked / did-not-say table for each option of a choose-any question."""
    if len(options) > rules.max_choices:
        raise NotAllowed(f"{len(options)} options; a choose-any question may have {rules.max_choices}.")
    return tuple(Shape(f"{question}/{option}", (TICKED, NOT_TICKED), part_of=question) for option in options)
