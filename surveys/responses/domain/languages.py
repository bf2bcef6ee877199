"""Which language a young person uses, and which ones words were given in. No word is opened to know it."""

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import get_language

from core.catalogues import is_open
from core.languages import language_of
from surveys.responses.models import ChangeRequest, Piece, Ticket, Words

ENGLISH = "en"


def own_language(ticket: Ticket) -> str:
    """The language of the page; or that of the card, where the page is in English because we lack words of it."""
    active = language_of(get_language())
    if active != ENGLISH or is_open(ticket.language):
        return active
    return ticket.language


def other_languages(response_ids: Iterable[UUID]) -> dict[UUID, tuple[str, ...]]:
    """Response id → languages but English of its words, voices and wishes, in three queries."""
    ids = list(response_ids)
    found: dict[UUID, set[str]] = {}
    for rows in (
        Words.objects.filter(answer__response__in=ids).values_list("answer__response_id", "language"),
        Piece.objects.filter(answer__response__in=ids).values_list("answer__response_id", "language"),
        ChangeRequest.objects.filter(response__in=ids).values_list("response_id", "language"),
    ):
        for response_id, language in rows.exclude(language=ENGLISH):
            found.setdefault(response_id, set()).add(language)
    return {response_id: tuple(sorted(languages)) for response_id, languages in found.items()}
