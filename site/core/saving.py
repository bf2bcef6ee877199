"""When the store cannot take it, the person is told so at once and keeps the words (M15, R-8)."""

import logging
from collections.abc import Callable

from django.db import DataError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

logger = logging.getLogger("your_turn.saving")
RETRY_SECONDS = 30
LED_ON = (302, 303)


class NotSavedMiddleware:
    """A database that is full, locked or gone becomes a plain 503, never a 200 and never a traceback.

    A forged value that no column can hold (PostgreSQL refuses NUL) becomes a plain 400. Words that people type are
    cleaned by core.plain_words long before this.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, DataError):
            return HttpResponse(render_to_string("400.html"), status=400)
        if not isinstance(exception, OperationalError | InterfaceError):
            return None
        logger.error("store_unavailable", extra={"kind": type(exception).__name__})
        response = HttpResponse(render_to_string("503.html"), status=503)
        response["Retry-After"] = str(RETRY_SECONDS)
        return response


class StayOnThePageMiddleware:
    """A script that sends the form of a page hears where to go instead of being led there: if the line breaks on the
    way, the page with its words is still open. Without scripts nothing changes.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if "X-Stay" in request.headers and response.status_code in LED_ON:
            response["X-Go"] = response["Location"]
            del response["Location"]
            response.status_code = 204
        return response
