"""The one door through which releases see answers: ticks only, no words, no ticket, no name (house.md §3)."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from surveys.questionnaires.models import Questionnaire
from surveys.responses.enums import AnswerState
from surveys.responses.models import Answer, Response

BATCH = 5_000
EQUALITY = "E-"  # questions about the child, not about the meeting


@dataclass(frozen=True, slots=True)
class CountingRow:
    """`record_key` is the same for one child over responses; `parts` holds answered closed parts only."""

    response_id: uuid.UUID
    record_key: str
    form: str
    band: str
    setting: str
    characteristics: dict[str, str] = field(default_factory=dict)
    parts: dict[str, tuple[str, ...]] = field(default_factory=dict)


def rows_to_count(
    *,
    forms: Iterable[str],
    questionnaire: Questionnaire | None = None,
    sent_before: dt.datetime,
    already: QuerySet[Any] | tuple[uuid.UUID, ...] = (),
) -> Iterator[CountingRow]:
    """Responses that may be counted, newest first: sent, not asked back, and the child let us count them.

    `already` holds ids of responses that earlier releases counted. Streams: one query and one more per
    5,000 rows.
    """
    countable = Response.objects.filter(
        form__in=list(forms), sent_at__lt=sent_before, ok_to_count=True, take_back_asked_at=None
    )
    if questionnaire is not None:
        countable = countable.filter(version__questionnaire=questionnaire)
    if not isinstance(already, tuple) or already:
        countable = countable.exclude(id__in=already)
    # newest first: of a child's answers in one window the latest is counted (releases keep the first they
    # see)
    columns = countable.order_by("-sent_at", "id").values_list("id", "counting_key", "form", "band", "setting_label")
    stream = columns.iterator(chunk_size=BATCH)
    while batch := list(islice(stream, BATCH)):
        yield from _with_ticks(batch)


def _with_ticks(batch: list[tuple[uuid.UUID, str, str, str, str]]) -> Iterator[CountingRow]:
    ticks: dict[uuid.UUID, dict[str, tuple[str, ...]]] = defaultdict(dict)
    answered = Answer.objects.filter(response_id__in=[row[0] for row in batch], state=AnswerState.ANSWERED)
    for response_id, part_id, options in answered.values_list("response_id", "part_id", "options"):
        if options:
            ticks[response_id][part_id] = tuple(options)
    for response_id, record_key, form, band, setting in batch:
        parts = ticks.pop(response_id, {})
        about = {part_id: chosen for part_id, chosen in parts.items() if part_id.startswith(EQUALITY)}
        yield CountingRow(
            response_id=response_id,
            record_key=record_key,
            form=form,
            band=band,
            setting=setting,
            characteristics={part_id.removeprefix(EQUALITY): chosen[0] for part_id, chosen in about.items()},
            parts={part_id: chosen for part_id, chosen in parts.items() if part_id not in about},
        )
