"""The desk: what waits for this person, then the rooms they have a key for."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import allow, signed_in
from accounts.requests import StaffRequest
from home.rooms import links_for
from home.waiting import waiting_for


@allow(signed_in)
@require_safe
def desk(request: StaffRequest) -> HttpResponse:
    user = request.user
    rooms = [link for link in links_for(user) if link.url != request.path]
    waiting = waiting_for(user, now=timezone.now())
    return render(request, "pages/home/desk.html", {"rooms": rooms, "waiting": waiting})
