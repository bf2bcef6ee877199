"""A question read aloud by a person: only with the card, only what this version asks."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from core.playing import played
from surveys.responses.access import CardRequest, with_card
from surveys.responses.views.asking import Asking, while_answering


@with_card
@require_safe
@while_answering
def say_sound(request: CardRequest, asking: Asking, question: str) -> HttpResponse:
    try:
        recording = asking.schema.question(question).recording
    except KeyError:
        raise Http404 from None
    if recording is None:
        raise Http404
    return played(request, recording.digest)
