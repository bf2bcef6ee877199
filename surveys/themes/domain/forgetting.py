"""When words go, what was made of them goes too (D5); what two people agreed stays, as ids of themes."""

from uuid import UUID

from surveys.themes.models import Coding, QuoteCandidate


def forget_words_of(response_id: UUID) -> None:
    QuoteCandidate.objects.filter(answer__response_id=response_id).delete()
    Coding.objects.filter(answer__response_id=response_id).delete()
