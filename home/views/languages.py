"""Choosing a language for this visit, and opening one for everybody."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access import allow
from accounts.requests import StaffRequest
from core.access import open_to_all
from core.speaking import choose_language
from home.domain import languages
from home.forms import SignLanguageForm
from home.rooms import may_open_languages

BACK = ("front_door", "my_page", "help", "help_reading", "help_language")


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def help_language(request: HttpRequest) -> HttpResponse:
    """The choice lives in this visit's session; leaving or the end of the visit forgets it."""
    if request.method == "POST":
        choose_language(request.session, request.POST.get("language", ""))
        back = request.POST.get("back", "")
        return redirect(back if back in BACK else "help_language")
    return render(request, "pages/home/help_language.html")


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def account_language(request: HttpRequest) -> HttpResponse:
    """The same for the account pages, whose visit is another."""
    if request.method == "POST":
        choose_language(request.session, request.POST.get("language", ""))
        return redirect("account_login")
    return render(request, "pages/home/help_language.html")


@allow(may_open_languages)
@require_safe
def work_languages(request: StaffRequest) -> HttpResponse:
    return render(request, "pages/home/work_languages.html", {"standings": languages.standings()})


@allow(may_open_languages)
@require_http_methods(["GET", "HEAD", "POST"])
def work_language(request: StaffRequest, code: str) -> HttpResponse:
    """The safety texts side by side, and the form in which somebody answers for them."""
    standing = languages.standing_of(code)
    if standing is None:
        raise Http404
    form = SignLanguageForm(request.POST or None, initial={"digest": standing.catalogue.po.digest})
    if request.method == "POST" and form.is_valid() and _sign(request, code, form):
        return redirect("work_languages")
    context = {"standing": standing, "form": form}
    return render(request, "pages/home/work_language.html", context, status=422 if form.errors else 200)


def _sign(request: StaffRequest, code: str, form: SignLanguageForm) -> bool:
    values: dict[str, Any] = {name: form.cleaned_data[name] for name in form.kept}
    try:
        languages.sign_catalogue(code, **values, by=request.user, now=timezone.now())
    except languages.CannotSign:
        form.add_error(None, "Words are missing or have changed since this page was made. Please look again.")
        return False
    messages.success(request, "Signed. Young people can choose this language now.")
    return True


@allow(may_open_languages)
@require_POST
def work_language_withdraw(request: StaffRequest, code: str) -> HttpResponse:
    closed = languages.withdraw_signatures(code, by=request.user, now=timezone.now())
    if closed:
        messages.success(request, "Closed. Pages are in English again for whoever chose this language.")
    return redirect("work_languages")
