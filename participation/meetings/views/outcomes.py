"""Writing what came of it: lines, the chair's marks, and "told in person"."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from accounts.access import allow
from accounts.requests import StaffRequest
from participation.meetings.domain import outcomes
from participation.meetings.forms.afterwards import LineForm, ToldForm
from participation.meetings.models import Invitation, OutcomeLine
from participation.meetings.permissions import can_have_meetings, can_mark_safe, can_write_outcome
from participation.meetings.views.requests import posted

from .finding import find_seen_invitation


@require_http_methods(["GET", "POST"])
@allow(can_have_meetings)
def outcome_editor(request: StaffRequest, meeting_id: UUID, invitation_id: UUID) -> HttpResponse:
    invitation = find_seen_invitation(request.user, meeting_id, invitation_id)
    form = LineForm(posted(request))
    if request.method == "POST" and form.is_valid():
        outcomes.write_line(invitation, by=request.user, now=timezone.now(), **form.cleaned_data)
        return redirect("outcome_editor", meeting_id, invitation_id)
    return _page(request, invitation, form=form)


def _page(
    request: StaffRequest,
    invitation: Invitation,
    *,
    form: LineForm | None = None,
    told_form: ToldForm | None = None,
) -> HttpResponse:
    now, user = timezone.now(), request.user
    initial = {"told_by": invitation.told_by.open() or user.display_name, "day": timezone.localdate(now)}
    shown_form, shown_told = form or LineForm(), told_form or ToldForm(now=now, initial=initial)
    context = {
        "invitation": invitation,
        "meeting": invitation.meeting,
        "nickname": invitation.participant.nickname.open(),
        "lines": [(line, line.text.open()) for line in invitation.outcome_lines.all()],
        "form": shown_form,
        "told_form": shown_told,
        "told_by": invitation.told_by.open(),
        "can_mark": can_mark_safe(user, invitation),
    }
    status = 400 if shown_form.errors or shown_told.errors else 200
    return render(request, "pages/meetings/outcome_editor.html", context, status=status)


@require_POST
@allow(can_have_meetings)
def mark_line(request: StaffRequest, meeting_id: UUID, invitation_id: UUID, line_id: UUID) -> HttpResponse:
    """The chair says whether it is safe if someone else reads this line (S12)."""
    line = _find_line(request, meeting_id, invitation_id, line_id)
    if not can_mark_safe(request.user, line.invitation):
        raise Http404
    try:
        outcomes.mark_safe_if_read(line, by=request.user, is_safe=request.POST.get("safe") == "yes", now=timezone.now())
    except outcomes.NotSafeToShow as not_safe:
        messages.warning(request, f"This line can only be said in person. {not_safe.reason}")
    return redirect("outcome_editor", meeting_id, invitation_id)


@require_POST
@allow(can_have_meetings)
def remove_line(request: StaffRequest, meeting_id: UUID, invitation_id: UUID, line_id: UUID) -> HttpResponse:
    line = _find_line(request, meeting_id, invitation_id, line_id)
    outcomes.remove_line(line, by=request.user, now=timezone.now())
    return redirect("outcome_editor", meeting_id, invitation_id)


@require_POST
@allow(can_have_meetings)
def told_in_person(request: StaffRequest, meeting_id: UUID, invitation_id: UUID) -> HttpResponse:
    now = timezone.now()
    invitation = find_seen_invitation(request.user, meeting_id, invitation_id)
    form = ToldForm(request.POST, now=now)
    if not form.is_valid():
        return _page(request, invitation, told_form=form)
    outcomes.told_in_person(
        invitation, told_by=form.cleaned_data["told_by"], at=form.told_at(), by=request.user, now=now
    )
    messages.success(request, "Kept. What the chair marked can be read behind the agreed word from now on.")
    return redirect("outcome_editor", meeting_id, invitation_id)


def _find_line(request: StaffRequest, meeting_id: UUID, invitation_id: UUID, line_id: UUID) -> OutcomeLine:
    invitation = find_seen_invitation(request.user, meeting_id, invitation_id)
    line = OutcomeLine.objects.filter(pk=line_id, invitation=invitation).first()
    if line is None or not can_write_outcome(request.user, invitation):
        raise Http404
    line.invitation = invitation
    return line
