"""Pages beside the questions: who will see this, who is with me, my language. They work before, during and after."""

from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from core.catalogues import is_open
from core.languages import autonym
from core.speaking import choose_language
from surveys.responses import registry
from surveys.responses.access import CardRequest, with_card
from surveys.responses.domain.sittings import choose_helper
from surveys.responses.enums import Helper
from surveys.responses.models import TicketForm
from surveys.responses.views.asking import begun_form, page, require_form


@with_card
@require_http_methods(["GET", "HEAD", "POST"])
def say_who(request: CardRequest, form: str) -> HttpResponseBase:
    """Who will see this, and "not them" (S7, S10)."""
    opened = _opened(request, form)
    readers = registry.who_reads(request.ticket)
    known = {person.user_id for person in readers}
    writers = [person for person in registry.report_writers(request.ticket) if person.user_id not in known]
    if request.method == "POST":
        chosen = request.POST.get("not_them", "")
        if not request.ticket.is_unnamed and chosen in known | {person.user_id for person in writers}:
            for hook in registry.register_not_them.functions:
                hook(request.ticket, chosen, request.now)
        return redirect(reverse("say_who", kwargs={"form": form}) + "?off=1")
    if opened is None:
        return redirect("my_page")
    context = {
        **page(request, opened),
        "readers": readers,
        "writers": writers,
        "taken_off": request.GET.get("off") == "1",
        "back": _back(request, form),
    }
    return render(request, "pages/responses/say_who.html", context)


@with_card
@require_http_methods(["GET", "HEAD", "POST"])
def say_with(request: CardRequest, form: str) -> HttpResponseBase:
    """Do it with someone, or alone again."""
    opened = _opened(request, form)
    if request.method == "POST":
        helper = request.POST.get("helper", "")
        choose_helper(request.sitting, helper=helper if helper in Helper.values else "")
        return redirect(_back(request, form))
    if opened is None:
        return redirect("my_page")
    context = {**page(request, opened), "helpers": Helper.choices, "back": _back(request, form)}
    return render(request, "pages/responses/say_with.html", context)


@with_card
@require_http_methods(["GET", "HEAD", "POST"])
def say_language(request: CardRequest, form: str) -> HttpResponseBase:
    """Only languages whose words a person has checked and signed are offered (S17, D31)."""
    opened = _opened(request, form)
    if request.method == "POST" and choose_language(request.session, request.POST.get("language", "")):
        return redirect(_back(request, form))
    if opened is None:
        return redirect("my_page")
    own = request.ticket.language
    context = {
        **page(request, opened),
        "wanted": "" if is_open(own) else autonym(own),
        "back": _back(request, form),
    }
    return render(request, "pages/responses/say_language.html", context)


def _opened(request: CardRequest, form: str) -> TicketForm | None:
    require_form(form)
    return request.ticket.forms.select_related("questionnaire").filter(form=form).first()


def _back(request: CardRequest, form: str) -> str:
    """To the question they were at; before the first one, to the start."""
    asking = begun_form(request, form)
    if asking is None:
        return reverse("say", kwargs={"form": form})
    return reverse("say_question", kwargs={"form": form, "number": asking.number})
