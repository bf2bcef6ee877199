"""When words and identity go (domain.md §3.2): drafts after 30 days, meeting words 90 days after the
meeting (D5).

Nothing of a named response goes before a worker ticked "copied to the record", nor under a hold (S19).
What stays for the year's count is ticks without a name.
"""

import datetime as dt
import uuid
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from core import audit
from surveys.responses import registry
from surveys.responses.domain.sittings import forget_ended_sittings
from surveys.responses.models import ChangeRequest, Draft, Piece, Response, Ticket, Words

DRAFTS_KEPT = dt.timedelta(days=30)


@dataclass(frozen=True)
class Forgotten:
    """Counts only. `waiting` are due but not yet copied to the record, or held."""

    drafts: int
    responses: int
    waiting: int


def due_responses(*, now: dt.datetime) -> QuerySet[Response]:
    return Response.objects.filter(words_gone_at=None, words_until__lt=timezone.localdate(now))


def _may_go(due: QuerySet[Response]) -> QuerySet[Response]:
    return due.filter(Q(copied_to_record_at__isnull=False) | Q(ticket=None, respondent_key="")).filter(on_hold=False)


def forget_old_words(*, now: dt.datetime, dry_run: bool = False) -> Forgotten:
    """Deletes what is past its day, a response at a time: stopped half-way it can simply run again (R-11)."""
    drafts = Draft.objects.filter(touched_at__lt=now - DRAFTS_KEPT)
    going = list(_may_go(due_responses(now=now)).values_list("pk", flat=True))
    waiting = due_responses(now=now).count() - len(going)
    result = Forgotten(drafts=drafts.count(), responses=len(going), waiting=waiting)
    if dry_run:
        return result
    drafts.delete()
    for response_id in going:
        _forget(response_id, now=now)
    forget_ended_sittings(now=now)
    _forget_old_tickets(now=now)
    audit.record(
        "responses.words_forgotten",
        detail={"drafts": result.drafts, "responses": result.responses, "waiting": result.waiting},
        now=now,
    )
    return result


@transaction.atomic
def _forget(response_id: uuid.UUID, *, now: dt.datetime) -> None:
    for hook in registry.register_on_forget.functions:
        hook(response_id, now)
    Words.objects.filter(answer__response_id=response_id).delete()
    Piece.objects.filter(answer__response_id=response_id).delete()
    ChangeRequest.objects.filter(response_id=response_id).delete()
    Response.objects.filter(pk=response_id).update(
        ticket=None,
        respondent_key="",
        sent_key="",
        setting_label="",
        readers_named=[],
        writers_named=[],
        words_gone_at=now,
    )


def _forget_old_tickets(*, now: dt.datetime) -> None:
    """A card past its words' day that no kept response needs."""
    past = Ticket.objects.filter(words_until__lt=timezone.localdate(now), responses=None)
    past.filter(kind="consultation").delete()


def record_copied(response: Response, *, by: object, now: dt.datetime) -> None:
    """A worker copied the words to the child's record; only then may they go from here (S19)."""
    response.copied_to_record_at = response.copied_to_record_at or now
    response.save(update_fields=["copied_to_record_at"])
    audit.record("response.copied_to_record", actor=by, subject=response, now=now)


def set_hold(response: Response, *, held: bool, by: object, now: dt.datetime) -> None:
    """While an alert or a legal hold runs, nothing goes."""
    response.on_hold = held
    response.save(update_fields=["on_hold"])
    audit.record("response.hold", actor=by, subject=response, detail={"held": held}, now=now)


def record_checked(response: Response, *, by: object, now: dt.datetime) -> None:
    """A worker asked the young person alone: these are their own words (S3)."""
    response.not_checked, response.doubted_at = False, None
    response.save(update_fields=["not_checked", "doubted_at"])
    audit.record("response.checked_with_child", actor=by, subject=response, now=now)


def record_doubted(response: Response, *, by: object, now: dt.datetime) -> None:
    """A worker asked the young person alone: somebody else may have answered. Kept, never counted (AC-2)."""
    response.not_checked, response.doubted_at = False, response.doubted_at or now
    response.save(update_fields=["not_checked", "doubted_at"])
    audit.record("response.doubted", actor=by, subject=response, now=now)


def record_no_report(response: Response, *, by: object, now: dt.datetime) -> None:
    """The young person does not want their words read or printed for reports any more. Until the freeze it counts."""
    response.writers_may_read = response.may_use_words = False
    response.save(update_fields=["writers_may_read", "may_use_words"])
    audit.record("response.not_for_reports", actor=by, subject=response, now=now)
