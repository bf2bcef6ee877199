"""Settling a visit: the only place where a card is stopped."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import allow
from accounts.requests import StaffRequest
from participation.meetings.domain.visits import settle_visit
from participation.meetings.enums import VisitResult
from participation.meetings.forms.afterwards import VisitForm
from participation.meetings.models import VisitTask
from participation.meetings.permissions import can_have_meetings, can_settle_visit, is_worker_of


@require_POST
@allow(can_have_meetings)
def settle(request: StaffRequest, task_id: UUID) -> HttpResponse:
    found = VisitTask.objects.select_related("invitation__meeting__worker", "invitation__ticket")
    task = found.filter(pk=task_id, done_at=None).first()
    if task is None or not can_settle_visit(request.user, task):
        raise Http404
    form = VisitForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Choose what came of the visit.")
        return redirect("work_meetings")
    result = VisitResult(form.cleaned_data["result"])
    settle_visit(task, result=result, by=request.user, now=timezone.now())
    if result == VisitResult.NEW_CODE and is_worker_of(request.user, task.invitation.meeting):
        messages.info(request, "Now make the new code, below.")
        return redirect("card", task.invitation.meeting_id, task.invitation_id)
    return redirect("work_meetings")
