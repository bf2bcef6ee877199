"""What the named worker ticks about an answer: asked alone (S3), copied to the record (S19), not for reports."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import allow
from accounts.requests import StaffRequest
from participation.listening.domain.walls import is_named_reader
from participation.listening.permissions import can_listen
from surveys.responses.domain.retention import record_checked, record_copied, record_doubted, record_no_report
from surveys.responses.models import Response


@allow(can_listen)
@require_POST
def work_checked(request: StaffRequest, response_id: UUID) -> HttpResponse:
    return _tick(request, response_id, record_checked, "Down as checked with the young person.")


@allow(can_listen)
@require_POST
def work_doubted(request: StaffRequest, response_id: UUID) -> HttpResponse:
    said = "Down as doubtful: kept, not counted, not said at the meeting. Does somebody else have their card?"
    return _tick(request, response_id, record_doubted, said)


@allow(can_listen)
@require_POST
def work_copied(request: StaffRequest, response_id: UUID) -> HttpResponse:
    return _tick(request, response_id, record_copied, "Down as copied to the record.")


@allow(can_listen)
@require_POST
def work_no_report(request: StaffRequest, response_id: UUID) -> HttpResponse:
    return _tick(request, response_id, record_no_report, "Their words are not read or printed for reports from now on.")


def _tick(request: StaffRequest, response_id: UUID, act: Callable[..., Any], said: str) -> HttpResponse:
    response = get_object_or_404(Response.objects.select_related("ticket"), pk=response_id)
    if not is_named_reader(request.user, response, now=timezone.now()):
        raise Http404
    act(response, by=request.user, now=timezone.now())
    messages.success(request, said)
    return redirect("work_reading", response.pk)
