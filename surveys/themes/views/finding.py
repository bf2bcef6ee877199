"""Which window a page is about; a frozen one is answered kindly, an unknown one is a 404."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.models import User
from surveys.themes import registry
from surveys.themes.domain.gathering import find_window
from surveys.themes.models import ThemeSet
from surveys.themes.registry import CodingWindow

TO_MEND = 422


def person(request: HttpRequest) -> User:
    """Whom `allow` has let in."""
    return cast(User, request.user)


def address_of(window: CodingWindow) -> dict[str, Any]:
    return {"window_id": window.window_id, "form": window.form}


def of_window(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Gives the view its window instead of the two names in the address."""

    @wraps(view)
    def found(request: HttpRequest, window_id: UUID, form: str, **kwargs: Any) -> HttpResponse:
        window = find_window(window_id, form, now=timezone.now())
        if window is not None:
            return view(request, window, **kwargs)
        if not ThemeSet.objects.filter(window_id=window_id, form=form).exists():
            raise Http404
        messages.info(request, "This time is frozen. Nothing in it is sorted or quoted any more.")
        return redirect("work_themes")

    return found


def with_themes(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For pages that open words: there are themes, and somebody could hear of a worry (S18)."""

    @wraps(view)
    def opened(request: HttpRequest, window: CodingWindow, **kwargs: Any) -> HttpResponse:
        themes = find_themes(window)
        if themes is None:
            messages.info(request, "The themes have not been made yet.")
            return redirect("work_themes")
        if not registry.worry_is_heard(timezone.now()):
            return render(request, "pages/themes/work_themes_closed.html", {"window": window})
        return view(request, window, themes, **kwargs)

    return opened


def find_themes(window: CodingWindow) -> ThemeSet | None:
    found = ThemeSet.objects.filter(window_id=window.window_id, form=window.form)
    return found.prefetch_related("themes").first()
