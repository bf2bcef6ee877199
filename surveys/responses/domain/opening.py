"""Whether a form may be answered now, and with which version."""

import datetime as dt

from surveys.questionnaires.models import QuestionnaireVersion
from surveys.responses import registry
from surveys.responses.domain.tickets import is_usable
from surveys.responses.models import Response, Ticket, TicketForm


class Closed(Exception):
    """This form takes no answers now. The message is for the child; it names no one."""


def ticket_form(ticket: Ticket, form: str) -> TicketForm | None:
    return next(iter(TicketForm.objects.filter(ticket=ticket, form=form)[:1]), None)


def sent_response(ticket: Ticket, *, form: str) -> Response | None:
    """What this ticket has sent already. Always None where answers are not named: no way leads from card
    to answer.
    """
    return Response.objects.filter(ticket=ticket, form=form).first()


def is_in_time(opened: TicketForm, *, now: dt.datetime) -> bool:
    return opened.opens_at <= now < opened.closes_at


def open_form(ticket: Ticket, *, form: str, now: dt.datetime) -> TicketForm:
    """The form, if this ticket may answer it now. Raises Closed."""
    opened = ticket_form(ticket, form)
    if opened is None or not is_usable(ticket, now=now) or not is_in_time(opened, now=now):
        raise Closed("This form is not open now.")
    return opened


def require_gate(version: QuestionnaireVersion, *, ticket: Ticket, now: dt.datetime) -> None:
    """Raises Closed where a room above says no: for example nobody is there to read free text (S18)."""
    if registry.why_shut(version, ticket=ticket, now=now):
        raise Closed("This form is not open now.")
