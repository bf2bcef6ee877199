"""The list of meetings, and one meeting with everybody invited."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import allow
from accounts.requests import StaffRequest
from participation.meetings.domain.progress import STATES, how_many_untold, list_meetings, rows_of
from participation.meetings.domain.visits import open_visits_for
from participation.meetings.enums import TakePart, VisitResult
from participation.meetings.forms.afterwards import TookPartForm
from participation.meetings.permissions import (
    can_book,
    can_have_meetings,
    is_chair_of,
    is_worker_of,
)

from .finding import find_meeting


@require_safe
@allow(can_have_meetings)
def work_meetings(request: StaffRequest) -> HttpResponse:
    now, user = timezone.now(), request.user
    state = request.GET.get("state", "coming")
    state = state if state in STATES else "coming"
    page = list_meetings(user, state=state, number=request.GET.get("page"), now=now)
    rows = rows_of(page.object_list, user=user, now=now)
    context = {
        "page": page,
        "listed": [(meeting, rows.get(meeting.pk, []), meeting.worker_id == user.pk) for meeting in page.object_list],
        "state": state,
        "page_query": f"&state={state}",
        "states": STATES,
        "untold": how_many_untold(user),
        "visits": open_visits_for(user),
        "results": VisitResult.choices,
        "can_book": can_book(user),
    }
    return render(request, "pages/meetings/work_meetings.html", context)


@require_safe
@allow(can_have_meetings)
def work_meeting(request: StaffRequest, meeting_id: UUID) -> HttpResponse:
    now, user = timezone.now(), request.user
    meeting = find_meeting(user, meeting_id)
    meeting_rows = rows_of([meeting], user=user, now=now).get(meeting.pk, [])
    context = {
        "meeting": meeting,
        "people": [(person.first_name.open(), person.does) for person in meeting.people.all()],
        "place": meeting.place.open(),
        "part_without": meeting.part_without.open(),
        "rows": meeting_rows,
        "is_worker": is_worker_of(user, meeting),
        "is_chair": is_chair_of(user, meeting),
        "is_over": now >= meeting.starts_at,
        "took_part_form": TookPartForm(),
        "ways": TakePart.choices,
    }
    return render(request, "pages/meetings/work_meeting.html", context)
