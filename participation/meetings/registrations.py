"""What surveys learn from meetings, through the hooks of `surveys.responses.registry` (D13)."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING
from uuid import UUID

from participation.listening.registry import register_names
from surveys.responses import registry
from surveys.themes.registry import register_never_quoted

if TYPE_CHECKING:
    from surveys.questionnaires.models import QuestionnaireVersion
    from surveys.responses.models import Draft, Response, Ticket

    from .models import Invitation


def register_all() -> None:
    registry.register_gate(gate)
    registry.register_left_out(left_out)
    registry.register_next_steps(next_steps)
    registry.register_on_begin(fill_in)
    registry.register_on_sent(keep_choices)
    registry.register_other_device(tell_worker)
    register_names(nicknames)
    register_never_quoted(police_look_into_it)


def invitation_of(ticket: "Ticket | None") -> "Invitation | None":
    from .models import Invitation

    if ticket is None:
        return None
    return Invitation.objects.filter(ticket=ticket).select_related("meeting__worker", "meeting__chair").first()


def gate(version: "QuestionnaireVersion", ticket: "Ticket | None", now: dt.datetime) -> str | None:
    """In custody the app gives the rights card only (S20)."""
    from .enums import Place

    invitation = invitation_of(ticket)
    if invitation is not None and invitation.place == Place.CUSTODY:
        return "Questions are not asked through this card."
    return None


def left_out(ticket: "Ticket") -> Iterable[str]:
    from .domain.questions import not_asked_with

    return not_asked_with(ticket)


def next_steps(ticket: "Ticket", now: dt.datetime) -> Iterable[registry.NextStep]:
    from .domain.next_steps import steps_of

    invitation = invitation_of(ticket)
    return steps_of(invitation, now=now) if invitation is not None else ()


def fill_in(draft: "Draft", now: dt.datetime) -> None:
    """The questionnaire begins with what was chosen on the invite (D12)."""
    from .domain.confirming import fill_in_choices

    invitation = invitation_of(draft.ticket)
    if invitation is not None:
        fill_in_choices(invitation, draft, now=now)


def keep_choices(response: "Response", now: dt.datetime) -> None:
    """The questionnaire confirms what was chosen on the invite: one place, the invitation (D12)."""
    from .domain.confirming import confirm_choices

    invitation = invitation_of(response.ticket)
    if invitation is not None:
        confirm_choices(invitation, response, now=now)


def nicknames(tickets: Iterable[UUID]) -> Mapping[UUID, str]:
    """What the worker calls each young person, for those who may read or answer them."""
    from .models import Invitation

    found = Invitation.objects.filter(ticket_id__in=list(tickets)).select_related("participant")
    return {one.ticket_id: one.participant.nickname.open() for one in found if one.ticket_id}


def police_look_into_it(response_ids: Iterable[UUID]) -> Iterable[UUID]:
    """Answers to a meeting with a live police matter are never quoted (domain.md §4.4)."""
    from surveys.responses.models import Response

    live = Response.objects.filter(pk__in=list(response_ids), ticket__invitation__meeting__police_live=True)
    return live.values_list("pk", flat=True)


def tell_worker(ticket: "Ticket", now: dt.datetime) -> None:
    """The card is open in a second place. Nothing stops; the worker asks the young person alone (S3, D21)."""
    from .domain.visits import ask_for_visit
    from .enums import VisitReason

    invitation = invitation_of(ticket)
    if invitation is not None:
        ask_for_visit(invitation, reason=VisitReason.ASK_ALONE, now=now)
