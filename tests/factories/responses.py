"""Tickets and what was sent with them, made through the same doors as the web."""

import datetime as dt
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.models import Council
from surveys.questionnaires.models import Questionnaire, QuestionnaireVersion
from surveys.responses.access import SITTING
from surveys.responses.domain.answers import GivenAnswer
from surveys.responses.domain.sending import SendingChoices, send_response
from surveys.responses.domain.sittings import open_sitting
from surveys.responses.domain.tickets import FormWindow, Issued, issue_ticket
from surveys.responses.models import Response, Ticket
from tests.factories.questionnaires import published


def a_council() -> Council:
    return Council.objects.get_or_create(name="Testshire")[0]


def a_version(*, named: bool = True) -> QuestionnaireVersion:
    """The short form for 12 to 15, or a not-named consultation; published once."""
    form = "before" if named else "consultation"
    found = Questionnaire.objects.live().filter(form=form, named=named, band="12-15", level="standard").first()
    version = found.current_version() if found else None
    return version or published(named=named, form=form)


def issued(
    *,
    version: QuestionnaireVersion | None = None,
    forms: list[Questionnaire] | None = None,
    kind: str = "meeting",
    now: dt.datetime | None = None,
    opens_in: dt.timedelta = dt.timedelta(hours=-1),
    closes_in: dt.timedelta = dt.timedelta(days=14),
    expires_in: dt.timedelta = dt.timedelta(days=42),
    **options: Any,
) -> Issued:
    """`issued(kind="consultation")`: a card for a not-named form. The default is a meeting card, open now."""
    now = now or timezone.now()
    if forms is None:
        forms = [(version or a_version(named=kind == "meeting")).questionnaire]
    return issue_ticket(
        council=a_council(),
        kind=kind,
        band=options.pop("band", "12-15"),
        level=options.pop("level", "standard"),
        expires_at=now + expires_in,
        forms=[FormWindow(each.form, each, now + opens_in, now + closes_in) for each in forms],
        now=now,
        **options,
    )


def a_ticket(**options: Any) -> Ticket:
    return issued(**options).ticket


def words(text: str, **marks: Any) -> GivenAnswer:
    return GivenAnswer(text=text, **marks)


def ticks(*options: str, **marks: Any) -> GivenAnswer:
    return GivenAnswer(options=options, **marks)


def sent(ticket: Ticket | None = None, *, answers: dict[str, GivenAnswer] | None = None, **options: Any) -> Response:
    """A sent response to the first form of the ticket."""
    ticket = ticket or a_ticket()
    form = ticket.forms.get().form
    return send_response(
        ticket,
        form=form,
        answers=answers or {"Q09": words("Football on Fridays"), "Q19": ticks("yes")},
        choices=options.pop("choices", SendingChoices()),
        idempotency_key=options.pop("key", "key"),
        now=options.pop("now", timezone.now()),
        **options,
    )


def child_client(ticket: Ticket, *, now: dt.datetime | None = None, **options: Any) -> Client:
    """A browser in which the code was typed just now."""
    client = Client(**options)
    carry_on(client, ticket, now=now)
    return client


def carry_on(client: Client, ticket: Ticket, *, now: dt.datetime | None = None) -> None:
    from importlib import import_module

    from django.conf import settings

    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SITTING] = str(open_sitting(ticket, now=now or timezone.now()).pk)
    session.save()
    client.cookies[settings.CHILD_SESSION_COOKIE_NAME] = session.session_key


def question_url(number: int, form: str = "before") -> str:
    return reverse("say_question", kwargs={"form": form, "number": number})
