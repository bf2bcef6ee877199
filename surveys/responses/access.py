"""A child's pages open with a card: the code was typed in this browser, not long ago (D21)."""

import datetime as dt
import functools
import uuid
from collections.abc import Callable, Mapping
from typing import Any, Concatenate, ParamSpec

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.middleware.csrf import rotate_token
from django.shortcuts import redirect
from django.utils import timezone

from core.age_bands import ReadingLevel
from core.sessions import forget_this_browser
from core.shared_tablet import FINISHED as FINISHED_HERE
from core.shared_tablet import is_shared
from core.speaking import SESSION_KEY as LANGUAGE
from core.speaking import choose_language
from surveys.responses.domain import sittings
from surveys.responses.models import Sitting, Ticket

P = ParamSpec("P")
WITH_CARD = "with a card"
SITTING, LEVEL, UNTIL = "sitting", "level", "until"
FINISHED, NAMED = "finished", "named"
THANKS_SECONDS = 10 * 60
OVER = "/?over=1"  # the front door says calmly that the code is needed again


class CardRequest(HttpRequest):
    """What `with_card` adds; for type checkers, never made."""

    ticket: Ticket
    sitting: Sitting
    now: dt.datetime
    asking: Any  # the form being answered, on its pages
    seconds_left: int


def start_sitting(request: HttpRequest, ticket: Ticket, now: dt.datetime, *, alone: bool = True) -> Sitting:
    """Begins a visit under a fresh session key; whatever this browser held before is dropped (AC-11,
    AC-12). `alone` is False on a tablet of ours: what is only asked alone is not asked there (S11).
    """
    end_this_sitting(request, now)
    sitting = sittings.open_sitting(ticket, now=now)
    if not alone:
        sittings.is_not_alone(sitting)
    request.session[SITTING] = str(sitting.pk)
    request.session[UNTIL] = int((now + sittings.ABSOLUTE_END).timestamp())
    if ticket.language != "en":
        choose_language(request.session, ticket.language)
    rotate_token(request)
    return sitting


def end_this_sitting(request: HttpRequest, now: dt.datetime) -> None:
    """Ends the visit of this browser, if there is one, and forgets its session."""
    _end_visit(request, now)
    request.session.flush()


def _end_visit(request: HttpRequest, now: dt.datetime) -> None:
    if sitting_id := sitting_id_of(request):
        Sitting.objects.filter(pk=sitting_id, ended_at=None).update(ended_at=now)


def say_thanks(request: HttpRequest, form: str, *, named: bool, goes_on: bool, now: dt.datetime) -> None:
    """After a send the visit goes on under a new key, or ends; a page kept in memory opens nothing (D20).

    The old key leads to the thank-you page for a few minutes and nowhere else: a second tap on Send, still
    carrying it, then hears that it is saved.
    """
    old = request.session
    new = type(old)()
    thanks = {FINISHED: form, NAMED: named}
    if language := old.get(LANGUAGE):
        thanks[LANGUAGE] = language
    if goes_on:
        new.update(dict(old.items()))
    else:
        _end_visit(request, now)
        new.update(thanks)
    old.clear()
    old.update(thanks)
    old.set_expiry(THANKS_SECONDS)
    old.save()
    request.session = new


def chosen_level(request: HttpRequest) -> str:
    """The reading level of this visit: the card's, unless easier or usual words were asked for (S6)."""
    ticket: Ticket = request.ticket  # type: ignore[attr-defined]  # carried by the request or the view
    chosen = request.session.get(LEVEL)
    return chosen if chosen in ReadingLevel.values else ticket.level


def choose_level(request: HttpRequest, level: str) -> None:
    request.session[LEVEL] = ReadingLevel(level).value


def current_sitting(request: HttpRequest, now: dt.datetime) -> Sitting | None:
    sitting = _visit(request)
    return sitting if sitting is not None and sittings.is_running(sitting, now=now) else None


def may_be_visiting(session: Mapping[str, Any], now: dt.datetime) -> bool:
    """As far as the browser's session tells: a visit began there, was not left, and its hour is not over. For pages
    behind the wall, which cannot ask for the visit itself.
    """
    until = session.get(UNTIL)
    return SITTING in session and isinstance(until, int) and now.timestamp() < until


def late_sitting(request: HttpRequest, now: dt.datetime) -> Sitting | None:
    """The visit of this browser although its time is over; for putting words down, never for showing
    anything.
    """
    sitting = _visit(request)
    return sitting if sitting is not None and sittings.is_late(sitting, now=now) else None


def _visit(request: HttpRequest) -> Sitting | None:
    """The visit that this browser names, over or not; fetched once for a request."""
    sitting_id = sitting_id_of(request)
    kept: Sitting | None = getattr(request, "_visit", None)
    if sitting_id and (kept is None or str(kept.pk) != sitting_id):
        kept = request._visit = sittings.fetch_sitting(sitting_id)  # type: ignore[attr-defined]  # carried by the request or the view
    return kept if sitting_id else None


def sitting_id_of(request: HttpRequest) -> str:
    value = request.session.get(SITTING, "")
    try:
        return str(uuid.UUID(str(value)))
    except ValueError:
        return ""


def with_card(
    view: Callable[Concatenate[CardRequest, P], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Sets `request.ticket`, `request.sitting`, `request.now`; without a running visit it leads to the
    front door.
    """

    @functools.wraps(view)
    def guarded(request: Any, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        now = timezone.now()
        sitting = current_sitting(request, now)
        if sitting is None:
            return visit_over(request)
        request.sitting, request.ticket, request.now = sitting, sitting.ticket, now
        request.seconds_left = sittings.seconds_left(sitting, now=now)
        touch_if_possible(sitting, now)
        return view(request, *args, **kwargs)

    guarded.access_rule = WITH_CARD  # type: ignore[attr-defined]  # carried by the request or the view
    return guarded


def visit_over(request: HttpRequest) -> HttpResponse:
    """To the front door; or, where this browser has just sent, to the page that says so."""
    fresh = type(request.session)(request.session.session_key)  # another tab may have sent a moment ago
    if form := fresh.get(FINISHED):
        return redirect("say_sent", form=form)
    if not request.session.is_empty():
        request.session.flush()
    return HttpResponseRedirect(FINISHED_HERE if is_shared(request) else OVER)


def hands_back(request: HttpRequest, then: HttpResponse) -> HttpResponse:
    """On a shared tablet a visit that is done ends at once; elsewhere the young person goes on to `then`."""
    if is_shared(request):
        then = HttpResponseRedirect(FINISHED_HERE)
        then.status_code = 303
        _end_visit(request, timezone.now())
        forget_this_browser(request, then)
    return then


def touch_if_possible(sitting: Sitting, now: dt.datetime) -> None:
    """A full disk must not stop a child from reading the page, or from hearing that it is not saved (R-8)."""
    try:
        sittings.touch(sitting, now=now)
    except (OperationalError, InterfaceError):
        return
