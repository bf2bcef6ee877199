"""The controls under "More": each keeps what is on the page first, then goes where the child wants to go."""

from collections.abc import Callable
from urllib.parse import urlencode, urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, Resolver404, resolve, reverse
from django.views.decorators.http import require_POST

from core.reading import keep, read_from, step
from surveys.questionnaires.domain.choosing import find_questionnaire
from surveys.questionnaires.models import Questionnaire
from surveys.questionnaires.shown import BEFORE
from surveys.responses import held
from surveys.responses.access import CardRequest, choose_level, hands_back, with_card
from surveys.responses.domain.drafts import put_together, switch_version
from surveys.responses.domain.opening import sent_response, ticket_form
from surveys.responses.domain.screens import number_of
from surveys.responses.domain.sittings import choose_helper
from surveys.responses.frame import pressed_at
from surveys.responses.views.asking import Asking, as_it_stands, asking_of, begun_form, page, require_form
from surveys.responses.views.writing import write_english

EASY, STANDARD = "easy-read", "standard"
EASE = "read-"
LEVELS = {"easier": EASY, "usual": STANDARD}
MY_PAGE = "/me/"
OUTSIDE = {
    "talk": "talk",
    "take_part": "take_part",
    "advocate": "advocate",
    "my_card": "my_card",
    "help": "help",
    "interpreter": "interpreter",
}
ANY_TIME = {"who": "say_who", "with": "say_with", "language": "say_language"}
PAGES = ANY_TIME | {"stop": "say_stop", "save": "say_saved", "check": "say_check"}
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
        known = {part.id for part in asking.schema.parts()}
        query = f"?first={first}" if known.issuperset(first.split(BEFORE)) else ""
        return redirect(reverse("say_question", kwargs={"form": asking.form, "number": number}) + query)
    if number >= as_it_stands(asking).total:
        return redirect("say_check", form=asking.form)
    return redirect("say_question", form=asking.form, number=number + 1)


def go_to(request: CardRequest, asking: Asking, target: str, number: int) -> HttpResponse:
    if target.startswith(EASE):
        question = reverse("say_question", kwargs={"form": asking.form, "number": number})
        return _easier_to_read(request, target, question if request.path == question else _back_to(request))
    if target in PAGES:
        there = redirect(PAGES[target], form=asking.form)
        return hands_back(request, there) if target == "save" else there
    if target in OUTSIDE:
        return redirect(_outside(OUTSIDE[target]))
    if target == "alone":
        choose_helper(request.sitting, helper="")
    if target in LEVELS:
        choose_level(request, LEVELS[target])
    switch: dict[str, Callable[[], Questionnaire | None]] = {
        "easier": lambda: _at_level(request, asking, EASY),
        "usual": lambda: _at_level(request, asking, STANDARD),
        "longer": lambda: asking.draft.version.questionnaire.longer,
    }
    if target in switch:
        return _switched(request, asking, switch[target](), number)
    if target == "in_english":
        write_english(request)
    if target in ("together", "one_by_one"):
        return _laid_out(request, asking, number, together=target == "together")
    return redirect("say_question", form=asking.form, number=number)


def _laid_out(request: CardRequest, asking: Asking, number: int, *, together: bool) -> HttpResponse:
    """A few questions on a page, or one each; the young person stays at the question they were at."""
    here = asking.screens[min(number, asking.total) - 1][0].id
    put_together(asking.draft, together=together)
    screens = as_it_stands(asking).screens
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
        question = reverse("say_question", kwargs={"form": asking.form, "number": number})
        context = {**page(request, asking.opened), "number": number, "here": question}
        return render(request, "pages/responses/say_no_other.html", context)
    longer = other is not None and other.length == "long" and asking.draft.version.questionnaire.length != "long"
    switch_version(asking.draft, version, now=request.now)
    here = asking.screens[min(number, asking.total) - 1][0].id
    number = 1 if longer else number_of(here, asking_of(asking.opened, asking.draft, request.ticket).screens)
    return redirect("say_question", form=asking.form, number=number)


@with_card
@require_POST
def say_go(request: CardRequest, form: str) -> HttpResponseBase:
    """The same controls on pages without a question: what is typed there is held first."""
    require_form(form)
    here = _page_of(request)
    held.hold(request, here)
    target = request.POST.get("go", "")
    asking = begun_form(request, form)
    if asking is not None and (target not in ("alone", *LEVELS) or not _outside_the_form(here)):
        return go_to(request, asking, target, asking.number)
    return _without_form(request, form, target)


def _easier_to_read(request: CardRequest, target: str, here: str) -> HttpResponse:
    """One press of the bar, then the same page again, at that control; or the page with all the choices, and back."""
    control = target.removeprefix(EASE)
    if control == "all":
        return redirect(f"{_outside('help_reading')}?{urlencode({'back': here})}")
    before = read_from(request.session)
    after = step(before, control)
    keep(request.session, after)
    at = "" if after == before else pressed_at(control, getattr(after, control))
    return redirect(urlsplit(here).path + at)


def _without_form(request: CardRequest, form: str, target: str) -> HttpResponse:
    """Nothing is begun, or the page is about something else: back to it."""
    if target.startswith(EASE):
        return _easier_to_read(request, target, _back_to(request))
    if target == "alone":
        choose_helper(request.sitting, helper="")
    if target in LEVELS:
        choose_level(request, LEVELS[target])
        if (asking := begun_form(request, form)) is not None:
            _switched(request, asking, _at_level(request, asking, LEVELS[target]), asking.number)
    if target in ANY_TIME and ticket_form(request.ticket, form) is not None:
        return redirect(ANY_TIME[target], form=form)
    if target in OUTSIDE:
        return redirect(_outside(OUTSIDE[target]))
    if target == "check" and sent_response(request.ticket, form=form) is not None:
        return redirect("say_change", form=form)
    return redirect(_back_to(request))


def _page_of(request: HttpRequest) -> str:
    """The url name of the page that the control was pressed on; empty when it is none of ours."""
    try:
        return resolve(_back_to(request)).url_name or ""
    except Resolver404:
        return ""


def _back_to(request: HttpRequest) -> str:
    here = request.POST.get("here", "")
    return here if here.startswith(MY_PAGE) and here.isascii() and "\\" not in here else MY_PAGE


def _outside_the_form(page_name: str) -> bool:
    return not page_name.startswith("say")
