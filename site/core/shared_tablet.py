"""A tablet that goes from hand to hand (domain.md §5.5).

One cookie of the device says so, and holds nothing about anybody. While it is there no staff page opens in this
browser, and every visit with a card ends on a screen with nothing on it.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

ON = "1"
FINISHED = "/go/finished/"


def is_shared(request: HttpRequest) -> bool:
    return request.COOKIES.get(settings.SHARED_COOKIE_NAME) == ON


def share(response: HttpResponse) -> None:
    """Until somebody of staff signs in here, or the browser is closed (which ends a sign-in, too)."""
    name, secure = settings.SHARED_COOKIE_NAME, settings.SESSION_COOKIE_SECURE
    response.set_cookie(name, ON, path="/", secure=secure, httponly=True, samesite="Strict")


def stop_sharing(response: HttpResponse) -> None:
    response.delete_cookie(settings.SHARED_COOKIE_NAME, path="/", samesite="Strict")
