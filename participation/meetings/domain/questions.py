"""Which questionnaires a card opens, and which questions are not asked."""

from dataclasses import dataclass

from core.age_bands import ReadingLevel
from participation.meetings.models import Invitation
from surveys.questionnaires.domain.choosing import find_questionnaire
from surveys.questionnaires.enums import FormKind
from surveys.questionnaires.models import Questionnaire
from surveys.responses.models import Ticket

NOT_WHILE_POLICE_ASK = frozenset({"Q07", "Q10", "Q12", "Q12a", "Q12b", "Q13"})
"""Asking these could harm a later interview (S4, Achieving Best Evidence)."""


@dataclass(frozen=True)
class Chosen:
    before: Questionnaire | None
    after: Questionnaire | None


def choose_questionnaires(invitation: Invitation) -> Chosen:
    """Before the meeting, the short set first (S23), and the five after it; None where none is published."""
    return Chosen(
        before=_find(invitation, FormKind.BEFORE),
        after=_find(invitation, FormKind.AFTER),
    )


def _find(invitation: Invitation, form: FormKind) -> Questionnaire | None:
    """Written for this reading level, else in the usual words of the band: better than no say at all."""
    for level in dict.fromkeys([invitation.level, ReadingLevel.STANDARD.value]):
        found = find_questionnaire(form, band=invitation.band, level=level)
        if found is not None:
            return found
    return None


def not_asked_with(ticket: Ticket) -> frozenset[str]:
    """Ids of questions that the young person with this card is not asked."""
    police_ask = Invitation.objects.filter(ticket=ticket, meeting__police_live=True).exists()
    return NOT_WHILE_POLICE_ASK if police_ask else frozenset()
