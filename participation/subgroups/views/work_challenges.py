"""Staff pages for the challenge log of a group: read what came in, name who answers, see what is late."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from accounts.access import allow
from accounts.requests import StaffRequest
from participation.subgroups.domain.challenge_log import log_of, shown, to_read
from participation.subgroups.models import Challenge, Subgroup
from participation.subgroups.permissions import can_read_challenges
from participation.subgroups.views.challenge_actions import Forms, NotDone, act, forms_for, rights
from participation.subgroups.views.places import challenge_of


@allow(can_read_challenges)
@require_safe
def work_group_challenges(request: StaffRequest, group_id: uuid.UUID) -> HttpResponse:
    now = timezone.now()
    group = get_object_or_404(Subgroup, pk=group_id)
    context = {
        "group": group,
        "log": log_of(group, request.user, now=now),
        "to_read": to_read(group, request.user, now=now),
    }
    return render(request, "pages/subgroups/work_challenges.html", context)


@allow(can_read_challenges)
@require_http_methods(["GET", "HEAD", "POST"])
def work_group_challenge(request: StaffRequest, group_id: uuid.UUID, challenge_id: uuid.UUID) -> HttpResponse:
    now = timezone.now()
    group = get_object_or_404(Subgroup, pk=group_id)
    row = challenge_of(group, challenge_id)
    if request.method != "POST":
        return _show(request, group, row, forms_for(row, request.user, now=now))
    try:
        done = act(row, request.POST, user=request.user, now=now)
    except NotDone as refused:
        row = challenge_of(group, challenge_id)
        return _show(request, group, row, refused.forms, reason=refused.reason, status=refused.status)
    messages.success(request, done)
    return redirect("work_group_challenge", group.pk, row.pk)


def _show(
    request: StaffRequest, group: Subgroup, row: Challenge, forms: Forms, *, reason: str = "", status: int = 200
) -> HttpResponse:
    """A reader sees why it was opened again before it is put on the log."""
    now = timezone.now()
    context = {
        "group": group,
        "row": shown(row, user=request.user, today=timezone.localdate(now), reads=True),
        "steps": row.steps.select_related("by").order_by("number"),
        "may": rights(row, request.user, now=now),
        "forms": forms,
        "reason": reason,
        "read_by": row.read_by,
        "at_work": True,
    }
    return render(request, "pages/subgroups/challenge.html", context, status=status)
