"""What somebody sees when a page cannot be shown. Always: what happened, what to do next, who can help."""

import logging

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from core.reading import Reading
from core.zones import CMS, STAFF, zone_of
from home.context import reading_for

logger = logging.getLogger("your_turn.errors")
FRONT_DOOR, DESK = "/", "/work/"
STORE_MAY_BE_AWAY = 500
LAST_WORDS = "Something broke on our side. Go back, wait a minute and try again. In danger: call 999."


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, "400.html", 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, "403.html", 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(request, "404.html", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    return _page(request, "500.html", 500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _page(request, "csrf.html", 403)


def _reading(request: HttpRequest) -> Reading:
    """As it was chosen for this sitting: who needs Shift for sticky keys is not thrown out here, either."""
    try:
        return reading_for(request)
    except Exception:
        logger.exception("error_page_without_reading")
        return Reading()


def _page(request: HttpRequest, template: str, status: int) -> HttpResponse:
    """Drawn without a request, and a 500 without the database: nothing here may break a second time."""
    try:
        start = DESK if zone_of(request.path) in (STAFF, CMS) else FRONT_DOOR
        reading = _reading(request) if status < STORE_MAY_BE_AWAY else Reading()
        context = {"start": start, "bar_home": start, "at_work": start == DESK, "reading": reading}
        return HttpResponse(render_to_string(template, context), status=status)
    except Exception:
        logger.exception("error_page_broke", extra={"page": template})
        return HttpResponse(LAST_WORDS, status=status, content_type="text/plain; charset=utf-8")
