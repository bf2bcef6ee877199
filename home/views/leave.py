"""Leave at once. A plain GET, so that it works without script and from every page (D19)."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from core.access import open_to_all
from core.sessions import forget_this_browser


@open_to_all
@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    """Ends the sitting, deletes our own cookies and goes to an ordinary page.

    Never clears "cookies" by header: that would reach every site of the council's domain (D20).
    """
    response = HttpResponse(status=303)
    response["Location"] = settings.LEAVE_TARGET
    forget_this_browser(request, response)
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response
