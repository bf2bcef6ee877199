"""One question a page, or a few. What was typed is kept sealed and never shown back."""

from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from surveys.questionnaires.schema import Part, Question
from surveys.responses.access import CardRequest, with_card
from surveys.responses.domain.answers import DECLINED, GivenAnswer
from surveys.responses.domain.drafts import given_to, keep_draft_answers, state_of, take_out
from surveys.responses.domain.pieces import kinds_on
from surveys.responses.domain.screens import Screen
from surveys.responses.enums import PieceKind
from surveys.responses.forms import Posted, all_parts, field_name, merged, read_screen, skipped
from surveys.responses.views.aids import MAKING, after_keeping
from surveys.responses.views.asking import Asking, page, while_answering
from surveys.responses.views.late import keeps_late_words

RETRY_SECONDS = "30"
NOT_SAVED = 503
TO_MEND = 422
HOUSES = {"Q06": "house-good", "Q07": "house-worry", "Q08": "house-dream"}


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
        posted = read_screen(screen, request.POST, may_hide=not request.sitting.was_helped)
        if posted.errors and "skip" not in request.POST and "declined" not in request.POST:
            return _question_page(request, asking, screen, number, posted=posted, status=TO_MEND)
        _keep(request, asking, screen, number, posted)
    except (OperationalError, InterfaceError):
        response = _question_page(request, asking, screen, number, posted=posted, not_saved=True, status=NOT_SAVED)
        response["Retry-After"] = RETRY_SECONDS
        return response
    return after_keeping(request, asking, number)


def _take_out(request: CardRequest, asking: Asking, screen: Screen, number: int) -> HttpResponse:
    for question in screen:
        if request.POST["take_out"] == question.id:
            take_out(asking.draft, question)
    return redirect("say_question", form=asking.form, number=number)


def _keep(request: CardRequest, asking: Asking, screen: Screen, number: int, posted: Posted) -> None:
    if "declined" in request.POST:
        given = all_parts(screen, DECLINED)
    elif "skip" in request.POST:
        given = skipped(screen, given_to(asking.draft, screen))
    else:
        given = merged(posted.given, given_to(asking.draft, screen), hide=posted.hidden)
    goes_on = not request.POST.keys() & {"go", "order", *MAKING}
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
    posted, before = posted or Posted(), before or {}
    first = request.GET.get("first", "")
    kept = kinds_on(asking.draft, screen)
    questions = [_asked(question, posted, before, first, kept) for question in screen]
    context: dict[str, Any] = {
        **page(request, asking.opened),
        "questions": questions,
        "only": questions[0] if len(questions) == 1 else None,
        "number": number,
        "total": asking.total,
        "has_text": any(each["has_text"] for each in questions),
        "other_language": request.ticket.language != "en",  # no interpreter is on call for written words (S17)
        "may_make": not request.ticket.is_unnamed,
        "may_speak": not request.ticket.is_unnamed and request.ticket.language == "en",  # S17
        "may_hide": not request.sitting.was_helped and not request.ticket.is_unnamed,
        "is_easy": asking.draft.version.questionnaire.level == "easy-read",
        "together": asking.draft.together,
        "errors": posted.errors,
        "not_saved": not_saved,
    }
    return render(request, "pages/responses/say_question.html", context, status=status)


def _asked(
    question: Question, posted: Posted, before: dict[str, GivenAnswer], first: str, kept: dict[str, set[str]]
) -> dict[str, Any]:
    return {
        "question": question,
        "parts": [_shown(part, posted, kept) for part in _in_order(question, first)],
        "state": state_of(question, before),
        "has_text": any(part.is_text for part in question.parts),
        "is_single": question.is_single,
        "is_houses": any(part.kind == "houses" for part in question.parts) and not question.is_single,
    }


def _shown(part: Part, posted: Posted, kept: dict[str, set[str]]) -> dict[str, Any]:
    return {
        "has_drawing": PieceKind.DRAWING in kept.get(part.id, ()),
        "has_voice": PieceKind.VOICE in kept.get(part.id, ()),
        "part": part,
        "name": field_name(part),
        "typed": posted.typed.get(part.id, ""),
        "error": posted.errors.get(part.id, ""),
        "kind": part.kind.value,
        "symbol": HOUSES.get(part.id, "") if part.kind == "houses" else "",
    }


def _in_order(question: Question, first: str) -> list[Part]:
    """The house the child wants to begin with comes first; anything else in the address is ignored."""
    return sorted(question.parts, key=lambda part: part.id != first)
