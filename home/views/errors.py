"""What somebody sees when a page cannot be shown. Always: what happened, what to do next, who can help."""

import logging

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

logger = logging.getLogger("your_turn.errors")
LAST_WORDS = "Something broke on our side. Go back, wait a minute and try again. In danger: call 999."


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page("400.html", 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page("403.html", 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page("404.html", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    return _page("500.html", 500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _page("csrf.html", 403)


def _page(template: str, status: int) -> HttpResponse:
    """Drawn without the database and without a request: nothing here may break a second time."""
    try:
        return HttpResponse(render_to_string(template), status=status)
    except Exception:
        logger.exception("error_page_broke", extra={"page": template})
        return HttpResponse(LAST_WORDS, status=status, content_type="text/plain; charset=utf-8")
