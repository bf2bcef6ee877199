"""Unnamed consultations: a hundred voices, twenty-seven, and one that is open now (DB18 §4.9, domain.md §7.5)."""

import datetime as dt

from django.utils import timezone

from core.age_bands import AgeBand, ReadingLevel
from home.demo.cast import SEED
from home.demo.chance import dice_for, open_schema, seeded_answers, seeded_code
from home.demo.stage import Stage
from home.demo.when import at
from participation.listening.domain.queue import unread
from participation.listening.domain.readings import mark_read
from surveys.questionnaires.domain.starter import copy_of_starter
from surveys.questionnaires.enums import FormKind
from surveys.questionnaires.models import Questionnaire
from surveys.releases.domain.freezing import freeze_window
from surveys.releases.domain.sharing import share
from surveys.releases.domain.windows import make_consultation
from surveys.releases.models import Release, Window
from surveys.responses.domain.sending import SendingChoices, send_response
from surveys.responses.domain.tickets import FormWindow, issue_ticket
from surveys.responses.enums import TicketKind
from surveys.responses.models import Ticket

OPEN_FOR = dt.timedelta(days=28)
BANDS = (AgeBand.B8_11, AgeBand.B12_15, AgeBand.B12_15, AgeBand.B16_17, AgeBand.B18_25)


def play_past(stage: Stage, *, slug: str, title: str, voices: int, days_ago: int, group: str) -> Release | None:
    """A consultation that closed and was frozen. Answers come in over its days; a reader reads every word."""
    opens = at(timezone.localdate(stage.now) - dt.timedelta(days=days_ago), 9)
    window = _window(slug, title, opens)
    for voice in range(voices):
        ticket, _code = _ticket(stage, window, slug, voice, now=opens)
        _say(ticket, slug, voice, sent=opens + dt.timedelta(days=1 + voice % 20, hours=3))
    _read_all(stage, now=window.closes_at)
    frozen = freeze_window(window, now=window.closes_at + dt.timedelta(days=7, hours=1))
    if not isinstance(frozen, Release):
        return None
    share(frozen, group, by=stage.people["participation_worker"], now=frozen.frozen_at)
    return frozen


def play_open(stage: Stage, *, title: str) -> tuple[str, str]:
    """A consultation that is open now. Returns one code nobody used yet and one that has been used."""
    questionnaire = copy_of_starter("consultation-100", as_slug="consultation-now", title=title, now=stage.now)
    opens = stage.now - dt.timedelta(days=7)
    window = _window(questionnaire.slug, title, opens)
    _, fresh = _ticket(stage, window, questionnaire.slug, 0, now=opens)
    used, used_code = _ticket(stage, window, questionnaire.slug, 1, now=opens)
    _say(used, questionnaire.slug, 1, sent=stage.now - dt.timedelta(days=2))
    return fresh, used_code


def _window(slug: str, title: str, opens: dt.datetime) -> Window:
    questionnaire = Questionnaire.objects.get(slug=slug)
    return make_consultation(questionnaire, title=title, opens_at=opens, closes_at=opens + OPEN_FOR)


def _ticket(stage: Stage, window: Window, slug: str, voice: int, *, now: dt.datetime) -> tuple[Ticket, str]:
    questionnaire = Questionnaire.objects.get(slug=slug)
    issued = issue_ticket(
        council=stage.council,
        kind=TicketKind.CONSULTATION,
        band=BANDS[voice % len(BANDS)],
        level=ReadingLevel.STANDARD,
        expires_at=window.closes_at,
        forms=[FormWindow(FormKind.CONSULTATION, questionnaire, window.opens_at, window.closes_at)],
        code=seeded_code(slug, voice),
        now=now,
    )
    return issued.ticket, issued.code


def _say(ticket: Ticket, slug: str, voice: int, *, sent: dt.datetime) -> None:
    answers = seeded_answers(open_schema(ticket, FormKind.CONSULTATION), dice_for(SEED, slug, voice))
    send_response(
        ticket,
        form=FormKind.CONSULTATION,
        answers=answers,
        choices=SendingChoices(),
        idempotency_key=f"demo-{slug}-{voice}",
        now=sent,
    )


def _read_all(stage: Stage, *, now: dt.datetime) -> None:
    for response in unread().filter(form=FormKind.CONSULTATION, sent_at__lte=now):
        mark_read(response, by=stage.people["reader"], now=now)
