"""The front door: a code, help and the way out, and nothing that tells what the place is for (S30)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from core.access import open_to_all
from core.misses import count_miss, is_slowed, source_digest
from core.reading import Reading, keep, read_from
from core.sessions import end_staff_sign_in, has_staff_sign_in
from core.shared_tablet import is_shared
from core.speaking import SESSION_KEY as LANGUAGE_KEY
from surveys.polls.domain.running import find_open
from surveys.polls.views.ballot import start_poll
from surveys.responses.access import SITTING, start_sitting
from surveys.responses.domain.tickets import find_ticket

MISS_KIND = "code"


@open_to_all
@require_safe
def front_door(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/home/front_door.html", {"over": "over" in request.GET})


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def go(request: HttpRequest) -> HttpResponse:
    """A right code always opens, wrong, used, expired and revoked ones look the same (D24)."""
    if request.method != "POST":
        return redirect("front_door")
    now = timezone.now()
    code, (reading, language) = request.POST.get("code", ""), _chosen_before(request)
    ticket = find_ticket(code, now=now)
    poll = None if ticket else find_open(code)
    if ticket is not None:
        ours = is_shared(request) or has_staff_sign_in(request)  # a tablet of ours: somebody may be near
        start_sitting(request, ticket, now=now, alone=not ours)
    elif poll is not None:
        start_poll(request, poll, now=now)
    else:
        return _refuse(request)
    keep(request.session, reading)  # a fresh session, the same letters
    if language:  # chosen at the door; otherwise the card's own
        request.session[LANGUAGE_KEY] = language
    response = redirect("poll_ballot" if poll else "before_you_look")
    end_staff_sign_in(request, response)
    return response


def _chosen_before(request: HttpRequest) -> tuple[Reading, str]:
    """How to read, and the language, chosen at this door; never by somebody whose visit was left open (AC-12)."""
    if SITTING in request.session:
        return Reading(), ""
    return read_from(request.session), request.session.get(LANGUAGE_KEY, "")


def _refuse(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    source = source_digest(request.META.get("REMOTE_ADDR", ""))
    slowed = is_slowed(MISS_KIND, source, now=now)
    if not slowed:  # once the limit is reached there is nothing more to learn from counting
        count_miss(MISS_KIND, source, now=now)
    return render(request, "pages/home/front_door.html", {"refused": True, "slowed": slowed})
