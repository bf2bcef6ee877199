"""The same world every time: every choice comes from a seed, nothing from the clock or the system."""

import random

from home.demo import words
from surveys.questionnaires.schema import Kind, Part, Schema
from surveys.responses.codes import ALPHABET, LENGTH, grouped
from surveys.responses.domain.answers import DECLINED, SKIPPED, GivenAnswer
from surveys.responses.models import Ticket

SKIPS, DECLINES = 0.10, 0.06
TEXT_SKIPS = 0.45  # most people leave most boxes empty


def dice_for(*names: object) -> random.Random:
    return random.Random("·".join(map(str, names)))  # noqa: S311 - a seeded story, not a secret


def seeded_code(*names: object) -> str:
    """A code that is the same in every demo world. Only ever for a demo world."""
    dice = dice_for("code", *names)
    return grouped("".join(dice.choice(ALPHABET) for _ in range(LENGTH)))


def open_schema(ticket: Ticket, form: str) -> Schema:
    """The questions this ticket is asked. Raises LookupError where nothing is published."""
    version = ticket.forms.get(form=form).questionnaire.current_version()
    if version is None:
        raise LookupError(f"No questionnaire is published for {form}.")
    return version.schema


def seeded_answers(schema: Schema, dice: random.Random, *, sharing: bool = False) -> dict[str, GivenAnswer]:
    return {part.id: _answer(part, dice, share=sharing and dice.random() < 0.7) for part in schema.parts()}


def _answer(part: Part, dice: random.Random, *, share: bool) -> GivenAnswer:
    roll = dice.random()
    if roll < DECLINES:
        return DECLINED
    if roll < DECLINES + (TEXT_SKIPS if part.is_text else SKIPS):
        return SKIPPED
    if part.is_text:
        return GivenAnswer(text=dice.choice(words.pool_for(part.id)), share=share)
    return GivenAnswer(options=_options(part, dice), share=share)


def _options(part: Part, dice: random.Random) -> tuple[str, ...]:
    """Earlier options are chosen a little more often than later ones, as in life."""
    ids = part.option_ids
    weights = [len(ids) + 2 - place for place in range(len(ids))]
    if part.kind is not Kind.MANY:
        return tuple(dice.choices(ids, weights))
    return tuple(dict.fromkeys(dice.choices(ids, weights, k=dice.randint(1, 3))))
