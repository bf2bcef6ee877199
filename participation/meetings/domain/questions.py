"""Which questionnaires a card opens, and which questions are not asked."""

from dataclasses import dataclass

from participation.meetings.models import Invitation
from surveys.questionnaires.domain.choosing import find_questionnaire
from surveys.questionnaires.enums import FormKind
from surveys.questionnaires.models import Questionnaire

NOT_WHILE_POLICE_ASK = frozenset({"Q07", "Q10", "Q12", "Q12a", "Q12b", "Q13"})
"""Asking these could harm a later interview (S4, Achieving Best Evidence)."""


@dataclass(frozen=True)
class Chosen:
    before: Questionnaire | None
    after: Questionnaire | None


def choose_questionnaires(invitation: Invitation) -> Chosen:
    """The short set before the meeting (S23) and the five after it; None where none is published."""
    band, level = invitation.band, invitation.level
    return Chosen(
        before=find_questionnaire(FormKind.BEFORE, band=band, level=level, length="short"),
        after=find_questionnaire(FormKind.AFTER, band=band, level=level),
    )


def not_asked_at(invitation: Invitation) -> frozenset[str]:
    """Ids of questions that this young person is not asked."""
    return NOT_WHILE_POLICE_ASK if invitation.meeting.police_live else frozenset()
