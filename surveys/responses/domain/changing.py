"""Changing one's mind and taking back are wishes that a person sees, never erasure (S5, AC-56)."""

import datetime as dt

from django.db import transaction

from core.plain_words import clean_words
from surveys.responses import registry
from surveys.responses.enums import ChangeKind
from surveys.responses.models import ChangeRequest, Response

MOST_OPEN = 20


class TooManyAsked(Exception):
    """So many wishes wait already that a person has to talk with the child first."""


@transaction.atomic
def ask_to_change(
    response: Response, *, kind: str, words: str, language: str = "en", now: dt.datetime
) -> ChangeRequest:
    """Keeps the wish beside what was sent. A wish to take back also keeps the answers out of later counts.

    Raises WordsRefused, and TooManyAsked when twenty wishes wait unseen.
    """
    text = clean_words(words)
    response = Response.objects.select_for_update().get(pk=response.pk)
    waiting = ChangeRequest.objects.filter(response=response, seen_at=None)
    if waiting.count() >= MOST_OPEN:
        raise TooManyAsked
    asked = ChangeRequest.objects.create(
        response=response, kind=ChangeKind(kind), words=text, language=language if text else "en", asked_at=now
    )
    if kind == ChangeKind.TAKE_BACK and response.take_back_asked_at is None:
        response.take_back_asked_at = now
        response.save(update_fields=["take_back_asked_at"])
    for hook in registry.register_on_change.functions:
        hook(asked, now)
    return asked
