"""Help, and how this place works, for whoever asks. Nothing is kept but reading choices."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from core.access import open_to_all
from home.reading import CONTRASTS, LETTERS, SESSION_KEY, SIZES, TINTS, read_from, reading_of


@open_to_all
@require_safe
def help(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/home/help.html")


@open_to_all
@require_safe
def help_about(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/home/help_about.html")


@open_to_all
@require_safe
def help_privacy(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/home/help_privacy.html")


@open_to_all
@require_safe
def help_leaving(request: HttpRequest) -> HttpResponse:
    """What the Leave button does and what it cannot do."""
    return render(request, "pages/home/help_leaving.html")


@open_to_all
@require_safe
def help_accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/home/help_accessibility.html")


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def help_reading(request: HttpRequest) -> HttpResponse:
    """The choice lives in this sitting's session; leaving or the end of the sitting forgets it."""
    if request.method == "POST":
        if "reset" in request.POST:
            request.session.pop(SESSION_KEY, None)
        else:
            request.session[SESSION_KEY] = reading_of(request.POST).as_session_value()
        return redirect("help_reading")
    return render(
        request,
        "pages/home/help_reading.html",
        {
            "chosen": read_from(request.session),
            "sizes": SIZES.items(),
            "tints": TINTS.items(),
            "letters": LETTERS.items(),
            "contrasts": CONTRASTS.items(),
        },
    )
