"""Staff pages for a group's meetings: plan one, ask up to three decisions, write down what was decided."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.access import allow
from accounts.requests import StaffRequest
from participation.influence.domain.recommendations import NotFit
from participation.influence.recommendation_forms import DecideForm
from participation.subgroups.domain import meetings
from participation.subgroups.domain.shelf import packs_of
from participation.subgroups.meeting_forms import DecisionForm, MeetingForm
from participation.subgroups.models import MOST_DECISIONS, DecisionAsked, Subgroup, SubgroupMeeting
from participation.subgroups.permissions import can_look_after_groups

ON_A_PAGE = 25


@allow(can_look_after_groups)
@require_http_methods(["GET", "HEAD", "POST"])
def work_group_meetings(request: StaffRequest, group_id: uuid.UUID) -> HttpResponse:
    group = get_object_or_404(Subgroup, pk=group_id)
    form = MeetingForm(request.POST or None, packs=packs_of(group))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        meeting = meetings.plan_meeting(
            group, held_on=given["held_on"], releases=given["releases"], by=request.user, now=timezone.now()
        )
        messages.success(request, _("The meeting is planned. Now write what the group is asked to decide."))
        return redirect("work_group_meeting", group.pk, meeting.pk)
    page = Paginator(meetings.meetings_of(group), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"group": group, "form": form, "page": page, "today": timezone.localdate()}
    status = 422 if request.method == "POST" else 200
    return render(request, "pages/subgroups/work_meetings.html", context, status=status)


@allow(can_look_after_groups)
@require_http_methods(["GET", "HEAD", "POST"])
def work_group_meeting(request: StaffRequest, group_id: uuid.UUID, group_meeting_id: uuid.UUID) -> HttpResponse:
    meeting = _meeting(group_id, group_meeting_id)
    if request.method != "POST":
        return _show(request, meeting)
    match request.POST.get("do", ""):
        case "change":
            return _change(request, meeting)
        case "ask":
            return _ask(request, meeting)
        case "take_off":
            return _take_off(request, meeting)
        case "decide":
            return _decide(request, meeting)
    return _show(request, meeting, reason=_("Press the button once more."), status=422)


def _change(request: StaffRequest, meeting: SubgroupMeeting) -> HttpResponse:
    form = MeetingForm(request.POST, packs=packs_of(meeting.subgroup))
    if not form.is_valid():
        return _show(request, meeting, change=form, status=422)
    given = form.cleaned_data | {"version": form.cleaned_data["version"] or 0}
    try:
        meetings.change_meeting(meeting, **given, by=request.user, now=timezone.now())
    except meetings.MeetingRefused as refused:
        form.add_error("releases", refused.reason)
        return _show(request, meeting, change=form, status=422)
    except meetings.MeetingChanged:
        reason = _("Somebody else changed this meeting just now. Here is what it says. Nothing was lost.")
        return _show(request, _meeting(meeting.subgroup_id, meeting.pk), reason=reason, status=409)
    return _done(request, meeting, _("Saved."))


def _ask(request: StaffRequest, meeting: SubgroupMeeting) -> HttpResponse:
    form = DecisionForm(request.POST, releases=meeting.releases.all())
    if not form.is_valid():
        return _show(request, meeting, ask=form, status=422)
    try:
        meetings.ask_decision(
            meeting, asked=form.cleaned_data["asked"], **form.source(), by=request.user, now=timezone.now()
        )
    except meetings.MeetingRefused as refused:
        form.add_error("asked", refused.reason)
        return _show(request, meeting, ask=form, status=422)
    return _done(request, meeting, _("It stands on the pack now, under “Decisions asked”."))


def _take_off(request: StaffRequest, meeting: SubgroupMeeting) -> HttpResponse:
    decision = _decision(request, meeting)
    try:
        if decision is not None:
            meetings.take_off_decision(decision, by=request.user, now=timezone.now())
    except meetings.MeetingRefused as refused:
        return _show(request, meeting, reason=refused.reason, status=409)
    return _done(request, meeting, _("Taken off."))


def _decide(request: StaffRequest, meeting: SubgroupMeeting) -> HttpResponse:
    decision = _decision(request, meeting)
    if decision is None:
        return _show(request, meeting, reason=_("This decision was taken off just now."), status=409)
    form = _decide_form(decision, request.POST)
    if not form.is_valid():
        return _show(request, meeting, decides={decision.pk: form}, status=422)
    try:
        meetings.decide(decision, **form.cleaned_data, by=request.user, now=timezone.now())
    except NotFit as missing:
        form.add_reasons(missing.reasons)
        return _show(request, meeting, decides={decision.pk: form}, status=422)
    except meetings.MeetingRefused as refused:
        return _show(request, _meeting(meeting.subgroup_id, meeting.pk), reason=refused.reason, status=409)
    return _done(request, meeting, _("Written down. It is a recommendation now, with its own page."))


def _done(request: StaffRequest, meeting: SubgroupMeeting, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("work_group_meeting", meeting.subgroup_id, meeting.pk)


def _meeting(group_id: uuid.UUID, group_meeting_id: uuid.UUID) -> SubgroupMeeting:
    rows = SubgroupMeeting.objects.select_related("subgroup").filter(subgroup_id=group_id)
    return get_object_or_404(rows, pk=group_meeting_id)


def _decision(request: StaffRequest, meeting: SubgroupMeeting) -> DecisionAsked | None:
    number = request.POST.get("number", "")
    if not (number.isascii() and number.isdecimal() and len(number) == 1):
        return None
    return meeting.decisions.filter(number=int(number)).first()


def _decide_form(decision: DecisionAsked, data: object = None) -> DecideForm:
    """Ids of the fields tell the three forms of a page apart."""
    return DecideForm(data, auto_id=f"id_{decision.number}_%s")


def _show(
    request: StaffRequest,
    meeting: SubgroupMeeting,
    *,
    change: MeetingForm | None = None,
    ask: DecisionForm | None = None,
    decides: dict[uuid.UUID, DecideForm] | None = None,
    reason: str = "",
    status: int = 200,
) -> HttpResponse:
    releases = list(meeting.releases.select_related("window__programme"))
    start = {"held_on": meeting.held_on, "releases": releases, "version": meeting.version}
    now, typed = timezone.now(), decides or {}
    rows = [
        (row, meetings.as_shown(row, meeting_on=meeting.held_on, now=now), typed.get(row.pk) or _form(row))
        for row in meeting.decisions.select_related("recommendation")
    ]
    context = {
        "group": meeting.subgroup,
        "meeting": meeting,
        "releases": releases,
        "change": change or MeetingForm(packs=packs_of(meeting.subgroup), initial=start),
        "ask": ask or (DecisionForm(releases=releases) if len(rows) < MOST_DECISIONS else None),
        "decisions": rows,
        "reason": reason,
    }
    return render(request, "pages/subgroups/work_meeting.html", context, status=status)


def _form(row: DecisionAsked) -> Form | None:
    return None if row.is_decided else _decide_form(row)
