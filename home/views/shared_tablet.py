"""Handing a tablet over to a young person, one after another (domain.md §5.5, AC-12)."""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from accounts.access import allow
from core.access import open_to_all
from core.sessions import forget_this_browser
from core.shared_tablet import is_shared, share
from participation.meetings.permissions import can_have_meetings


@allow(can_have_meetings)
@require_http_methods(["GET", "HEAD", "POST"])
def shared_tablet(request: HttpRequest) -> HttpResponse:
    """Ends the staff sign-in of this browser first; only then is there something to hand over."""
    if request.method != "POST":
        return render(request, "pages/home/shared_tablet.html")
    response = redirect("hand_over")
    response.status_code = 303
    logout(request)  # before the session goes: nothing later in this request may make a new one for this person
    forget_this_browser(request, response)
    response["Clear-Site-Data"] = '"cache", "storage"'
    share(response)
    return response


@open_to_all
@require_safe
def hand_over(request: HttpRequest) -> HttpResponse:
    return _only_shared(request, "hand_over")


@open_to_all
@require_safe
def finished(request: HttpRequest) -> HttpResponse:
    """The visit has ended before this page is asked for: it knows nothing of anybody."""
    return _only_shared(request, "finished")


def _only_shared(request: HttpRequest, name: str) -> HttpResponse:
    if not is_shared(request):
        return redirect("front_door")
    staff_way = f"{reverse('account_login')}?next={reverse('desk')}"
    return render(request, f"pages/home/{name}.html", {"staff_way": staff_way})
