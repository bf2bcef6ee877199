"""Writing, sealing and checking the record of who did what (AC-46, ASVS 16.3, D17)."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction

from core import seals
from core.models import AuditEntry, AuditSeal

BATCH = 1_000
FIRST_LINK = "0" * 64


def record(
    action: str,
    *,
    actor: Any = None,
    subject: models.Model | None = None,
    detail: Mapping[str, str | int | bool | None] | None = None,
    now: dt.datetime,
) -> None:
    """Adds one entry in the caller's transaction. `detail` holds ids and counts, never words or names."""
    AuditEntry.objects.create(
        at=now,
        action=action,
        actor=actor if getattr(actor, "pk", None) else None,
        subject_kind=subject._meta.label_lower if subject is not None else "",
        subject_id=str(subject.pk) if subject is not None else "",
        detail=dict(detail or {}),
    )


def _line(entry: AuditEntry) -> str:
    fields = [entry.pk, entry.at.isoformat(), entry.action, str(entry.actor_id or ""), entry.subject_kind]
    return json.dumps([*fields, entry.subject_id, entry.detail], sort_keys=True)


def _link(previous: str, entries: Iterable[AuditEntry]) -> str:
    text = previous + "\n" + "\n".join(_line(entry) for entry in entries)
    return seals.sign(text.encode(), purpose="audit")


@transaction.atomic
def seal_new_entries(*, now: dt.datetime) -> int:
    """Seals what was added since the last checkpoint, in batches. Returns how many entries were sealed."""
    sealed = 0
    last = AuditSeal.objects.select_for_update().order_by("-id").first()
    while entries := list(AuditEntry.objects.filter(id__gt=last.last_id if last else 0)[:BATCH]):
        last = AuditSeal.objects.create(
            at=now,
            first_id=entries[0].pk,
            last_id=entries[-1].pk,
            count=len(entries),
            chain=_link(last.chain if last else FIRST_LINK, entries),
        )
        sealed += len(entries)
    return sealed


@dataclass(frozen=True)
class AuditFault:
    first_id: int
    last_id: int


def first_fault(*, since: dt.datetime | None = None, until: dt.datetime | None = None) -> AuditFault | None:
    """The first batch whose entries no longer match their seal, or None when the record is whole.

    `since` and `until` look at the seals made between two moments only.
    """
    seals_to_check = AuditSeal.objects.order_by("id")
    if since is not None:
        seals_to_check = seals_to_check.filter(at__gte=since)
    if until is not None:
        seals_to_check = seals_to_check.filter(at__lt=until)
    previous = ""
    for seal in seals_to_check.iterator():
        previous = previous or _chain_before(seal)
        entries = list(AuditEntry.objects.filter(id__gte=seal.first_id, id__lte=seal.last_id))
        if len(entries) != seal.count or _link(previous, entries) != seal.chain:
            return AuditFault(seal.first_id, seal.last_id)
        previous = seal.chain
    return None


def _chain_before(seal: AuditSeal) -> str:
    before = AuditSeal.objects.filter(id__lt=seal.pk).order_by("-id").first()
    return before.chain if before else FIRST_LINK
