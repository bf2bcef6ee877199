"""Who reads what by when, and the page on which it is read."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import allow
from accounts.requests import StaffRequest
from participation.listening.domain import readings
from participation.listening.domain.alerts import raise_alert
from participation.listening.domain.needed import interpreted_for
from participation.listening.domain.queue import item_of, queue_for
from participation.listening.domain.walls import is_named_reader
from participation.listening.enums import Route, Source, Urgency
from participation.listening.forms import ConcernForm
from participation.listening.interpreter_forms import InterpretedForm
from participation.listening.models import Reading
from participation.listening.permissions import can_listen
from participation.listening.shown import shown_words
from participation.listening.views.finding import find_response
from participation.listening.views.later_readers import tell_first_page, untold_lines
from surveys.responses.domain.hearing import HeardQuestion, heard_answers, heard_changes
from surveys.responses.domain.pieces import piece_of
from surveys.responses.enums import PieceKind
from surveys.responses.models import Response

ON_A_PAGE = 20
CONTENT_TYPES: dict[str, str] = {PieceKind.DRAWING: "image/png", PieceKind.VOICE: "audio/wav"}


@allow(can_listen)
@require_safe
def work_queue(request: StaffRequest) -> HttpResponse:
    now = timezone.now()
    items = queue_for(request.user, now=now)
    page = Paginator(items, ON_A_PAGE).get_page(request.GET.get("page"))
    overdue = sum(item.overdue for item in items)
    context = {
        "page": page,
        "total": len(items),
        "overdue": overdue,
        "now": now,
        "untold": untold_lines(request.user),
    }
    return render(request, "pages/listening/work_queue.html", context)


@allow(can_listen)
@require_safe
def work_reading(request: StaffRequest, response_id: UUID) -> HttpResponse:
    response = find_response(response_id)
    return _page(request, response, ConcernForm(initial={"once": uuid4().hex}))


@allow(can_listen)
@require_safe
def work_piece(request: StaffRequest, response_id: UUID, piece_id: UUID) -> HttpResponse:
    """A drawing or a voice note, to whoever may read the answer; opening it stands in the read log like words."""
    response = find_response(response_id)
    try:
        readings.open_to_read(response, by=request.user, now=timezone.now())
    except readings.NotForYou:
        raise Http404 from None
    piece = piece_of(response, piece_id)
    if piece is None:
        raise Http404
    return HttpResponse(piece.open(), content_type=CONTENT_TYPES[piece.kind])


@allow(can_listen)
@require_POST
def work_mark_read(request: StaffRequest, response_id: UUID) -> HttpResponse:
    """In another language only with the name of the interpreter whom the young person accepts (S17)."""
    response, now = find_response(response_id), timezone.now()
    item = item_of(response, user=request.user, now=now)
    if item is None:
        raise Http404
    helped = InterpretedForm(request.POST, needs=item.needs)
    if not helped.is_valid():
        fresh = ConcernForm(initial={"once": uuid4().hex})
        return _page(request, response, fresh, helped=helped, status=422)
    try:
        readings.mark_read(response, by=request.user, interpreted=helped.interpreted, now=now)
    except readings.NotForYou:
        raise Http404 from None
    messages.success(request, "Thank you. It is down as read by you.")
    return redirect("work_queue")


@allow(can_listen)
@require_POST
def work_concern(request: StaffRequest, response_id: UUID) -> HttpResponse:
    """Someone may get hurt: it goes to the safeguarding lead at once, and is down as read if it was understood."""
    response, form, now = find_response(response_id), ConcernForm(request.POST), timezone.now()
    if not form.is_valid():
        return _page(request, response, form, status=422)
    try:
        with transaction.atomic():
            readings.mark_read_if_understood(response, by=request.user, now=now)
            alert = raise_alert(
                source=Source.READER,
                urgency=Urgency.CONCERN,
                route=Route.SOMEONE_ELSE,
                about=form.cleaned_data["about"],
                ticket=response.ticket,
                response=response,
                by=request.user,
                once=f"reader:{response.pk.hex[:12]}:{form.cleaned_data['once']}",
                now=now,
            )
    except readings.NotForYou:
        raise Http404 from None
    messages.success(
        request, "The safeguarding lead has been told. Please also talk to them: a person, not only a page."
    )
    return redirect("work_alert", alert.pk)


def _page(
    request: StaffRequest,
    response: Response,
    form: ConcernForm,
    *,
    helped: InterpretedForm | None = None,
    status: int = 200,
) -> HttpResponse:
    now = timezone.now()
    item = item_of(response, user=request.user, now=now)
    if item is None:
        raise Http404
    if item.tell_first:
        return tell_first_page(request, item)
    try:
        readings.open_to_read(response, by=request.user, now=now)
    except readings.NotForYou:
        raise Http404 from None
    context = {
        "response": response,
        "item": item,
        "helped": helped or InterpretedForm(needs=item.needs),
        "interpreted": interpreted_for(response),
        "questions": [_shown(question) for question in heard_answers(response)],
        "changes": [(change, shown_words(change.words)) for change in heard_changes(response)],
        "readings": Reading.objects.filter(response=response).select_related("reader"),
        "form": form,
        "named_reader": is_named_reader(request.user, response, now=now),
    }
    return render(request, "pages/listening/work_reading.html", context, status=status)


def _shown(question: HeardQuestion) -> dict[str, object]:
    parts = [(part, shown_words(part.words)) for part in question.parts]
    return {"question": question, "parts": parts, "single": len(parts) == 1}
