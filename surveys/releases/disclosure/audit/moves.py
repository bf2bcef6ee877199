"""What one child of a class could have answered instead."""

from random import Random

from surveys.releases.disclosure.audit.puzzle import TICKED, Puzzle
from surveys.releases.disclosure.audit.witnesses import Change, Witness

NOT_TICKED, SILENT = 1, 2
Rows = list[list[int]]


def changes(puzzle: Puzzle, witness: Witness, at: int) -> list[Change]:
    """Every change of one answer; for a choose-any question also saying nothing, or something after all."""
    if not puzzle.linked:
        options = range(puzzle.options[0])
        row = witness.answers[0][at]
        return [((0, start, end),) for start in options if row[start] for end in options if end != start]
    rows = [answers[at] for answers in witness.answers]
    return [change for family in FAMILIES for change in family(puzzle, rows)]


def any_change(puzzle: Puzzle, witness: Witness, at: int, chance: Random) -> Change:
    """One of these by chance, or no change. Single ticks are many and silences few, so the family is drawn first."""
    if puzzle.linked:
        possible = chance.choice(FAMILIES)(puzzle, [answers[at] for answers in witness.answers])
    else:
        possible = changes(puzzle, witness, at)
    return chance.choice(possible) if possible else ()


def _ticks(_: Puzzle, rows: Rows) -> list[Change]:
    found: list[Change] = []
    on = [question for question, row in enumerate(rows) if row[TICKED]]
    off = [question for question, row in enumerate(rows) if row[NOT_TICKED]]
    found += [((question, TICKED, NOT_TICKED),) for question in on]
    found += [((question, NOT_TICKED, TICKED),) for question in off]
    found += [((one, TICKED, NOT_TICKED), (other, NOT_TICKED, TICKED)) for one in on for other in off if one != other]
    return found


def _falls_silent(_: Puzzle, rows: Rows) -> list[Change]:
    """A child who ticked one thing, or only things that all ticked, ticks nothing."""
    must = _had_to_say(rows)
    if not must:
        return []
    found = {must}
    for question, row in enumerate(rows):
        if row[TICKED]:
            found.add((*must[:question], TICKED, *must[question + 1 :]))
    return [tuple((question, start, SILENT) for question, start in enumerate(starts)) for starts in sorted(found)]


def _stands_alone(puzzle: Puzzle, rows: Rows) -> list[Change]:
    """A child takes every tick back and ticks "none of these": one change after the other would not fit."""
    must = _had_to_say(rows)
    if not must:
        return []
    return [
        tuple(
            (question, start, end)
            for question, start in enumerate(must)
            if start != (end := TICKED if question == alone else NOT_TICKED)
        )
        for alone in sorted(puzzle.exclusive)
        if must[alone] == NOT_TICKED
    ]


def _had_to_say(rows: Rows) -> tuple[int, ...]:
    """The fewest ticks of one child that these rows allow; nothing where nobody answered."""
    if not all(row[TICKED] or row[NOT_TICKED] for row in rows):
        return ()
    return tuple(NOT_TICKED if row[NOT_TICKED] else TICKED for row in rows)


def _speaks(_: Puzzle, rows: Rows) -> list[Change]:
    if not rows[0][SILENT]:
        return []
    ends = [
        tuple(TICKED if question == one else NOT_TICKED for question in range(len(rows))) for one in range(len(rows))
    ]
    ends.append((NOT_TICKED,) * len(rows))
    return [tuple((question, SILENT, end) for question, end in enumerate(each)) for each in ends]


FAMILIES = (_ticks, _falls_silent, _speaks, _stands_alone)
