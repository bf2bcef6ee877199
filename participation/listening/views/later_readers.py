"""A name first, then the words: for somebody whom the young person did not know of when they pressed Send (S7)."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import allow
from accounts.models import User
from accounts.requests import StaffRequest
from participation.listening.domain.later_readers import come_later, tell_since, untold_for
from participation.listening.domain.queue import QueueItem, item_of
from participation.listening.domain.readings import NotForYou
from participation.listening.forms import ToldForm
from participation.listening.models import LaterReader
from participation.listening.permissions import can_listen
from participation.listening.registry import name_tickets
from participation.listening.views.finding import find_response


def tell_first_page(request: StaffRequest, item: QueueItem, form: ToldForm | None = None) -> HttpResponse:
    """Everything about the answer but what is in it."""
    context = {"item": item, "response": item.response, "form": form or ToldForm()}
    return render(request, "pages/listening/work_tell_first.html", context, status=422 if form else 200)


def untold_lines(user: User) -> list[tuple[LaterReader, str]]:
    """With the young person's name for staff."""
    waiting = list(untold_for(user).select_related("response"))
    names = name_tickets({later.response.ticket_id for later in waiting if later.response.ticket_id})
    named = {str(ticket): name for ticket, name in names.items()}
    return [(later, named.get(str(later.response.ticket_id), "")) for later in waiting]


@allow(can_listen)
@require_POST
def work_tell_first(request: StaffRequest, response_id: UUID) -> HttpResponse:
    """They know, or they could not be reached. Then the words open."""
    response, now = find_response(response_id), timezone.now()
    item = item_of(response, user=request.user, now=now)
    if item is None:
        raise Http404
    form = ToldForm(request.POST)
    if item.tell_first:
        if not form.is_valid():
            return tell_first_page(request, item, form)
        try:
            come_later(response, by=request.user, told=form.cleaned_data["told"] == "yes", now=now)
        except NotForYou:
            raise Http404 from None
    return redirect("work_reading", response.pk)


@allow(can_listen)
@require_POST
def work_told_since(request: StaffRequest, later_id: UUID) -> HttpResponse:
    later = get_object_or_404(LaterReader.objects.select_related("response"), pk=later_id)
    try:
        tell_since(later, by=request.user, now=timezone.now())
    except NotForYou:
        raise Http404 from None
    messages.success(request, "Down as told.")
    return redirect("work_queue")
