"""A ballot on a screen that others use next: one page, one Send, nothing kept on the device or of the person."""

import datetime as dt
import secrets
from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import rotate_token
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from core.access import open_to_all
from surveys.polls.domain.splits import CATEGORIES, WORDS
from surveys.polls.domain.voting import CountedAlready, Shut, vote
from surveys.polls.enums import Mode, State
from surveys.polls.models import Poll

POLL, TOKEN, UNTIL, SENT, SHUT = "poll", "poll_token", "poll_until", "poll_sent", "poll_shut"
LASTS = dt.timedelta(minutes=90)
THANKS_SECONDS = 10 * 60
OVER = "/?over=1"


def start_poll(request: HttpRequest, poll: Poll, *, now: dt.datetime) -> None:
    """A fresh session that knows the poll, one token and an end; no row anywhere knows the session."""
    request.session.flush()
    request.session.update({POLL: str(poll.pk), TOKEN: _token(), UNTIL: (now + LASTS).timestamp()})
    rotate_token(request)


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def poll_ballot(request: HttpRequest) -> HttpResponse:
    poll = _poll(request)
    if poll is None:
        return redirect("poll_sent" if request.session.get(SENT) else OVER)
    if request.method != "POST":
        return _ballot(request, poll)
    if not secrets.compare_digest(request.POST.get("token", "").encode(), request.session.get(TOKEN, "").encode()):
        return redirect("poll_sent" if request.session.get(SENT) else "poll_ballot")
    chosen = {question: request.POST.get(question, "") for question, _, _ in poll.questions}
    try:
        vote(poll, category=request.POST.get("split", ""), chosen=chosen, use_up=_use_up(request), now=timezone.now())
    except Shut:
        request.session[SHUT] = True
        return redirect("poll_sent")
    except CountedAlready:
        return redirect("poll_sent")
    _leave_this_ballot(request, poll)
    return redirect("poll_sent")


@open_to_all
@require_safe
def poll_sent(request: HttpRequest) -> HttpResponse:
    """Thank you, and pass it on; or that it has closed. The same page for a second press."""
    was_shut = bool(request.session.get(SHUT))
    if not was_shut and not request.session.get(SENT):
        return redirect(OVER)
    goes_on = not was_shut and _poll(request) is not None
    return render(request, "pages/polls/poll_sent.html", {"goes_on": goes_on, "was_shut": was_shut})


def _poll(request: HttpRequest) -> Poll | None:
    """The open poll of this screen, while its time lasts."""
    until = request.session.get(UNTIL, 0)
    try:
        poll_id = UUID(str(request.session.get(POLL, "")))
    except ValueError:
        return None
    if timezone.now().timestamp() >= until:
        return None
    return Poll.objects.filter(pk=poll_id, state=State.OPEN).first()


def _ballot(request: HttpRequest, poll: Poll) -> HttpResponse:
    context = {
        "poll": poll,
        "token": request.session.get(TOKEN, ""),
        "split": WORDS.get(poll.split, ""),
        "categories": CATEGORIES.get(poll.split, ()),
        "is_young": poll.band == "8-11",
    }
    return render(request, "pages/polls/poll_ballot.html", context)


def _use_up(request: HttpRequest) -> Callable[[], bool]:
    """Looks at the stored session anew, inside the lock: of two presses one finds the token."""

    def use_up() -> bool:
        key = request.session.session_key
        fresh = type(request.session)(key)
        if not key or not fresh.get(TOKEN) or fresh[TOKEN] != request.session.get(TOKEN):
            return False
        del fresh[TOKEN]
        fresh[SENT] = True
        fresh.save()
        return True

    return use_up


def _leave_this_ballot(request: HttpRequest, poll: Poll) -> None:
    """A new session for whoever is next; a page kept in memory leads to the thanks and nowhere else (D20)."""
    old, until = request.session, request.session[UNTIL]
    new = type(old)()
    new[SENT] = True
    if poll.mode == Mode.ROOM:
        new.update({POLL: str(poll.pk), TOKEN: _token(), UNTIL: until})
    else:
        new.set_expiry(THANKS_SECONDS)
    old.clear()
    old[SENT] = True
    old.set_expiry(THANKS_SECONDS)
    old.save()
    request.session = new
    rotate_token(request)


def _token() -> str:
    return secrets.token_urlsafe(16)
