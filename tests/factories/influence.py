"""Replies in each state, made by the same functions that staff use."""

import datetime as dt
from typing import Any

from django.utils import timezone

from participation.influence.domain.changes import publish_reply, write_reply
from participation.influence.domain.recommendations import close_recommendation, write_recommendation
from participation.influence.enums import CameFrom, DidItFix, ReplyKind, Verdict
from participation.influence.models import Recommendation, YouSaid


def said(
    text: str = "Fewer people in the room.",
    *,
    kind: ReplyKind = ReplyKind.WE_DID,
    published: bool = True,
    late: bool = False,
    now: dt.datetime | None = None,
    **fields: Any,
) -> YouSaid:
    """A complete reply of that kind; `late=True` gives it a day that has passed."""
    now = now or timezone.now()
    day = timezone.localdate(now) + dt.timedelta(days=-3 if late else 30)
    filled: dict[str, Any] = {"said": text, "kind": kind, "owner_role": "Head of children’s homes"}
    if kind in (ReplyKind.WE_DID, ReplyKind.WE_WILL):
        filled["did"] = "We ask you who comes."
    if kind in (ReplyKind.OPEN, ReplyKind.WE_WILL):
        filled["due"] = day
    if kind == ReplyKind.WE_CANT_BECAUSE:
        filled |= {
            "reason": "Some meetings start within a day.",
            "decided_by": "The head of the team",
            "instead": "We ask you by phone first.",
        }
    row = write_reply(by=None, now=now, **(filled | fields))
    return publish_reply(row.pk, version=row.version, by=None, now=now) if published else row


def recommended(
    text: str = "Meet after school.",
    *,
    verdict: Verdict = Verdict.ACCEPTED,
    closed: bool = False,
    late: bool = False,
    now: dt.datetime | None = None,
    **fields: Any,
) -> Recommendation:
    """A complete recommendation with that answer; `late=True` gives it a day that has passed."""
    now = now or timezone.now()
    filled: dict[str, Any] = {"text": text, "came_from": CameFrom.GROUP, "verdict": verdict}
    if verdict in (Verdict.ACCEPTED, Verdict.PART):
        day = timezone.localdate(now) + dt.timedelta(days=-3 if late else 30)
        filled |= {"owner_role": "Head of children’s homes", "due": day}
    if verdict in (Verdict.PART, Verdict.NOT):
        filled["reason"] = "Some meetings start within a day."
    row = write_recommendation(by=None, now=now, **(filled | fields))
    if not closed:
        return row
    return close_recommendation(
        row.pk,
        what_changed="Meetings start at four.",
        did_it_fix=DidItFix.PARTLY,
        version=row.version,
        by=None,
        now=now,
    )
