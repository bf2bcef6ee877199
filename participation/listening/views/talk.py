""" "I want to talk to someone": with a card and without. Needs no sent survey."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import User
from core import misses
from core.access import open_to_all
from core.models import Council
from core.working_days import in_working_hours
from participation.listening.domain.alerts import acknowledge_by, raise_alert
from participation.listening.domain.assignments import listeners_of
from participation.listening.domain.ears import who_hears
from participation.listening.domain.hooks import hears, say_when
from participation.listening.enums import Part, Route, Source
from participation.listening.forms import CardTalkForm, NoCardTalkForm
from participation.listening.models import Alert
from participation.listening.views.keeping import keep_words
from surveys.responses import held
from surveys.responses.access import CardRequest, with_card
from surveys.responses.models import Draft, Ticket

JUST_SENT = "talk_sent"
SLOWED = "talk"


@keep_words
@with_card
@require_http_methods(["GET", "HEAD", "POST"])
def talk(request: CardRequest) -> HttpResponse:
    council, ticket = Council.current(), request.ticket
    named, worker = _named(ticket)
    form = CardTalkForm(
        held.with_held(request, "talk") if request.method == "POST" else None,
        named=named,
        worker=worker,
        not_safe_now_offered=bool(council.not_safe_now_phone),
    )
    if request.method == "POST" and form.is_valid():
        alert = raise_alert(
            source=Source.CARD,
            urgency=form.urgency,
            route=form.route,
            about=form.cleaned_data["about"],
            safe_contact=form.contact,
            ticket=ticket,
            not_them=form.refused,
            once=f"card:{ticket.pk.hex[:12]}:{form.cleaned_data['once']}",
            now=request.now,
        )
        held.let_go(request, "talk")
        return _sent(request, alert, "talk_sent")
    context = {
        "form": form,
        "council": council,
        "unsent": _unsent(ticket),
        "held": held.is_held(request, "talk"),
        "readers": list(hears(ticket)),
    }
    return _page(request, "talk", context)


@with_card
@require_safe
def talk_sent(request: CardRequest) -> HttpResponse:
    return _after(request, "talk_sent", request.now)


@keep_words
@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def help_talk(request: HttpRequest) -> HttpResponse:
    council, now = Council.current(), timezone.now()
    form = NoCardTalkForm(
        request.POST if request.method == "POST" else None,
        not_safe_now_offered=bool(council.not_safe_now_phone),
    )
    if request.method == "POST" and form.is_valid():
        if not _is_patient(request, form, now=now):
            return _page(request, "help_talk", {"form": form, "council": council, "slowed": True}, status=429)
        alert = raise_alert(
            source=Source.NO_CARD,
            urgency=form.urgency,
            route=Route.SOMEONE_ELSE,
            about=form.cleaned_data["about"],
            safe_contact=form.contact,
            first_name=form.cleaned_data["first_name"],
            once=f"open:{form.cleaned_data['once']}",
            now=now,
        )
        return _sent(request, alert, "help_talk_sent")
    return _page(request, "help_talk", {"form": form, "council": council})


@open_to_all
@require_safe
def help_talk_sent(request: HttpRequest) -> HttpResponse:
    return _after(request, "help_talk_sent", timezone.now())


def _named(ticket: Ticket) -> tuple[list[User], User | None]:
    """The people on the card, worker first, each once; and the worker."""
    listeners = listeners_of(ticket)
    users = list({one.user_id: one.user for one in listeners}.values())
    return users, next((one.user for one in listeners if one.part == Part.READS), None)


def _unsent(ticket: Ticket) -> str:
    """Where to send what is written but not sent (S15); empty when there is nothing."""
    draft = Draft.objects.filter(ticket=ticket).order_by("-touched_at").first()
    try:
        return reverse("say_check", args=[draft.form]) if draft else ""
    except NoReverseMatch:
        return ""


def _is_patient(request: HttpRequest, form: NoCardTalkForm, *, now: dt.datetime) -> bool:
    """Nobody is shut out: where very many come from one place, a second press is asked for."""
    source = misses.source_digest(str(request.META.get("REMOTE_ADDR", "")))
    if misses.is_slowed(SLOWED, source, now=now) and not form.cleaned_data.get("patience"):
        return False
    misses.count_miss(SLOWED, source, now=now)
    return True


def _sent(request: HttpRequest, alert: Alert, url_name: str) -> HttpResponse:
    """The next page knows which alert it was, once: nothing about it stays on a shared phone (S2)."""
    request.session[JUST_SENT] = str(alert.pk)
    return redirect(url_name)


def _after(request: HttpRequest, template: str, now: dt.datetime) -> HttpResponse:
    alert_id = request.session.pop(JUST_SENT, None)
    alert = Alert.objects.select_related("ticket").filter(pk=UUID(alert_id)).first() if alert_id else None
    context: dict[str, Any] = {"council": Council.current(), "open_now": in_working_hours(now)}
    if alert is not None:
        names = [user.first_name for user in who_hears(alert, now=now).first]
        context |= {"alert": alert, "names": names, "by": say_when(acknowledge_by(alert))}
    return _page(request, template, context)


def _page(request: HttpRequest, name: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    form = context.get("form")
    if form is not None and form.errors:
        status = 422
    return render(request, f"pages/listening/{name}.html", context, status=status)
