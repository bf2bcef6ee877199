"""The question bank: adding a wording, and finding the newest one for an age and a reading level."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from django.db import transaction

from surveys.questionnaires.models import BankQuestion
from surveys.questionnaires.schema import Question
from surveys.questionnaires.starter.all_wordings import WORDINGS
from surveys.questionnaires.starter.building import Wording


@transaction.atomic
def load_bank(wordings: Iterable[Wording] = WORDINGS, *, now: dt.datetime) -> int:
    """Adds what is new and returns how many. Words that were here once add nothing, so that loading again
    never takes back a wording someone chose since.
    """
    known: dict[tuple[str, str, str], list[BankQuestion]] = defaultdict(list)
    for row in BankQuestion.objects.order_by("version"):
        known[row.key, row.band, row.level].append(row)
    added: list[BankQuestion] = []
    for wording in wordings:
        for band in wording.bands:
            before = known[wording.key, band, wording.level]
            if all(row.content != wording.question.to_json() for row in before):
                version = before[-1].version + 1 if before else 1
                added.append(_row(wording.question, wording.key, band, wording.level, version, now))
    BankQuestion.objects.bulk_create(added)
    return len(added)


def add_wording(question: Question, *, key: str, band: str, level: str, now: dt.datetime) -> BankQuestion:
    """A change of words makes the next version; the one before stays as it was."""
    before = BankQuestion.objects.filter(key=key, band=band, level=level).order_by("-version").first()
    row = _row(question, key, band, level, before.version + 1 if before else 1, now)
    row.save()
    return row


def wordings_for(band: str, level: str) -> dict[str, Question]:
    """The newest words of every key offered at this age and level."""
    rows = BankQuestion.objects.filter(band=band, level=level).order_by("key", "version")
    return {row.key: row.question for row in rows}


def keys_with_wording() -> list[tuple[str, str]]:
    """Every key once, with one of its wordings, for a list to choose from."""
    rows = BankQuestion.objects.order_by("key", "-level", "band", "version").values_list("key", "wording")
    return sorted(dict(rows).items())


def _row(question: Question, key: str, band: str, level: str, version: int, now: dt.datetime) -> BankQuestion:
    return BankQuestion(
        key=key,
        band=band,
        level=level,
        version=version,
        wording=question.wording,
        content=question.to_json(),
        added_at=now,
    )
