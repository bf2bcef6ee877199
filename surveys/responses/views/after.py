"""After: it is saved, it waits, or it is gone. Nothing that was sent is ever shown here (security.md
§3.1).
"""

from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from core.plain_words import WordsRefused
from surveys.responses import held, registry
from surveys.responses.access import FINISHED, NAMED, WITH_CARD, CardRequest, hands_back, with_card
from surveys.responses.domain.changing import TooManyAsked, ask_to_change
from surveys.responses.domain.drafts import delete_draft, find_draft
from surveys.responses.domain.opening import sent_response, ticket_form
from surveys.responses.enums import ChangeKind
from surveys.responses.models import ChangeRequest, TicketForm
from surveys.responses.views.asking import Asking, page, require_form, while_answering
from surveys.responses.views.writing import tell_if_shut, writing_of, written_in

TO_MEND, NOT_SAVED = 422, 503
RETRY_SECONDS = "30"


def say_sent(request: HttpRequest, form: str) -> HttpResponseBase:
    """Thank you. A one-answer code opens nothing more: its visit ended with the send."""
    require_form(form)
    if request.session.get(FINISHED) == form:
        context = {
            "form_kind": form,
            "named": request.session.get(NAMED, True),
            "steps": [],
            "card_is_over": True,
        }
        return render(request, "pages/responses/say_sent.html", context)
    return _sent_with_card(request, form)


say_sent.access_rule = WITH_CARD  # type: ignore[attr-defined]  # carried by the view


@with_card
def _sent_with_card(request: CardRequest, form: str) -> HttpResponseBase:
    opened = _own_form(request, form)
    if sent_response(request.ticket, form=form) is None:
        return redirect("say", form=form)
    steps = [step for step in registry.next_steps(request.ticket, now=request.now) if not step.comes_before]
    steps.sort(key=lambda step: bool(step.url_name))  # first what others do now, then what there is to look at
    return render(request, "pages/responses/say_sent.html", {**page(request, opened), "steps": steps})


def _own_form(request: CardRequest, form: str) -> TicketForm:
    require_form(form)
    opened = ticket_form(request.ticket, form)
    if opened is None:
        raise Http404
    return opened


@with_card
@require_http_methods(["GET", "HEAD", "POST"])
@while_answering
def say_stop(request: CardRequest, asking: Asking) -> HttpResponseBase:
    """Stop: delete what I wrote, save for later, or send what I've done."""
    if request.method != "POST":
        context = {**page(request, asking.opened), "number": asking.number}
        return render(request, "pages/responses/say_stop.html", context)
    wanted = request.POST.get("stop")
    if wanted == "send":
        return redirect("say_check", form=asking.form)
    if wanted == "delete":
        delete_draft(asking.draft)
    elif wanted != "save":
        return redirect("say_stop", form=asking.form)
    return hands_back(request, redirect("say_saved", form=asking.form))


@with_card
@require_http_methods(["GET", "HEAD"])
def say_saved(request: CardRequest, form: str) -> HttpResponseBase:
    """What the store holds right now: kept for later, or nothing."""
    opened = _own_form(request, form)
    draft = find_draft(request.ticket, form=form)
    context = {**page(request, opened), "kept": draft is not None}
    return render(request, "pages/responses/say_saved.html", context)


@with_card
@require_http_methods(["GET", "HEAD", "POST"])
def say_change(request: CardRequest, form: str) -> HttpResponseBase:
    """Before sending: to the list of questions. After: a wish that a person reads (S5)."""
    opened = _own_form(request, form)
    response = sent_response(request.ticket, form=form)
    if response is None:
        return redirect("say_check" if find_draft(request.ticket, form=form) else "say", form=form)
    if request.method != "POST":
        return _change_page(request, opened)
    kind = request.POST.get("kind", "")
    words = held.with_held(request, "say_change").get("words", "")
    shut = writing_of(request).is_shut  # without a box a wish needs no words: a person comes and asks
    if kind not in ChangeKind.values or (kind == ChangeKind.CHANGE and not words.strip() and not shut):
        return _change_page(request, opened, words=words, error="empty", status=TO_MEND)
    language = written_in(request)

    def ask() -> None:
        ask_to_change(response, kind=kind, words=words, language=language, now=request.now)
        tell_if_shut(request)

    return _ask(request, opened, ask, words)


def _ask(request: CardRequest, opened: TicketForm, ask: Callable[[], object], words: str) -> HttpResponse:
    try:
        ask()
    except WordsRefused as refused:
        return _change_page(request, opened, words=words, error=" ".join(refused.messages), status=TO_MEND)
    except TooManyAsked:
        return _change_page(request, opened, words=words, error="many", status=TO_MEND)
    except (OperationalError, InterfaceError):
        response = _change_page(request, opened, words=words, error="not_saved", status=NOT_SAVED)
        response["Retry-After"] = RETRY_SECONDS
        return response
    held.let_go(request, "say_change")
    return hands_back(request, redirect("say_asked", form=opened.form))


def _change_page(
    request: CardRequest, opened: TicketForm, *, words: str = "", error: str = "", status: int = 200
) -> HttpResponse:
    context = {
        **page(request, opened),
        "words": words,
        "error": error,
        "held": held.is_held(request, "say_change"),
    }
    return render(request, "pages/responses/say_change.html", context, status=status)


@with_card
@require_http_methods(["GET", "HEAD"])
def say_asked(request: CardRequest, form: str) -> HttpResponseBase:
    opened = _own_form(request, form)
    if not ChangeRequest.objects.filter(response__ticket=request.ticket, response__form=form).exists():
        return redirect("say_change", form=form)
    return render(request, "pages/responses/say_asked.html", page(request, opened))
