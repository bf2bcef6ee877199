"""Which language a page is in. The choice lives in the session of one visit and goes with it."""

from collections.abc import Callable

from django.contrib.sessions.backends.base import SessionBase
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import override

from core.catalogues import is_open, spoken
from core.languages import for_django
from core.zones import CHILD, cookie_name, zone_of

SESSION_KEY = "language"
ACCOUNTS = "/accounts/"


class LanguageMiddleware:
    """Children's pages and the account pages speak the language chosen in the visit; the desk and the CMS, English.

    A public page has its own language (leaflets), so nothing in a browser changes it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with override(_language_for(request)):
            return self.get_response(request)


def _language_for(request: HttpRequest) -> str:
    zone = zone_of(request.path)
    if zone is not CHILD and not request.path.startswith(ACCOUNTS):
        return for_django("en")
    if cookie_name(zone) not in request.COOKIES:
        return for_django("en")
    try:
        return spoken(chosen_language(request.session))
    except (DatabaseError, InterfaceError):
        return for_django("en")  # the page itself will say that nothing can be saved


def chosen_language(session: SessionBase) -> str:
    """What was chosen in this visit, or what its card says; "en" where nothing was."""
    return str(session.get(SESSION_KEY) or "en")


def choose_language(session: SessionBase, code: str) -> bool:
    """Keeps the choice for this visit; False, and nothing is kept, where that language is not open."""
    if not is_open(code):
        return False
    session[SESSION_KEY] = code
    return True
