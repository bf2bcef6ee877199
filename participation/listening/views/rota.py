"""Who reads on which day, and the days on which nobody does."""

import datetime as dt
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from accounts.access import allow
from accounts.models import User
from accounts.requests import StaffRequest
from participation.listening.domain import rota
from participation.listening.forms import DutyForm
from participation.listening.models import ReaderDuty
from participation.listening.permissions import can_keep_rota, can_see_rota

SHOWN = dt.timedelta(days=90)


@allow(can_see_rota)
@require_http_methods(["GET", "HEAD", "POST"])
def work_rota(request: StaffRequest) -> HttpResponse:
    user = request.user
    may_change = can_keep_rota(user)
    form = DutyForm(request.POST if request.method == "POST" and may_change else None)
    if request.method == "POST" and may_change and form.is_valid():
        return _add(request, form, by=user)
    return _page(request, form, may_change=may_change)


@allow(can_keep_rota)
@require_POST
def work_rota_remove(request: StaffRequest, duty_id: UUID) -> HttpResponse:
    duty = get_object_or_404(ReaderDuty, pk=duty_id)
    rota.remove_duty(duty, by=request.user, now=timezone.now())
    messages.success(request, "Taken off the rota. Please look whether a day is left without a reader.")
    return redirect("work_rota")


def _add(request: StaffRequest, form: DutyForm, *, by: User) -> HttpResponse:
    data = form.cleaned_data
    try:
        rota.add_duty(
            data["user"],
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
            cover=data["cover"],
            by=by,
            now=timezone.now(),
        )
    except rota.CannotRead:
        form.add_error("user", "This person has no role in which they may read.")
        return _page(request, form, may_change=True)
    known = "Young people see this name from now on. What was sent before stays with those who were named then."
    messages.success(request, f"Added to the rota. {known}")
    return redirect("work_rota")


def _page(request: StaffRequest, form: DutyForm, *, may_change: bool) -> HttpResponse:
    now = timezone.now()
    today = rota.day_of(now)
    context = {
        "form": form,
        "may_change": may_change,
        "today": today,
        "on_duty": rota.on_duty(now=now),
        "gaps": rota.find_gaps(now=now),
        "duties": list(rota.duties_between(today, today + SHOWN)),
    }
    return render(request, "pages/listening/work_rota.html", context, status=422 if form.errors else 200)
