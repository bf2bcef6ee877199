"""On a shared tablet no staff page opens; whoever signs in takes the tablet back."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.models import User
from core.shared_tablet import is_shared, stop_sharing
from core.zones import CMS, STAFF, zone_of

SIGNING_IN = "/accounts/"


class SharedTabletMiddleware:
    """Stands after the second factor: half a sign-in takes nothing back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        staff_side = zone_of(request.path) in (CMS, STAFF) and not request.path.startswith(SIGNING_IN)
        if not is_shared(request) or not staff_side:
            return self.get_response(request)
        if not isinstance(request.user, User):
            return redirect("hand_over")
        response = self.get_response(request)
        stop_sharing(response)
        return response
