"""The controls under "More": each keeps what is on the page first, then goes where the child wants to go."""

from collections.abc import Callable

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_http_methods, require_POST

from core.languages import autonym
from surveys.questionnaires.domain.choosing import find_questionnaire
from surveys.questionnaires.models import Questionnaire
from surveys.responses import registry
from surveys.responses.access import CardRequest, with_card
from surveys.responses.domain.drafts import put_together, switch_version
from surveys.responses.domain.screens import number_of
from surveys.responses.domain.sittings import choose_helper
from surveys.responses.enums import Helper
from surveys.responses.views.asking import Asking, as_it_stands, page, require_form, while_answering

EASY, STANDARD = "easy-read", "standard"
OUTSIDE = {
    "talk": "talk",
    "take_part": "take_part",
    "advocate": "advocate",
    "help": "help",
    "bigger": "help_reading",
}
PAGES = {
    "who": "say_who",
    "stop": "say_stop",
    "save": "say_saved",
    "check": "say_check",
    "with": "say_with",
    "language": "say_language",
}


MAKING = {"draw": "say_draw", "aloud": "say_aloud"}


def after_keeping(request: CardRequest, asking: Asking, number: int) -> HttpResponse:
    """Where to go once the page is kept: the next question, or what was pressed under "More"."""
    for name, url_name in MAKING.items():
        if (part := request.POST.get(name)) is not None:
            if asking.schema.has(part):
                return redirect(url_name, form=asking.form, part=part)
            return redirect("say_question", form=asking.form, number=number)
    if target := request.POST.get("go"):
        return go_to(request, asking, target, number)
    if first := request.POST.get("order"):
        known = [part.id for part in asking.schema.parts()]
        query = f"?first={first}" if first in known else ""
        return redirect(reverse("say_question", kwargs={"form": asking.form, "number": number}) + query)
    if number >= as_it_stands(request, asking).total:
        return redirect("say_check", form=asking.form)
    return redirect("say_question", form=asking.form, number=number + 1)


def go_to(request: CardRequest, asking: Asking, target: str, number: int) -> HttpResponse:
    if target in PAGES:
        return redirect(PAGES[target], form=asking.form)
    if target in OUTSIDE:
        return redirect(_outside(OUTSIDE[target]))
    switch: dict[str, Callable[[], Questionnaire | None]] = {
        "easier": lambda: _at_level(request, asking, EASY),
        "usual": lambda: _at_level(request, asking, STANDARD),
        "longer": lambda: asking.draft.version.questionnaire.longer,
    }
    if target in switch:
        return _switched(request, asking, switch[target](), number)
    if target in ("together", "one_by_one"):
        return _laid_out(request, asking, number, together=target == "together")
    return redirect("say_question", form=asking.form, number=number)


def _laid_out(request: CardRequest, asking: Asking, number: int, *, together: bool) -> HttpResponse:
    """A few questions on a page, or one each; the young person stays at the question they were at."""
    here = asking.screens[min(number, asking.total) - 1][0].id
    put_together(asking.draft, together=together)
    screens = as_it_stands(request, asking).screens
    return redirect("say_question", form=asking.form, number=number_of(here, screens))


def _outside(url_name: str) -> str:
    """A page of another room; help where that room has no such page."""
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return "/help/"


def _at_level(request: CardRequest, asking: Asking, level: str) -> Questionnaire | None:
    now = asking.draft.version.questionnaire
    return find_questionnaire(asking.form, band=request.ticket.band, level=level, length=now.length)


def _switched(request: CardRequest, asking: Asking, other: Questionnaire | None, number: int) -> HttpResponse:
    version = other.current_version() if other else None
    if version is None or version.named != asking.draft.version.named:
        context = {**page(request, asking.opened), "number": number}
        return render(request, "pages/responses/say_no_other.html", context)
    longer = other is not None and other.length == "long" and asking.draft.version.questionnaire.length != "long"
    switch_version(asking.draft, version, now=request.now)
    here = asking.screens[min(number, asking.total) - 1][0].id
    number = 1 if longer else number_of(here, as_it_stands(request, asking).screens)
    return redirect("say_question", form=asking.form, number=number)


@with_card
@require_POST
@while_answering
def say_go(request: CardRequest, asking: Asking) -> HttpResponseBase:
    """The same controls on pages without a question."""
    return go_to(request, asking, request.POST.get("go", ""), asking.number)


@with_card
@require_http_methods(["GET", "HEAD", "POST"])
def say_who(request: CardRequest, form: str) -> HttpResponseBase:
    """Who will see this, and "not them" (S7, S10). Works before, during and after."""
    require_form(form)
    readers = registry.who_reads(request.ticket)
    known = {person.user_id for person in readers}
    writers = [person for person in registry.report_writers(request.ticket) if person.user_id not in known]
    if request.method == "POST":
        chosen = request.POST.get("not_them", "")
        if chosen and chosen in known | {person.user_id for person in writers}:
            for hook in registry.register_not_them.functions:
                hook(request.ticket, chosen, request.now)
        return redirect(reverse("say_who", kwargs={"form": form}) + "?off=1")
    opened = request.ticket.forms.select_related("questionnaire").filter(form=form).first()
    if opened is None:
        return redirect("my_page")
    context = {
        **page(request, opened),
        "readers": readers,
        "writers": writers,
        "taken_off": request.GET.get("off") == "1",
    }
    return render(request, "pages/responses/say_who.html", context)


@with_card
@require_http_methods(["GET", "HEAD", "POST"])
@while_answering
def say_with(request: CardRequest, asking: Asking) -> HttpResponseBase:
    """Do it with someone, or alone again."""
    if request.method == "POST":
        helper = request.POST.get("helper", "")
        choose_helper(request.sitting, helper=helper if helper in Helper.values else "")
        return redirect("say_question", form=asking.form, number=asking.number)
    context = {**page(request, asking.opened), "helpers": Helper.choices, "number": asking.number}
    return render(request, "pages/responses/say_with.html", context)


@with_card
@require_http_methods(["GET", "HEAD"])
@while_answering
def say_language(request: CardRequest, asking: Asking) -> HttpResponseBase:
    """Only languages whose words a person has checked are offered; today that is English (S17, D31)."""
    context = {
        **page(request, asking.opened),
        "wanted": autonym(request.ticket.language) if request.ticket.language != "en" else "",
        "number": asking.number,
    }
    return render(request, "pages/responses/say_language.html", context)
