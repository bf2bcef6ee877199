"""One question a page, or a few. What was typed is kept sealed and never shown back."""

from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.views.decorators.http import require_http_methods, require_POST

from surveys.questionnaires.schema import Question
from surveys.questionnaires.shown import shown_question
from surveys.responses.access import WITH_CARD, CardRequest, current_sitting, visit_over, with_card
from surveys.responses.domain.answers import DECLINED, GivenAnswer
from surveys.responses.domain.drafts import given_to, is_too_soon, keep_draft_answers, keep_typed, state_of, take_out
from surveys.responses.domain.pieces import kinds_on
from surveys.responses.domain.screens import Screen
from surveys.responses.forms import MARK, Posted, all_parts, marked, merged, page_mark, read_screen, skipped
from surveys.responses.views.aids import MAKING, after_keeping
from surveys.responses.views.asking import Asking, page, while_answering
from surveys.responses.views.late import keeps_late_words, put_down_late
from surveys.responses.views.writing import tell_if_shut, written_in

RETRY_SECONDS = "30"
NOT_SAVED = 503
TO_MEND = 422
KEPT, KEPT_AND_OVER, TOO_SOON = 204, 410, 429


@keeps_late_words
@with_card
@require_http_methods(["GET", "HEAD", "POST"])
@while_answering
def say_question(request: CardRequest, asking: Asking, number: int) -> HttpResponseBase:
    if not 1 <= number <= asking.total:
        return redirect("say_check", form=asking.form)
    screen = asking.screens[number - 1]
    if request.method == "POST":
        return _answer(request, asking, screen, number)
    return _question_page(request, asking, screen, number, before=given_to(asking.draft, screen))


def _answer(request: CardRequest, asking: Asking, screen: Screen, number: int) -> HttpResponse:
    posted = Posted()
    try:
        if "take_out" in request.POST:
            return _take_out(request, asking, screen, number)
        helped, language = request.sitting.was_helped, written_in(request)
        posted = read_screen(screen, request.POST, may_hide=not helped, language=language)
        if posted.errors and "skip" not in request.POST and "declined" not in request.POST:
            return _question_page(request, asking, screen, number, posted=posted, status=TO_MEND)
        _keep(request, asking, screen, number, posted)
        tell_if_shut(request)
    except (OperationalError, InterfaceError):
        response = _question_page(request, asking, screen, number, posted=posted, not_saved=True, status=NOT_SAVED)
        response["Retry-After"] = RETRY_SECONDS
        return response
    return after_keeping(request, asking, number)


@require_POST
def say_keep(request: HttpRequest, form: str, number: int) -> HttpResponseBase:
    """What is being typed, while it is typed: sealed away, nothing shown, no word of it in the answer.

    204 kept · 410 kept, and the visit is over · 422 can't be kept as it is · 429 too soon.
    """
    now = timezone.now()
    if current_sitting(request, now):
        return _keep_typed(request, form=form, number=number)
    if put_down_late(request, form, number, now=now):
        return HttpResponse(status=KEPT_AND_OVER)
    return visit_over(request)


say_keep.access_rule = WITH_CARD  # type: ignore[attr-defined]  # carried by the view


@with_card
@while_answering
def _keep_typed(request: CardRequest, asking: Asking, number: int) -> HttpResponse:
    if is_too_soon(asking.draft, now=request.now) and "last" not in request.POST:
        return HttpResponse(status=TOO_SOON)
    if not 1 <= number <= asking.total:
        return HttpResponse(status=TO_MEND)
    screen, page_on = asking.screens[number - 1], page_mark(request.POST)
    helped, language = request.sitting.was_helped, written_in(request)
    posted = read_screen(screen, request.POST, may_hide=not helped, language=language)
    before = given_to(asking.draft, screen, page=page_on)
    given = merged(posted.given, before, hide=posted.hidden)
    keep_typed(asking.draft, given, page=page_on, position=number, now=request.now)
    return HttpResponse(status=TO_MEND if posted.errors else KEPT)


def _take_out(request: CardRequest, asking: Asking, screen: Screen, number: int) -> HttpResponse:
    for question in screen:
        if request.POST["take_out"] == question.id:
            take_out(asking.draft, question)
    return redirect("say_question", form=asking.form, number=number)


def _keep(request: CardRequest, asking: Asking, screen: Screen, number: int, posted: Posted) -> None:
    before = given_to(asking.draft, screen, page=page_mark(request.POST))
    if "declined" in request.POST:
        given = all_parts(screen, DECLINED)
    elif "skip" in request.POST:
        given = skipped(screen, before)
    else:
        given = merged(posted.given, before, hide=posted.hidden)
    goes_on = not request.POST.keys() & {"go", "order", *MAKING}
    given = given if goes_on else marked(given, posted.hidden)
    position = number + 1 if goes_on else number
    keep_draft_answers(asking.draft, given, position=position, now=request.now)


def _question_page(
    request: CardRequest,
    asking: Asking,
    screen: Screen,
    number: int,
    *,
    posted: Posted | None = None,
    before: dict[str, GivenAnswer] | None = None,
    not_saved: bool = False,
    status: int = 200,
) -> HttpResponse:
    nothing_made = before is not None and not any(given.made for given in before.values())
    kept = {} if nothing_made else kinds_on(asking.draft, screen)
    posted, before = posted or Posted(), before or {}
    first = request.GET.get("first", "")
    questions = [_asked(question, posted, before, first, kept, asking.form) for question in screen]
    context: dict[str, Any] = {
        **page(request, asking.opened),
        "questions": questions,
        "only": questions[0] if len(questions) == 1 else None,
        "number": number,
        "total": asking.total,
        "has_text": any(each["has_text"] for each in questions),
        "may_make": not request.ticket.is_unnamed,
        "may_hide": not request.sitting.was_helped and not request.ticket.is_unnamed,
        "errors": posted.errors,
        "not_saved": not_saved,
        "mark": get_random_string(MARK),
    }
    return render(request, "pages/responses/say_question.html", context, status=status)


def _asked(
    question: Question,
    posted: Posted,
    before: dict[str, GivenAnswer],
    first: str,
    kept: dict[str, set[str]],
    form: str,
) -> dict[str, Any]:
    shown = shown_question(
        question,
        state=state_of(question, before),
        first=first,
        typed=posted.typed,
        errors=posted.errors,
        kept=kept,
    )
    return {**shown, "recording_url": _sound_of(question, form)}


def _sound_of(question: Question, form: str) -> str:
    """The address of a person reading it aloud, in the language of the page or in English; empty without one."""
    return reverse("say_sound", kwargs={"form": form, "question": question.id}) if question.recording else ""
