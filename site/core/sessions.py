"""A child's sitting and a staff sign-in never share a session: two cookies, chosen by the address (D21)."""

from importlib import import_module

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase, UpdateError
from django.contrib.sessions.exceptions import SessionInterrupted
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from core.zones import CHILD, STAFF, Zone, cookie_name, zone_of


class ZoneSessionMiddleware(SessionMiddleware):
    """Django's session middleware with the cookie's name and SameSite taken from the zone.

    Cookies last until the browser closes; how long a sitting or sign-in lasts is decided on the server.
    """

    def process_request(self, request: HttpRequest) -> None:
        request.session = self.SessionStore(request.COOKIES.get(cookie_name(zone_of(request.path))))

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        session = getattr(request, "session", None)
        if session is None or (not session.accessed and not session.modified):
            return response
        zone = zone_of(request.path)
        patch_vary_headers(response, ("Cookie",))
        if session.is_empty():
            if cookie_name(zone) in request.COOKIES:
                _delete(response, zone)
        elif session.modified and response.status_code < 500:
            self._save(request, response, zone)
        return response

    def _save(self, request: HttpRequest, response: HttpResponse, zone: Zone) -> None:
        try:
            request.session.save()
        except UpdateError:
            raise SessionInterrupted("The session ended while this page was being made.") from None
        response.set_cookie(
            cookie_name(zone),
            request.session.session_key or "",
            path="/",
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite=zone.cookie_samesite,  # type: ignore[arg-type]  # one of the words Django takes
        )


def _delete(response: HttpResponse, zone: Zone) -> None:
    response.delete_cookie(cookie_name(zone), path="/", samesite=zone.cookie_samesite)  # type: ignore[arg-type]  # one of the words Django takes


def has_staff_sign_in(request: HttpRequest) -> bool:
    """Whether this browser carries a session of the staff side, seen from a young person's page."""
    return cookie_name(STAFF) in request.COOKIES


def end_staff_sign_in(request: HttpRequest, response: HttpResponse) -> None:
    """A code typed in a browser where somebody of staff is signed in: nobody can go back to their pages (D21)."""
    if key := request.COOKIES.get(cookie_name(STAFF)):
        _store()(key).flush()
        _delete(response, STAFF)


def _store() -> type[SessionBase]:
    store: type[SessionBase] = import_module(settings.SESSION_ENGINE).SessionStore
    return store


def forget_this_browser(request: HttpRequest, response: HttpResponse) -> None:
    """Ends the child's sitting and the staff sign-in of this browser and deletes our own cookies, no others (D20).

    With the database gone the cookies still go: whoever leaves never waits for the store.
    """
    for zone in (CHILD, STAFF):
        _delete(response, zone)
    try:
        _end_sessions(request)
    except (OperationalError, InterfaceError):
        request.session = type(request.session)()  # so that nothing of it is saved either
    response.delete_cookie(settings.CSRF_COOKIE_NAME, path="/", samesite=settings.CSRF_COOKIE_SAMESITE)  # type: ignore[arg-type]  # one of the words Django takes


def _end_sessions(request: HttpRequest) -> None:
    for zone in (CHILD, STAFF):
        if key := request.COOKIES.get(cookie_name(zone)):
            _store()(key).flush()
    request.session.flush()
