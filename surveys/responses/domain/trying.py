"""Trying a form out as a young person would meet it. Nothing is stored: what was ticked travels in the page itself,
and of written words only that there were some.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from surveys.questionnaires.schema import Schema
from surveys.responses.domain.answers import GivenAnswer
from surveys.responses.domain.screens import Screen, screens_of
from surveys.responses.enums import AnswerState

BETWEEN = "="  # no part or option id holds it
STATES = {f"_{state.value}": state for state in (AnswerState.ANSWERED, AnswerState.DECLINED, AnswerState.SKIPPED)}


@dataclass(frozen=True)
class Trying:
    """As whom it is tried: `band`, `level` and `language`; and what was given so far, without a word."""

    band: str
    level: str
    language: str
    together: bool = False
    given: Mapping[str, GivenAnswer] = field(default_factory=dict)

    def screens(self, schema: Schema) -> tuple[Screen, ...]:
        """What this young person is asked, after what they ticked."""
        ticked = {part_id: given.options for part_id, given in self.given.items()}
        return screens_of(schema.asked(ticked), together=self.together)

    def with_given(self, new: Mapping[str, GivenAnswer]) -> "Trying":
        wordless = {part_id: replace(given, text="", made=False) for part_id, given in new.items()}
        return replace(self, given={**self.given, **wordless})

    def without(self, part_ids: Iterable[str]) -> "Trying":
        gone = set(part_ids)
        return replace(self, given={part_id: each for part_id, each in self.given.items() if part_id not in gone})


def written(given: Mapping[str, GivenAnswer]) -> list[str]:
    """For hidden fields: "Q19=yes" for a tick, "Q09=_answered" for words that are not kept, "Q04=_declined"."""
    lines = []
    for part_id, each in given.items():
        lines += [f"{part_id}{BETWEEN}{option}" for option in each.options or (f"_{each.state}",)]
    return lines


def read(lines: Iterable[str], schema: Schema) -> dict[str, GivenAnswer]:
    """What was written into the page, as far as this form offers it; anything else is left out."""
    given: dict[str, GivenAnswer] = {}
    offered = {part.id: part for part in schema.parts()}
    for line in lines:
        part_id, _, value = line.partition(BETWEEN)
        if part_id not in offered:
            continue
        if value in STATES:
            given[part_id] = GivenAnswer(state=STATES[value])
        elif value in offered[part_id].option_ids:
            before = given.get(part_id, GivenAnswer()).options
            given[part_id] = GivenAnswer(options=(*before, value))
    return given
