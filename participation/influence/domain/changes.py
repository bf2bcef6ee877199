"""Writing, changing, publishing and undoing a reply. Every change adds a step to its history."""

import uuid
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from core import audit
from core.plain_words import clean_words
from participation.influence.domain.readiness import check_ready
from participation.influence.enums import StepKind
from participation.influence.models import REPLY_MAX, SAID_MAX, WHO_MAX, YouSaid, YouSaidStep

TEXTS = {
    "said": SAID_MAX,
    "did": REPLY_MAX,
    "reason": REPLY_MAX,
    "decided_by": WHO_MAX,
    "instead": REPLY_MAX,
    "owner_role": WHO_MAX,
    "theme": WHO_MAX,
}
DAYS = ("due", "told_on")
LINKS = ("owner_id", "release_id")
KEPT = (*TEXTS, *DAYS, *LINKS, "kind", "how_told", "measure_id", "published_at")


class ChangedMeanwhile(Exception):
    """Somebody else saved first. `current` is what is stored now; nothing was overwritten."""

    def __init__(self, current: YouSaid) -> None:
        super().__init__("Somebody else saved this reply first.")
        self.current = current


class NothingToUndo(Exception):
    """The reply is as it was first written."""


def write_reply(*, by: User | None, now: datetime, **fields: Any) -> YouSaid:
    """A new reply, not on the page yet. Fields: those of YouSaid that staff fill in (see KEPT)."""
    you_said = YouSaid(created_at=now)
    _fill(you_said, fields)
    with transaction.atomic():
        you_said.save(force_insert=True)
        _add_step(you_said, StepKind.WRITTEN, by=by, now=now)
    return you_said


def rewrite_reply(you_said_id: uuid.UUID, *, version: int, by: User | None, now: datetime, **fields: Any) -> YouSaid:
    """Raises ChangedMeanwhile, and NotReady when a reply on the page would become unfit for it."""

    def apply(you_said: YouSaid) -> None:
        _fill(you_said, fields)

    return _change(you_said_id, apply, StepKind.CHANGED, version=version, by=by, now=now)


def publish_reply(you_said_id: uuid.UUID, *, version: int, by: User | None, now: datetime) -> YouSaid:
    """Puts a reply on the page everyone can read. Raises NotReady with what is missing."""

    def apply(you_said: YouSaid) -> None:
        you_said.published_at = you_said.published_at or now

    return _change(you_said_id, apply, StepKind.PUBLISHED, version=version, by=by, now=now)


def take_off_page(you_said_id: uuid.UUID, *, version: int, by: User | None, now: datetime) -> YouSaid:
    """Takes a reply off the page; the text and its history stay."""

    def apply(you_said: YouSaid) -> None:
        you_said.published_at = None

    return _change(you_said_id, apply, StepKind.TAKEN_OFF, version=version, by=by, now=now)


def undo_last_change(you_said_id: uuid.UUID, *, version: int, by: User | None, now: datetime) -> YouSaid:
    """Puts a reply back to what it was before its newest step. Undoing twice brings the change back."""

    def apply(you_said: YouSaid) -> None:
        before = you_said.steps.order_by("-number")[1:2]
        if not before:
            raise NothingToUndo
        _restore(you_said, before[0].content)

    return _change(you_said_id, apply, StepKind.UNDONE, version=version, by=by, now=now)


def _change(
    you_said_id: uuid.UUID,
    apply: Callable[[YouSaid], None],
    step: StepKind,
    *,
    version: int,
    by: User | None,
    now: datetime,
) -> YouSaid:
    with transaction.atomic():
        you_said = YouSaid.objects.select_for_update().get(pk=you_said_id)
        if you_said.version != version:
            raise ChangedMeanwhile(you_said)
        apply(you_said)
        if you_said.is_published:
            check_ready(you_said, today=timezone.localdate(now))
        you_said.version += 1
        you_said.save()
        _add_step(you_said, step, by=by, now=now)
    return you_said


def _fill(you_said: YouSaid, fields: Mapping[str, Any]) -> None:
    for name, value in fields.items():
        if name not in {*KEPT, "owner", "release"} or name == "published_at":
            raise TypeError(f"A reply has no field {name!r} to fill in.")
        if name in TEXTS:
            value = clean_words(value, max_chars=TEXTS[name]).strip()
        setattr(you_said, name, value)


def _add_step(you_said: YouSaid, step: StepKind, *, by: User | None, now: datetime) -> None:
    YouSaidStep.objects.create(
        you_said=you_said,
        number=you_said.version,
        step=step,
        kind=you_said.kind,
        content=_content(you_said),
        by=by,
        at=now,
    )
    audit.record(f"reply.{step}", actor=by, subject=you_said, detail={"number": you_said.version}, now=now)


def _content(you_said: YouSaid) -> dict[str, Any]:
    return {name: _plain(getattr(you_said, name)) for name in KEPT}


def _plain(value: Any) -> Any:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return str(value) if isinstance(value, uuid.UUID) else value


def _restore(you_said: YouSaid, content: Mapping[str, Any]) -> None:
    for name in KEPT:
        value = content[name]
        if name in DAYS and value is not None:
            value = date.fromisoformat(value)
        elif name == "published_at" and value is not None:
            value = datetime.fromisoformat(value)
        elif name in LINKS and value is not None:
            value = uuid.UUID(value)
        setattr(you_said, name, value)
