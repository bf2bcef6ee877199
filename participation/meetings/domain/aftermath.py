"""What happens next, always; who read it and what came of it, behind the word (S2, S12)."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import F
from django.utils import timezone

from participation.listening.models import NotThem, Reading
from participation.meetings.enums import Behind
from participation.meetings.models import Invitation

from .agreed_word import shows
from .invites import invite_page
from .outcomes import WhatCameOfIt, what_came_of_it


@dataclass(frozen=True)
class Receipt:
    """Who read their words, by first name, and on which day."""

    name: str
    day: dt.date


@dataclass(frozen=True)
class AftermathPage:
    """`came_of_it` is None until told in person, and without the word: from outside both look the same."""

    afterwards: str
    asks_word: bool
    came_of_it: WhatCameOfIt | None
    receipts: list[Receipt]
    shows_receipts: bool


def aftermath_page(invitation: Invitation, *, opened: bool, now: dt.datetime) -> AftermathPage:
    wording = invite_page(invitation, opened=False)
    shows_receipts = shows(invitation, Behind.READ, opened=opened)
    return AftermathPage(
        afterwards=wording.afterwards if wording else "",
        asks_word=invitation.behind_word and not opened,
        came_of_it=what_came_of_it(invitation, opened=opened),
        receipts=_receipts(invitation) if shows_receipts else [],
        shows_receipts=shows_receipts,
    )


def _receipts(invitation: Invitation) -> list[Receipt]:
    refused = NotThem.objects.filter(ticket=invitation.ticket_id).values("user_id")
    readings = Reading.objects.filter(response__ticket=invitation.ticket_id).exclude(reader_id__in=refused)
    rows = readings.order_by("read_at").values_list(F("reader__first_name"), "read_at")
    return [Receipt(name, timezone.localdate(read_at)) for name, read_at in rows]
