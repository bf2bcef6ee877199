"""What the group decides, as its members read it: meetings with their decisions, and what is to be done."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import allow
from accounts.requests import StaffRequest
from participation.influence.domain.shown import recommendations_of
from participation.subgroups.domain.meetings import as_shown, meetings_of
from participation.subgroups.permissions import may_have_groups
from participation.subgroups.views.opening import group_of

ON_A_PAGE = 10


@allow(may_have_groups)
@require_safe
def group_meetings(request: StaffRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    group, member = group_of(request, slug)
    page = Paginator(meetings_of(group), ON_A_PAGE).get_page(request.GET.get("page"))
    meetings = [
        (row, [as_shown(each, meeting_on=row.held_on, now=now) for each in row.decisions.all()]) for row in page
    ]
    context = {"group": group, "member": member, "page": page, "meetings": meetings, "today": timezone.localdate(now)}
    return render(request, "pages/subgroups/meetings.html", context)


@allow(may_have_groups)
@require_safe
def group_recommendations(request: StaffRequest, slug: str) -> HttpResponse:
    group, _member = group_of(request, slug)
    rows = recommendations_of(group.audience_key, now=timezone.now())
    return render(request, "pages/subgroups/recommendations.html", {"group": group, "rows": rows})
