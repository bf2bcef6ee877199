"""Writing, changing, closing and opening again a recommendation. Every change adds a line to its history."""

import uuid
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from core import audit
from core.plain_words import clean_words
from participation.influence.enums import RecommendationStepKind as Step
from participation.influence.enums import Verdict
from participation.influence.models import REPLY_MAX, TEXT_MAX, WHO_MAX, Recommendation, RecommendationStep

TEXTS = {
    "text": TEXT_MAX,
    "reason": REPLY_MAX,
    "owner_role": WHO_MAX,
    "theme": WHO_MAX,
    "what_changed": REPLY_MAX,
}
LINKS = ("owner_id", "release_id", "you_said_id")
KEPT = (*TEXTS, *LINKS, "came_from", "verdict", "progress", "due", "measure_id", "did_it_fix", "closed_at")
WRITTEN_BY_STAFF = frozenset({*KEPT, "owner", "release", "you_said"}) - {"closed_at", "what_changed", "did_it_fix"}


class NotFit(Exception):
    """`reasons` says, field by field and in plain words, what is missing."""

    def __init__(self, reasons: Mapping[str, str]) -> None:
        super().__init__("A recommendation is not complete.")
        self.reasons = dict(reasons)


class ChangedMeanwhile(Exception):
    """Somebody else saved first. `current` is what is stored now; nothing was overwritten."""

    def __init__(self, current: Recommendation) -> None:
        super().__init__("Somebody else saved this recommendation first.")
        self.current = current


class NothingToUndo(Exception):
    """It is as it was first written."""


def reasons_against(row: Recommendation) -> dict[str, str]:
    """What is missing, by field: a yes needs whose job it is and a day; a part or a no needs a reason."""
    yes, owed = row.verdict in (Verdict.ACCEPTED, Verdict.PART), row.verdict in (Verdict.PART, Verdict.NOT)
    asked = [
        ("text", row.text, _("Write what is recommended.")),
        ("reason", row.reason or not owed, _("Give the reason. Young people can read it and argue with it.")),
        ("owner_role", row.owner_role or not yes, _("Say whose job this is, for example “Head of children’s homes”.")),
        ("due", row.due or not yes, _("Give a day. A yes needs a day.")),
        ("what_changed", row.what_changed or not row.is_closed, _("Write what is different now.")),
        ("did_it_fix", row.did_it_fix or not row.is_closed, _("Ask young people first: did this fix it?")),
    ]
    return {field: reason for field, given, reason in asked if not given}


@transaction.atomic
def write_recommendation(*, by: User | None, now: datetime, audience_key: str = "", **fields: Any) -> Recommendation:
    """Raises NotFit. `fields`: those of Recommendation that staff fill in."""
    row = Recommendation(created_at=now, audience_key=audience_key)
    _fill(row, fields)
    _check(row)
    row.save(force_insert=True)
    _add_step(row, Step.WRITTEN, by=by, now=now)
    return row


def rewrite_recommendation(
    pk: uuid.UUID, *, version: int, by: User | None, now: datetime, **fields: Any
) -> Recommendation:
    """Raises ChangedMeanwhile, NotFit."""
    return _change(pk, lambda row: _fill(row, fields), Step.CHANGED, version=version, by=by, now=now)


def close_recommendation(
    pk: uuid.UUID, *, what_changed: str, did_it_fix: str, version: int, by: User | None, now: datetime
) -> Recommendation:
    """Done: what is different now, and what young people say about it. Raises ChangedMeanwhile, NotFit."""

    def apply(row: Recommendation) -> None:
        if row.verdict not in (Verdict.ACCEPTED, Verdict.PART):
            raise NotFit({"what_changed": _("Only a yes can be closed. Answer the recommendation first.")})
        row.what_changed = clean_words(what_changed, max_chars=REPLY_MAX).strip()
        row.did_it_fix = did_it_fix
        row.closed_at = row.closed_at or now

    return _change(pk, apply, Step.CLOSED, version=version, by=by, now=now)


def reopen_recommendation(pk: uuid.UUID, *, version: int, by: User | None, now: datetime) -> Recommendation:
    """It was not done after all; what was written at the close stays in the history."""

    def apply(row: Recommendation) -> None:
        row.closed_at, row.what_changed, row.did_it_fix = None, "", ""

    return _change(pk, apply, Step.REOPENED, version=version, by=by, now=now)


def undo_last_step(pk: uuid.UUID, *, version: int, by: User | None, now: datetime) -> Recommendation:
    """Puts it back to what it was before its newest step. Undoing twice brings the change back."""

    def apply(row: Recommendation) -> None:
        before = row.steps.order_by("-number")[1:2]
        if not before:
            raise NothingToUndo
        _restore(row, before[0].content)

    return _change(pk, apply, Step.UNDONE, version=version, by=by, now=now)


def _change(
    pk: uuid.UUID,
    apply: Callable[[Recommendation], None],
    step: Step,
    *,
    version: int,
    by: User | None,
    now: datetime,
) -> Recommendation:
    with transaction.atomic():
        row = Recommendation.objects.select_for_update().get(pk=pk)
        if row.version != version:
            raise ChangedMeanwhile(row)
        apply(row)
        _check(row)
        row.version += 1
        row.save()
        _add_step(row, step, by=by, now=now)
    return row


def _check(row: Recommendation) -> None:
    if reasons := reasons_against(row):
        raise NotFit(reasons)


def _fill(row: Recommendation, fields: Mapping[str, Any]) -> None:
    if strange := fields.keys() - WRITTEN_BY_STAFF:
        raise TypeError(f"A recommendation has no field {sorted(strange)!r} to fill in.")
    for name, value in fields.items():
        setattr(row, name, clean_words(value, max_chars=TEXTS[name]).strip() if name in TEXTS else value)


def _add_step(row: Recommendation, step: Step, *, by: User | None, now: datetime) -> None:
    content = {name: _plain(getattr(row, name)) for name in KEPT}
    RecommendationStep.objects.create(recommendation=row, number=row.version, step=step, content=content, by=by, at=now)
    audit.record(f"recommendation.{step}", actor=by, subject=row, detail={"number": row.version}, now=now)


def _plain(value: Any) -> Any:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return str(value) if isinstance(value, uuid.UUID) else value


def _restore(row: Recommendation, content: Mapping[str, Any]) -> None:
    for name in KEPT:
        value = content[name]
        if value is not None and name == "due":
            value = date.fromisoformat(value)
        elif value is not None and name == "closed_at":
            value = datetime.fromisoformat(value)
        elif value is not None and name in LINKS:
            value = uuid.UUID(value)
        setattr(row, name, value)
