"""Between drawing a table and telling it stands the attack (rule 11)."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from surveys.releases.disclosure.audit.block import Placed
from surveys.releases.disclosure.audit.withholding import hold_back
from surveys.releases.disclosure.content import PublishedTable
from surveys.releases.disclosure.crowd import Crowd
from surveys.releases.disclosure.rounding import Secret
from surveys.releases.domain.catalogue import AnyEntry
from surveys.releases.domain.drafting import Grouping, block_of, draft_tables, published_tables
from surveys.releases.domain.task import Task

logger = logging.getLogger("your_turn.releases")
SECONDS = 60.0  # for one question; what has not been certified by then is withheld


def tables_that_held(
    task: Task,
    entry: AnyEntry,
    crowd: Crowd,
    groupings: Mapping[str, Grouping],
    *,
    before: Sequence[Placed],
    secret: Secret,
    each_ticks: bool = True,
) -> Iterator[PublishedTable]:
    """The tables of one question that held against everything ever told about these answers."""
    proposed = draft_tables(entry, crowd, groupings, release=task.ref, secret=secret, rules=task.rules)
    if task.is_year:  # the quarters have told it for everyone (rule 12)
        proposed = tuple(placed for placed in proposed if not placed.is_everyone)
    if not proposed or _was_told_another_way(entry, before):
        return
    block = replace(block_of(entry, crowd, proposed, before), each_ticks=each_ticks)
    kept = hold_back(block, rules=task.rules, seconds=SECONDS)
    if kept.trouble:
        logger.error("attack_broke", extra={"error": kept.trouble})
    yield from published_tables(entry, kept.kept)


def _was_told_another_way(entry: AnyEntry, before: Sequence[Placed]) -> bool:
    """The same answers under another version of the question: the attack can not hold the two against each other."""
    names = {shape.question for shape in entry.shapes}
    stems = {_stem(name) for name in names}
    return any(_stem(placed.table.question) in stems and placed.table.question not in names for placed in before)


def _stem(question: str) -> str:
    """Form and measure, without the version and the option."""
    return "/".join(question.split("/")[:2])
