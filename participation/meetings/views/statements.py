"""What the young person said, for the chair; and the sheet of what they ticked, for everyone (S9)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.access import allow
from accounts.requests import StaffRequest
from participation.listening.domain.needed import interpreted_for, needed_for
from participation.listening.domain.readings import mark_read, open_to_read
from participation.listening.interpreter_forms import InterpretedForm
from participation.meetings.domain.statements import response_of, split_statement
from participation.meetings.models import Invitation
from participation.meetings.permissions import can_have_statements, can_read_statement, is_worker_of
from surveys.responses.domain.retention import record_checked
from surveys.responses.models import Response

from .finding import find_invitation


@require_safe
@never_cache
@allow(can_have_statements)
def statement(request: StaffRequest, meeting_id: UUID, invitation_id: UUID) -> HttpResponse:
    """Both statements on one screen. Opening it is written in the read log."""
    invitation, response = _find(request, meeting_id, invitation_id)
    return _page(request, invitation, response)


def _page(
    request: StaffRequest, invitation: Invitation, response: Response, *, helped: InterpretedForm | None = None
) -> HttpResponse:
    now = timezone.now()
    open_to_read(response, by=request.user, now=now)
    needs = needed_for([response], user=request.user, now=now).get(response.pk, ())
    context = {
        "needs": needs,
        "helped": helped or InterpretedForm(needs=needs),
        "interpreted": interpreted_for(response),
        "invitation": invitation,
        "meeting": invitation.meeting,
        "nickname": invitation.participant.nickname.open(),
        "speaker": invitation.speaker.open(),
        "statement": split_statement(response),
        "was_read": response.readings.filter(reader=request.user).exists(),
        "is_worker": is_worker_of(request.user, invitation.meeting),
    }
    return render(request, "pages/meetings/statement.html", context, status=422 if helped else 200)


@require_safe
@never_cache
@allow(can_have_statements)
def statement_sheet(request: StaffRequest, meeting_id: UUID, invitation_id: UUID) -> HttpResponse:
    """For paper: exactly what was ticked. The chair's part is not on this page at all."""
    invitation, response = _find(request, meeting_id, invitation_id)
    open_to_read(response, by=request.user, now=timezone.now())
    context = {
        "shareable": split_statement(response).shareable,
        "back": (invitation.meeting_id, invitation.pk),
    }
    return render(request, "print/statement_sheet.html", context)


@require_POST
@allow(can_have_statements)
def statement_read(request: StaffRequest, meeting_id: UUID, invitation_id: UUID) -> HttpResponse:
    invitation, response = _find(request, meeting_id, invitation_id)
    now = timezone.now()
    needs = needed_for([response], user=request.user, now=now).get(response.pk, ())
    helped = InterpretedForm(request.POST, needs=needs)
    if not helped.is_valid():
        return _page(request, invitation, response, helped=helped)
    mark_read(response, by=request.user, interpreted=helped.interpreted, now=now)
    messages.success(request, "Kept: you have read this.")
    return redirect("statement", meeting_id, invitation_id)


@require_POST
@allow(can_have_statements)
def statement_checked(request: StaffRequest, meeting_id: UUID, invitation_id: UUID) -> HttpResponse:
    """The worker asked the young person, alone, whether these are their words (S3)."""
    invitation, response = _find(request, meeting_id, invitation_id)
    if not is_worker_of(request.user, invitation.meeting):
        raise Http404
    record_checked(response, by=request.user, now=timezone.now())
    return redirect("statement", meeting_id, invitation_id)


def _find(request: StaffRequest, meeting_id: UUID, invitation_id: UUID) -> tuple[Invitation, Response]:
    invitation = find_invitation(meeting_id, invitation_id)
    response = response_of(invitation)
    if response is None or not can_read_statement(request.user, invitation, response, now=timezone.now()):
        raise Http404
    return invitation, response
