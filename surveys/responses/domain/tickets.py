"""Giving out, finding, replacing and ending tickets. The only place where a code exists in the clear, and
not for long.
"""

import datetime as dt
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from core import audit
from core.models import Council
from surveys.questionnaires.models import Questionnaire
from surveys.responses.codes import grouped, new_code, read_code, slow_digest
from surveys.responses.enums import TicketKind
from surveys.responses.models import Sitting, Ticket, TicketForm

# A meeting card lives 28 days after the meeting (S2); words go 90 days after it (domain.md §3.2).
WORDS_AFTER_EXPIRY = dt.timedelta(days=90 - 28)


@dataclass(frozen=True)
class FormWindow:
    form: str
    questionnaire: Questionnaire
    opens_at: dt.datetime
    closes_at: dt.datetime


@dataclass(frozen=True)
class Issued:
    """A new ticket and, this one time, the code for its card."""

    ticket: Ticket
    code: str

    def __repr__(self) -> str:
        return f"Issued({self.ticket.pk})"


def new_respondent_key() -> str:
    return secrets.token_hex(16)


@transaction.atomic
def issue_ticket(
    *,
    council: Council,
    kind: str,
    band: str,
    level: str,
    language: str = "en",
    expires_at: dt.datetime,
    forms: Sequence[FormWindow],
    respondent_key: str | None = None,
    setting_label: str = "",
    agreed_word: str = "",
    code: str | None = None,
    now: dt.datetime,
) -> Issued:
    """A ticket with its forms. Where no form is named, nothing about the child is kept: no key (SUR12).

    `code` is for a seeded demo only; raises ValueError when it is not 12 signs of the alphabet.
    """
    named = kind == TicketKind.MEETING or any(each.questionnaire.named for each in forms)
    clear = _usable_code(code)
    ticket = Ticket(
        council=council,
        kind=kind,
        code_digest=slow_digest(read_code(clear)),
        respondent_key=(respondent_key or new_respondent_key()) if named else "",
        band=band,
        level=level,
        language=language,
        setting_label=setting_label,
        created_at=now,
        expires_at=expires_at,
        words_until=timezone.localdate(expires_at + WORDS_AFTER_EXPIRY),
    )
    if agreed_word:
        ticket.agreed_word_digest = _word_digest(ticket, agreed_word)
    ticket.save(force_insert=True)
    TicketForm.objects.bulk_create(
        TicketForm(
            ticket=ticket,
            form=each.form,
            questionnaire=each.questionnaire,
            opens_at=each.opens_at,
            closes_at=each.closes_at,
        )
        for each in forms
    )
    return Issued(ticket, clear)


def _usable_code(code: str | None) -> str:
    if code is None:
        return new_code()
    read = read_code(code)
    if len(read) != 12:
        raise ValueError("A code has 12 signs of the card's alphabet.")
    return grouped(read)


def find_ticket(code: str, *, now: dt.datetime) -> Ticket | None:
    """The ticket this code opens now. A wrong, used, expired or revoked code costs the same work and
    gives None (D24).
    """
    digest = slow_digest(read_code(code))
    ticket = Ticket.objects.select_related("council").filter(code_digest=digest).first()
    return ticket if ticket is not None and is_usable(ticket, now=now) else None


def is_usable(ticket: Ticket, *, now: dt.datetime) -> bool:
    """A one-answer code is used up by its answer; a meeting card is not (S2)."""
    return ticket.revoked_at is None and ticket.used_on is None and now < ticket.expires_at


@transaction.atomic
def reissue_code(ticket: Ticket, *, by: Any, now: dt.datetime, code: str | None = None) -> str:
    """A new code for the same ticket; the old one opens nothing and running visits end. Nothing is read."""
    clear = _usable_code(code)
    ticket.code_digest = slow_digest(read_code(clear))
    ticket.revoked_at = None
    ticket.save(update_fields=["code_digest", "revoked_at"])
    _end_all_sittings(ticket, now=now)
    audit.record("ticket.code_reissued", actor=by, subject=ticket, now=now)
    return clear


@transaction.atomic
def revoke(ticket: Ticket, *, by: Any, now: dt.datetime) -> None:
    """Only a worker decides this (S3). Every open page ends at its next request; what was written stays
    sealed.
    """
    ticket.revoked_at = ticket.revoked_at or now
    ticket.save(update_fields=["revoked_at"])
    _end_all_sittings(ticket, now=now)
    audit.record("ticket.revoked", actor=by, subject=ticket, now=now)


def _end_all_sittings(ticket: Ticket, *, now: dt.datetime) -> None:
    Sitting.objects.filter(ticket=ticket, ended_at=None).update(ended_at=now)


def set_agreed_word(ticket: Ticket, word: str) -> None:
    """The word the child chose with their worker; an empty one takes it away."""
    ticket.agreed_word_digest = _word_digest(ticket, word) if word.strip() else ""
    ticket.save(update_fields=["agreed_word_digest"])


def agreed_word_matches(ticket: Ticket, word: str, *, now: dt.datetime) -> bool:
    """Same work whether a word was agreed or not. Misses are counted by whoever asks (core.misses)."""
    given = _word_digest(ticket, word)
    expected = ticket.agreed_word_digest or "0" * len(given)
    return hmac.compare_digest(given, expected) and is_usable(ticket, now=now)


def _word_digest(ticket: Ticket, word: str) -> str:
    return slow_digest(" ".join(word.casefold().split())[:64], purpose=f"word {ticket.pk}")


def record_participation(
    ticket: Ticket, *, took_part_as: str | None = None, told_back_on: dt.date | None = None
) -> None:
    """What meetings know that counting needs (D1). None leaves a value as it is."""
    given = {"took_part_as": took_part_as, "told_back_on": told_back_on}
    changed = {name: value for name, value in given.items() if value is not None}
    for name, value in changed.items():
        setattr(ticket, name, value)
    if changed:
        ticket.save(update_fields=list(changed))
