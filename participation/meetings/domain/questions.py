"""Which questionnaires a card opens."""

from dataclasses import dataclass

from participation.meetings.models import Invitation
from surveys.questionnaires.domain.choosing import find_questionnaire
from surveys.questionnaires.enums import FormKind
from surveys.questionnaires.models import Questionnaire, QuestionnaireVersion

NOT_WHILE_POLICE_ASK = frozenset({"Q07", "Q10", "Q12", "Q13"})
"""Asking these could harm a later interview (S4, Achieving Best Evidence)."""


@dataclass(frozen=True)
class Chosen:
    before: Questionnaire | None
    after: Questionnaire | None


def choose_questionnaires(invitation: Invitation) -> Chosen:
    """The short set before the meeting (S23) and the five after it; None where none is published."""
    before = find_questionnaire(
        FormKind.BEFORE, band=invitation.band, level=invitation.level, length="short"
    )
    if invitation.meeting.police_live:
        before = _without_worries(before, invitation)
    return Chosen(before=before, after=find_questionnaire(FormKind.AFTER, band=invitation.band, level=invitation.level))


def asks_about_worries(version: QuestionnaireVersion) -> bool:
    """Whether it holds a question that is not asked while police ask."""
    return any(_stem(question.id) in NOT_WHILE_POLICE_ASK for question in version.schema.questions) or any(
        _stem(part.id) in NOT_WHILE_POLICE_ASK for question in version.schema.questions for part in question.parts
    )


def _stem(question_id: str) -> str:
    """"Q13-home" and "Q12b" belong to Q13 and Q12."""
    return question_id[:3]


def _without_worries(first_choice: Questionnaire | None, invitation: Invitation) -> Questionnaire | None:
    """A published set for this band that asks none of them, the usual one first. Never trimmed per child (D3)."""
    same_level = Questionnaire.objects.filter(
        form=FormKind.BEFORE, band__in=[invitation.band, ""], level=invitation.level, live=True
    ).order_by("-length", "slug")
    for questionnaire in [first_choice, *same_level]:
        version = questionnaire.current_version() if questionnaire else None
        if version is not None and not asks_about_worries(version):
            return questionnaire
    return None
