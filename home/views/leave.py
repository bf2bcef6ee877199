"""Leave at once. A plain GET, so that it works without script and from every page (D19)."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.access import open_to_all
from core.sessions import forget_this_browser
from core.shared_tablet import FINISHED, is_shared
from surveys.responses.access import OVER, CardRequest, end_this_sitting, hands_back, with_card


@open_to_all
@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """Ends the sitting, deletes our own cookies and goes to an ordinary page.

    Never clears "cookies" by header: that would reach every site of the council's domain (D20).
    """
    response = HttpResponse(status=303)
    response["Location"] = FINISHED if is_shared(request) else settings.LEAVE_TARGET
    forget_this_browser(request, response)
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


@require_safe
@with_card
def before_you_look(request: CardRequest) -> HttpResponse:
    """How to leave fast, said before anything of the card is seen."""
    return render(request, "pages/home/before_you_look.html")


@require_safe
@with_card
def still_here(request: CardRequest) -> HttpResponse:
    """A page that is being read says that somebody is there; that alone gives the visit more time."""
    return HttpResponse(status=204)


@open_to_all
@require_safe
def visit_ended(request: HttpRequest) -> HttpResponse:
    """A page that nobody touched for a quarter of an hour ends its visit; the front door says so calmly."""
    if is_shared(request):
        return hands_back(request, HttpResponseRedirect(OVER))
    end_this_sitting(request, timezone.now())
    return HttpResponseRedirect(OVER)
