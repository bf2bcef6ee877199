"""Draw it, or say it out loud, instead of writing. What is made here is kept sealed and never shown back."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from django_permissions_policy.decorators import permissions_policy_override

from core.uploads import takes_files
from surveys.questionnaires.schema import Part
from surveys.responses.access import CardRequest, with_card
from surveys.responses.domain.made import LONGEST_SECONDS
from surveys.responses.domain.pieces import keep_piece, may_be_made
from surveys.responses.domain.screens import number_of
from surveys.responses.enums import PieceKind
from surveys.responses.views.asking import Asking, page, while_answering
from surveys.responses.views.writing import writing_of, written_in

TO_MEND, NOT_SAVED, RETRY_SECONDS = 422, 503, "30"
MAY_LISTEN: dict[str, str | list[str] | tuple[str]] = {**settings.PERMISSIONS_POLICY, "microphone": ["self"]}


@takes_files
@with_card
@require_http_methods(["GET", "HEAD", "POST"])
@while_answering
def say_draw(request: CardRequest, asking: Asking, part: str) -> HttpResponseBase:
    return _make(request, asking, part, PieceKind.DRAWING)


@takes_files
@permissions_policy_override(MAY_LISTEN)
@with_card
@require_http_methods(["GET", "HEAD", "POST"])
@while_answering
def say_aloud(request: CardRequest, asking: Asking, part: str) -> HttpResponseBase:
    """The one page that may ask for the microphone; a voice in another language needs an interpreter first (S17).

    What was spoken while somebody was on call is kept, even if nobody is by now.
    """
    if request.method != "POST" and writing_of(request).is_shut:
        raise Http404
    return _make(request, asking, part, PieceKind.VOICE)


def _make(request: CardRequest, asking: Asking, part_id: str, kind: PieceKind) -> HttpResponse:
    part = _part(request, asking, part_id)
    if request.method != "POST":
        return _page(request, asking, part, kind)
    sent = request.FILES.get("made")
    number = number_of(asking.schema.question_of(part.id).id, asking.screens)
    try:
        data = sent.read() if sent is not None else b""
        keep_piece(
            asking.draft,
            part,
            kind=kind,
            data=data,
            position=number,
            language=written_in(request),
            now=request.now,
        )
    except ValidationError as refused:
        return _page(request, asking, part, kind, error=" ".join(refused.messages), status=TO_MEND)
    except (OperationalError, InterfaceError):
        words = _("This is not saved yet. Keep this page open, wait a little, then try again.")
        response = _page(request, asking, part, kind, error=words, status=NOT_SAVED)
        response["Retry-After"] = RETRY_SECONDS
        return response
    return redirect("say_question", form=asking.form, number=number)


def _part(request: CardRequest, asking: Asking, part_id: str) -> Part:
    try:
        part = asking.schema.part(part_id)
    except KeyError:
        raise Http404 from None
    if not may_be_made(part, request.ticket):
        raise Http404
    return part


def _page(
    request: CardRequest, asking: Asking, part: Part, kind: PieceKind, *, error: str = "", status: int = 200
) -> HttpResponse:
    question = asking.schema.question_of(part.id)
    context = {
        **page(request, asking.opened),
        "question": question,
        "part": part,
        "number": number_of(question.id, asking.screens),
        "error": error,
        "longest": LONGEST_SECONDS,
        "minutes": LONGEST_SECONDS // 60,
    }
    name = "say_draw" if kind == PieceKind.DRAWING else "say_aloud"
    return render(request, f"pages/responses/{name}.html", context, status=status)
