"""Interpreters: the staff's page beside the rota, and the young person's own choice."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access import allow
from accounts.models import User
from accounts.requests import StaffRequest
from participation.listening.domain import interpreters, rota, wanted
from participation.listening.interpreter_forms import MyInterpreterForm, OnCallForm
from participation.listening.models import InterpreterDays
from participation.listening.permissions import can_keep_rota, can_see_rota
from participation.listening.registry import name_tickets
from surveys.responses.access import CardRequest, with_card
from surveys.responses.domain.languages import ENGLISH, own_language


@allow(can_see_rota)
@require_http_methods(["GET", "HEAD", "POST"])
def work_interpreters(request: StaffRequest) -> HttpResponse:
    user = request.user
    may_change = can_keep_rota(user)
    form = OnCallForm(request.POST if request.method == "POST" and may_change else None)
    if form.is_bound and form.is_valid():
        interpreters.put_on_call(**form.cleaned_data, by=user, now=timezone.now())
        messages.success(request, "On call. On these days young people can write and speak in this language.")
        return redirect("work_interpreters")
    return _page(request, user, form, may_change=may_change)


def _page(request: StaffRequest, user: User, form: OnCallForm, *, may_change: bool) -> HttpResponse:
    now = timezone.now()
    wishes = list(wanted.wanted_for(user))
    names = name_tickets(wish.ticket_id for wish in wishes if wish.ticket_id)
    people = [each for found in interpreters.on_call(now=now).values() for each in found]
    context = {
        "form": form,
        "may_change": may_change,
        "wishes": [(wish, names.get(wish.ticket_id, "") if wish.ticket_id else "") for wish in wishes],
        "on_call": sorted(people, key=lambda each: (each.get_language_display(), each.name)),
        "days": list(interpreters.days_from(rota.day_of(now))),
    }
    return render(request, "pages/listening/work_interpreters.html", context, status=422 if form.errors else 200)


@allow(can_keep_rota)
@require_POST
def work_interpreter_remove(request: StaffRequest, days_id: UUID) -> HttpResponse:
    days = get_object_or_404(InterpreterDays.objects.select_related("interpreter"), pk=days_id)
    interpreters.take_off_call(days, by=request.user, now=timezone.now())
    messages.success(request, "Taken off. Words that were sent still wait for an interpreter.")
    return redirect("work_interpreters")


@allow(can_see_rota)
@require_POST
def work_interpreter_found(request: StaffRequest, wanted_id: UUID) -> HttpResponse:
    user = request.user
    wish = get_object_or_404(wanted.wanted_for(user), pk=wanted_id)
    wanted.interpreter_found(wish, by=user, now=timezone.now())
    messages.success(request, "Sorted. If nobody is on call again, it comes back here.")
    return redirect("work_interpreters")


@with_card
@require_http_methods(["GET", "HEAD", "POST"])
def interpreter(request: CardRequest) -> HttpResponse:
    """Ask for somebody who speaks my language, and say who would be OK. Where nobody knows who it is, not offered."""
    ticket = request.ticket
    if ticket.is_unnamed:
        raise Http404
    own = own_language(ticket)
    first = {"language": "" if own == ENGLISH else own}  # what was chosen before is not shown back
    form = MyInterpreterForm(request.POST if request.method == "POST" else None, initial=first)
    if form.is_bound and form.is_valid():
        data = form.cleaned_data
        interpreters.keep_choice(ticket, nobody_known=data["nobody_known"], gender=data["gender"], now=request.now)
        wanted.ask_for_interpreter(ticket, data["language"], request.now)
        return redirect("interpreter_asked")
    status = 422 if form.errors else 200
    return render(request, "pages/listening/interpreter.html", {"form": form}, status=status)


@with_card
@require_safe
def interpreter_asked(request: CardRequest) -> HttpResponse:
    return render(request, "pages/listening/interpreter_asked.html")
