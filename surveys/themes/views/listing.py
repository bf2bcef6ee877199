"""Which times are being sorted, and the themes of each."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from accounts.access import allow
from surveys.themes.domain.coding import progress_of
from surveys.themes.domain.gathering import boxes_of, window_rows
from surveys.themes.domain.making import ChangedMeanwhile, HasBegun, has_begun, save_themes, start_again
from surveys.themes.forms import ThemesFormSet, new_themes, theme_rows
from surveys.themes.permissions import can_make_themes, can_see_themes, can_write_reports
from surveys.themes.registry import CodingWindow
from surveys.themes.views.finding import TO_MEND, address_of, find_themes, of_window, person


@allow(can_see_themes)
@require_safe
def work_themes(request: HttpRequest) -> HttpResponse:
    rows = window_rows(now=timezone.now())
    context = {"rows": rows, "writes": can_write_reports(person(request)), "makes": can_make_themes(person(request))}
    return render(request, "pages/themes/work_themes.html", context)


@allow(can_see_themes)
@require_http_methods(["GET", "HEAD", "POST"])
@of_window
def work_theme_set(request: HttpRequest, window: CodingWindow) -> HttpResponse:
    """What there is to do for one window; the participation worker makes the themes here."""
    themes = find_themes(window)
    if request.method == "POST" and can_make_themes(person(request)):
        return _save(request, window)
    return _page(request, window, ThemesFormSet(initial=theme_rows(themes), prefix="themes"))


def _save(request: HttpRequest, window: CodingWindow) -> HttpResponse:
    forms = ThemesFormSet(request.POST, prefix="themes")
    if not forms.is_valid():
        return _page(request, window, forms, status=TO_MEND)
    edition = request.POST.get("edition", "")
    number = int(edition) if edition.isdecimal() and len(edition) < 9 else -1
    try:
        save_themes(window, new_themes(forms), edition=number, by=person(request), now=timezone.now())
        messages.success(request, "The themes are saved. Report writers can sort by them now.")
    except ChangedMeanwhile:
        return _page(request, window, forms, status=TO_MEND, stale=True)
    except HasBegun:
        messages.error(request, "People have begun to sort by these themes. To change them, start again first.")
    return redirect("work_theme_set", **address_of(window))


def _page(
    request: HttpRequest, window: CodingWindow, forms: object, *, status: int = 200, stale: bool = False
) -> HttpResponse:
    themes = find_themes(window)
    context = {
        "window": window,
        "themes": themes,
        "forms": forms,
        "stale": stale,
        "begun": themes is not None and has_begun(themes),
        "progress": progress_of(themes, now=timezone.now()).label if themes else "",
        "has_boxes": bool(boxes_of(window.form)),
        "writes": can_write_reports(person(request)),
        "makes": can_make_themes(person(request)),
    }
    return render(request, "pages/themes/work_theme_set.html", context, status=status)


@allow(can_make_themes)
@require_http_methods(["GET", "HEAD", "POST"])
@of_window
def work_themes_again(request: HttpRequest, window: CodingWindow) -> HttpResponse:
    """Are you sure? Then what was sorted is thrown away."""
    themes = find_themes(window)
    if themes is None or not has_begun(themes):
        return redirect("work_theme_set", **address_of(window))
    if request.method == "POST":
        start_again(themes, by=person(request), now=timezone.now())
        messages.success(request, "Nothing is sorted now. You can change the themes.")
        return redirect("work_theme_set", **address_of(window))
    return render(request, "pages/themes/work_themes_again.html", {"window": window})
