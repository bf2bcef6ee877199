"""Check before send: what was answered (never the words), the one sharing choice, and the send itself."""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from surveys.questionnaires.schema import Question
from surveys.responses import held, registry
from surveys.responses.access import CardRequest, hands_back, say_thanks, with_card
from surveys.responses.domain.answers import GivenAnswer
from surveys.responses.domain.drafts import given_so_far, is_left_behind, state_of, to_send
from surveys.responses.domain.languages import own_language
from surveys.responses.domain.sending import AlreadySent, Closed, SendingChoices, send_response
from surveys.responses.domain.shown import read_signed, shown, signed
from surveys.responses.enums import AnswerState, FilledBy, TicketKind
from surveys.responses.forms import Review, read_review
from surveys.responses.views.asking import Asking, closed_page, page, while_answering

RETRY_SECONDS = "30"
NOT_SAVED = 503
PAGE = held.REVIEW
NAMED_ON_A_CARD = [True, True]  # the worker and the person who runs the meeting, and nobody else
STATE_WORDS = {
    AnswerState.ANSWERED: "answered",
    AnswerState.DECLINED: "declined",
    AnswerState.SKIPPED: "skipped",
    AnswerState.NOT_ASKED: "not_yet",
}


@with_card
@require_http_methods(["GET", "HEAD", "POST"])
@while_answering
def say_check(request: CardRequest, asking: Asking) -> HttpResponseBase:
    so_far = given_so_far(asking.draft)
    if request.method != "POST":
        return _check_page(request, asking, so_far, _held_review(request), key=uuid.uuid4().hex)
    review = _review(request)
    key = request.POST.get("key", "")[:64] or uuid.uuid4().hex
    if "send" not in request.POST:
        return _check_page(request, asking, so_far, review, key=key, preview="preview" in request.POST)
    try:
        return _send(request, asking, so_far, review, key)
    except (OperationalError, InterfaceError):
        response = _check_page(request, asking, so_far, review, key=key, not_saved=True, status=NOT_SAVED)
        response["Retry-After"] = RETRY_SECONDS
        return response


def _held_review(request: CardRequest) -> Review:
    """The ticks as they were when a control was pressed here. Who was telling them what to put is never shown again."""
    kept = QueryDict(mutable=True)
    for name, values in held.held_on(request, PAGE).items():
        kept.setlist(name, values)
    return replace(read_review(kept), watched="") if held.is_held(request, PAGE) else Review()


def _review(request: CardRequest) -> Review:
    """What is ticked now; what the page does not show again is taken from before."""
    review, before = read_review(request.POST), held.held_on(request, PAGE).get("watched", [""])
    watched = before[0] if before[0] in ("yes", "no") else ""
    return review if review.watched else replace(review, watched=watched)


def _send(
    request: CardRequest, asking: Asking, so_far: dict[str, GivenAnswer], review: Review, key: str
) -> HttpResponse:
    try:
        send_response(
            request.ticket,
            form=asking.form,
            answers=_marked(asking, so_far, review),
            choices=_choices(request, asking, review),
            idempotency_key=key,
            version=asking.draft.version,
            now=request.now,
        )
    except Closed:
        return closed_page(request, asking.opened)
    except AlreadySent:
        pass  # the other tab was first: what is stored stays, and the page says so
    held.let_go(request, PAGE)
    named = not request.ticket.is_unnamed
    goes_on = request.ticket.kind == TicketKind.MEETING  # a one-answer code is used up now
    say_thanks(request, asking.form, named=named, goes_on=goes_on, now=request.now)
    response = redirect("say_sent", form=asking.form)
    response.status_code = 303
    return hands_back(request, response)


def _marked(asking: Asking, so_far: dict[str, GivenAnswer], review: Review) -> dict[str, GivenAnswer]:
    """The draft's answers with the marks of the review: heard at the meeting, words may be used."""
    marked = {}
    going = to_send(asking.schema, so_far)
    for question in asking.schema.questions:
        for part in question.parts:
            if part.id in going:
                given = going[part.id]
                quote = review.use_words and part.is_text and not question.is_chair_only
                marked[part.id] = replace(
                    given,
                    share=review.is_heard(question, part) and given.state == AnswerState.ANSWERED,
                    may_quote=quote and not given.hide_from_parents,
                )
    return marked


def _choices(request: CardRequest, asking: Asking, review: Review) -> SendingChoices:
    return SendingChoices(
        share=review.share,
        ok_to_count=review.count,
        writers_may_read=review.writers,
        may_use_words=review.use_words,
        filled_by=review.filled_by,
        helped_by=request.sitting.helper or asking.draft.helped_by,
        was_watched="" if request.sitting.was_helped else review.watched,
        language=own_language(request.ticket),
        shown=read_signed(request.POST.get("shown", ""), ticket=request.ticket),
    )


def _check_page(
    request: CardRequest,
    asking: Asking,
    so_far: dict[str, GivenAnswer],
    review: Review,
    *,
    key: str,
    preview: bool = False,
    not_saved: bool = False,
    status: int = 200,
) -> HttpResponse:
    rows = [
        check_row(number, screen_number, question, so_far, review)
        for number, (screen_number, question) in enumerate(_in_turn(asking), start=1)
    ]
    readers, writers = registry.who_reads(request.ticket), registry.report_writers(request.ticket)
    context: dict[str, Any] = {
        **page(request, asking.opened),
        "both_read": [person.is_named for person in readers] == NAMED_ON_A_CARD or not readers,
        "reader_names": ", ".join(person.name for person in readers),
        "writer_names": ", ".join(person.name for person in writers),
        "rows": rows,
        "total": asking.total,
        "review": review,
        "to_hear": [tick["about"] for row in rows for tick in row["ticks"] if tick["heard"]],
        "key": key,
        "preview": preview,
        "not_saved": not_saved,
        "who_filled": FilledBy.choices,
        "may_ask_alone": not request.sitting.was_helped,
        "longer": asking.draft.version.questionnaire.longer_id,
        "left_behind": is_left_behind(asking.schema, so_far),
        "nothing_yet": not to_send(asking.schema, so_far),
        "readers": readers,
        "shown": signed(shown(readers, writers), ticket=request.ticket),
    }
    return render(request, "pages/responses/say_check.html", context, status=status)


def _in_turn(asking: Asking) -> Iterator[tuple[int, Question]]:
    """Each question with the page it stands on."""
    for number, screen in enumerate(asking.screens, start=1):
        for question in screen:
            yield number, question


def check_row(
    number: int, screen: int, question: Question, so_far: Mapping[str, GivenAnswer], review: Review
) -> dict[str, Any]:
    state = state_of(question, so_far)
    return {
        "number": number,
        "screen": screen,
        "question": question,
        "state": STATE_WORDS[AnswerState(state)],
        "ticks": [] if question.is_chair_only else _ticks(question, so_far, review),
    }


def _ticks(question: Question, so_far: Mapping[str, GivenAnswer], review: Review) -> list[dict[str, Any]]:
    """What people at the meeting may hear: the question as a whole, or each house that was filled (S8)."""
    filled = [part for part in question.parts if part.id in so_far and so_far[part.id].state == AnswerState.ANSWERED]
    if question.is_houses:
        return [{"about": part, "house": True, "heard": review.is_heard(question, part)} for part in filled]
    return [{"about": question, "house": False, "heard": question.id in review.heard}] if filled else []
