"""The one door through which releases see answers: ticks only, no words, no ticket, no name (house.md §3)."""

import datetime as dt
import hashlib
import json
import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast

from surveys.questionnaires.enums import FormKind
from surveys.questionnaires.models import Questionnaire
from surveys.responses.enums import AnswerState
from surveys.responses.models import Answer, Response

BATCH = 5_000
EQUALITY = "E-"  # questions about the child, not about the meeting
ABOUT_THEM = Q(part_id__startswith=EQUALITY, state__in=(AnswerState.ANSWERED, AnswerState.DECLINED))
NAMED = (FormKind.BEFORE, FormKind.AFTER, FormKind.LATER)
RATHER_NOT = ""


@dataclass(frozen=True, slots=True)
class CountingRow:
    """`record_key` is the same for one child over responses; `parts` holds answered closed parts only.

    `characteristics` is what the child said about themselves: here, else last on another of their own forms.
    """

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
    """Responses that may be counted, newest first: sent, not asked back or doubted, and the child let us count them.

    `already` holds ids of responses that earlier releases counted. Streams: one query, and per 5,000 rows one more
    for the ticks and one for what named children said about themselves.
    """
    countable = _countable(forms, questionnaire, sent_before, already)
    # newest first: of a child's answers in one window the latest is counted (releases keep the first they see)
    ordered = countable.order_by("-sent_at", "id").annotate(key=_as_text("id"))
    columns = ordered.values_list("id", "key", "counting_key", "form", "band", "setting_label")
    stream = columns.iterator(chunk_size=BATCH)
    while batch := list(islice(stream, BATCH)):
        yield from _with_ticks(batch, sent_before)


def ids_to_count(
    *,
    forms: Iterable[str],
    questionnaire: Questionnaire | None = None,
    sent_before: dt.datetime,
    already: QuerySet[Any] | tuple[uuid.UUID, ...] = (),
) -> Iterator[uuid.UUID]:
    """The ids of the same responses in the same order: has anything changed since they were counted?"""
    countable = _countable(forms, questionnaire, sent_before, already)
    return countable.order_by("-sent_at", "id").values_list("id", flat=True).iterator(chunk_size=BATCH)


def said_about_themselves(*, sent_before: dt.datetime) -> bytes:
    """A mark of the named answers that tell who a child is: another one if any of them may no longer be counted."""
    told = Exists(Answer.objects.filter(ABOUT_THEM, response_id=OuterRef("id")))
    named = Response.objects.filter(told, form__in=NAMED, **_may_be_counted(sent_before)).order_by("id")
    mark = hashlib.blake2b(digest_size=16)
    for response_id in named.values_list("id", flat=True).iterator(chunk_size=BATCH):
        mark.update(response_id.bytes)
    return mark.digest()


def _may_be_counted(sent_before: dt.datetime, *, of: str = "") -> dict[str, Any]:
    """`of`: the way from another table to the response, as in `response__`."""
    wanted = {"sent_at__lt": sent_before, "ok_to_count": True, "take_back_asked_at": None, "doubted_at": None}
    return {f"{of}{name}": value for name, value in wanted.items()}


def _countable(
    forms: Iterable[str],
    questionnaire: Questionnaire | None,
    sent_before: dt.datetime,
    already: QuerySet[Any] | tuple[uuid.UUID, ...],
) -> QuerySet[Response]:
    countable = Response.objects.filter(form__in=list(forms), **_may_be_counted(sent_before))
    if questionnaire is not None:
        countable = countable.filter(version__questionnaire=questionnaire)
    if not isinstance(already, tuple) or already:
        countable = countable.exclude(id__in=already)
    return countable


def _with_ticks(
    batch: list[tuple[uuid.UUID, str, str, str, str, str]], sent_before: dt.datetime
) -> Iterator[CountingRow]:
    said_last = _said_last({row[2] for row in batch if _is_named(row[0], row[2])}, sent_before)
    ticks: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    answered = Answer.objects.filter(
        Q(state=AnswerState.ANSWERED) | ABOUT_THEM, response_id__in=[row[0] for row in batch]
    )
    # The database hands over keys and options as text: making objects of seventeen million of each costs minutes.
    columns = answered.annotate(key=_as_text("response_id"), chosen=_as_text("options"))
    for key, part_id, options in columns.values_list("key", "part_id", "chosen").iterator(chunk_size=BATCH):
        chosen = _chosen(options)
        if chosen or part_id.startswith(EQUALITY):
            ticks[key][part_id] = chosen
    for response_id, key, record_key, form, band, setting in batch:
        parts = ticks.pop(key, {})
        own = {part_id: _one_of(parts.pop(part_id)) for part_id in [*parts] if part_id.startswith(EQUALITY)}
        said = {**said_last.get(record_key, {}), **own}
        about = {part_id.removeprefix(EQUALITY): told for part_id, told in said.items() if told != RATHER_NOT}
        yield CountingRow(response_id, record_key, form, band, setting, about, parts)


def _is_named(response_id: uuid.UUID, record_key: str) -> bool:
    """Where no name is asked the record key is the response's own id, and nothing was said on another form."""
    return record_key != response_id.hex


def _said_last(record_keys: set[str], sent_before: dt.datetime) -> dict[str, dict[str, str]]:
    """What these children last said about themselves, on any form of theirs that may be counted by then.

    Whoever would rather not say by now has taken back what they said before; leaving it out takes nothing back.
    """
    said: dict[str, dict[str, str]] = defaultdict(dict)
    if not record_keys:
        return said
    own = _may_be_counted(sent_before, of="response__")
    told = Answer.objects.filter(ABOUT_THEM, response__counting_key__in=record_keys, **own)
    oldest_first = told.order_by("response__sent_at", "-response_id").annotate(chosen=_as_text("options"))
    columns = oldest_first.values_list("response__counting_key", "part_id", "chosen")
    for record_key, part_id, options in columns.iterator(chunk_size=BATCH):
        said[record_key][part_id] = _one_of(_chosen(options))
    return said


def _one_of(chosen: tuple[str, ...]) -> str:
    return chosen[0] if chosen else RATHER_NOT


def _as_text(column: str) -> Cast:
    return Cast(column, TextField())


@lru_cache(maxsize=10_000)
def _chosen(options: str) -> tuple[str, ...]:
    """The same few lists of options come again and again: one tuple for each."""
    return tuple(json.loads(options))
