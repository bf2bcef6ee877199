"""When the store cannot take it, the words stay on the screen under the numbers (S16, R-8)."""

import functools
import logging
from collections.abc import Callable
from typing import Any

from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

logger = logging.getLogger("your_turn.saving")
WORDS = ("safe_contact", "about")
CHOICES = ("once", "who", "how", "first_name", "not_safe_now")
View = Callable[..., HttpResponseBase]


def keep_words(view: View) -> View:
    """A post that cannot be stored gives 503 with everything that was typed, ready to be sent again."""

    @functools.wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except (DatabaseError, InterfaceError) as error:
            if request.method != "POST":
                raise
            logger.error("alert_not_stored", extra={"kind": type(error).__name__})
            return _not_stored(request)

    return guarded


def _not_stored(request: HttpRequest) -> HttpResponse:
    """Draws without a single query: the store may be gone altogether."""
    context = {
        "help_lines": None,
        "reading": None,
        "words": [(name, request.POST.get(name, "")) for name in WORDS],
        "choices": [(name, request.POST[name]) for name in CHOICES if name in request.POST],
    }
    response = render(request, "pages/listening/talk_not_saved.html", context, status=503)
    response["Retry-After"] = "30"
    return response
