"""One question a screen. What was typed is kept sealed and never shown back."""

from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from surveys.questionnaires.schema import Part, Question
from surveys.responses.access import CardRequest, with_card
from surveys.responses.domain.answers import DECLINED
from surveys.responses.domain.drafts import given_to, keep_draft_answers, state_of, take_out
from surveys.responses.forms import Posted, all_parts, field_name, merged, read_question, skipped
from surveys.responses.views.aids import after_keeping
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
    question = asking.schema.questions[number - 1]
    if request.method == "POST":
        return _answer(request, asking, question, number)
    before = given_to(asking.draft, question)
    return _question_page(request, asking, question, number, state=state_of(question, before))


def _answer(request: CardRequest, asking: Asking, question: Question, number: int) -> HttpResponse:
    posted = Posted()
    try:
        if "take_out" in request.POST:
            take_out(asking.draft, question)
            return redirect("say_question", form=asking.form, number=number)
        posted = read_question(question, request.POST, may_hide=not request.sitting.was_helped)
        if posted.errors and "skip" not in request.POST and "declined" not in request.POST:
            return _question_page(request, asking, question, number, posted=posted, status=TO_MEND)
        _keep(request, asking, question, number, posted)
    except (OperationalError, InterfaceError):
        response = _question_page(request, asking, question, number, posted=posted, not_saved=True, status=NOT_SAVED)
        response["Retry-After"] = RETRY_SECONDS
        return response
    return after_keeping(request, asking, number)


def _keep(request: CardRequest, asking: Asking, question: Question, number: int, posted: Posted) -> None:
    if "declined" in request.POST:
        given = all_parts(question, DECLINED)
    elif "skip" in request.POST:
        given = skipped(question, given_to(asking.draft, question))
    else:
        given = merged(posted.given, given_to(asking.draft, question), hide=posted.hide)
    goes_on = "go" not in request.POST and "order" not in request.POST
    position = min(number + 1, asking.total) if goes_on else number
    keep_draft_answers(asking.draft, given, position=position, now=request.now)


def _question_page(
    request: CardRequest,
    asking: Asking,
    question: Question,
    number: int,
    *,
    posted: Posted | None = None,
    state: str = "",
    not_saved: bool = False,
    status: int = 200,
) -> HttpResponse:
    posted = posted or Posted()
    context: dict[str, Any] = {
        **page(request, asking.opened),
        "question": question,
        "parts": [_shown(part, posted) for part in _in_order(question, request.GET.get("first", ""))],
        "number": number,
        "total": asking.total,
        "state": state,
        "has_text": any(part.is_text for part in question.parts),
        "other_language": request.ticket.language != "en",  # no interpreter is on call for written words (S17)
        "is_houses": any(part.kind == "houses" for part in question.parts) and len(question.parts) > 1,
        "is_single": len(question.parts) == 1,
        "may_hide": not request.sitting.was_helped and not request.ticket.is_unnamed,
        "is_easy": asking.draft.version.questionnaire.level == "easy-read",
        "errors": posted.errors,
        "not_saved": not_saved,
    }
    return render(request, "pages/responses/say_question.html", context, status=status)


def _shown(part: Part, posted: Posted) -> dict[str, Any]:
    return {
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
