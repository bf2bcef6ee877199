"""Cards with known codes, for the tests of the front of the house."""

import datetime as dt
import re

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from core.age_bands import AgeBand, ReadingLevel
from core.models import Council
from surveys.responses.domain.tickets import issue_ticket, revoke
from surveys.responses.enums import TicketKind
from surveys.responses.models import Ticket

TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')


def card_with_code(code: str = "ACDE-FGHJ-KMNP", *, band: str = AgeBand.B12_15, days: int = 20) -> str:
    """A meeting card that lives for `days`; a negative number has run out already. Gives its code."""
    now = timezone.now()
    council = Council.objects.first() or Council.objects.create(name="A council")
    return issue_ticket(
        council=council,
        kind=TicketKind.MEETING,
        band=band,
        level=ReadingLevel.STANDARD,
        expires_at=now + dt.timedelta(days=days),
        forms=[],
        code=code,
        now=now,
    ).code


def used_code(code: str) -> str:
    card_with_code(code)
    Ticket.objects.update(used_on=timezone.localdate())
    return code


def expired_code(code: str) -> str:
    return card_with_code(code, days=-1)


def revoked_code(code: str) -> str:
    card_with_code(code)
    revoke(Ticket.objects.get(), by=None, now=timezone.now())
    return code


def type_code(client: Client, code: str) -> HttpResponse:
    return client.post("/go/", {"code": code})


def without_token(response: HttpResponse) -> bytes:
    """The body but for the token of the form, which is random in every page."""
    return TOKEN.sub(b"", response.content)
