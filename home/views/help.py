"""Help, and how this place works, for whoever asks. Nothing is kept but reading choices."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_safe

from core.access import open_to_all
from core.reading import CONTRASTS, LETTERS, SIZES, TINTS, Reading, keep, read_from, reading_of
from core.zones import CHILD, PUBLIC, zone_of

NEVER_BACK = ("/x/", "/static/")


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
    back = _back_in(request)
    if request.method == "POST":
        keep(request.session, Reading() if "reset" in request.POST else reading_of(request.POST))
        return redirect(back or "help_reading")
    return render(
        request,
        "pages/home/help_reading.html",
        {
            "back": back,
            "chosen": read_from(request.session),
            "sizes": SIZES.items(),
            "tints": TINTS.items(),
            "letters": LETTERS.items(),
            "contrasts": CONTRASTS.items(),
        },
    )


def _back_in(request: HttpRequest) -> str:
    """The page that asked for it: one of ours for young people or for everybody, else nothing."""
    asked = request.POST.get("back") or request.GET.get("back") or ""
    own = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if own and zone_of(asked) in (CHILD, PUBLIC) and not asked.startswith(NEVER_BACK) else ""
