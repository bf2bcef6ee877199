from surveys.questionnaires.models.bank import BankQuestion
from surveys.questionnaires.models.questionnaire import Questionnaire
from surveys.questionnaires.models.recording import QuestionRecording
from surveys.questionnaires.models.translation import QuestionnaireTranslation
from surveys.questionnaires.models.version import QuestionnaireVersion, VersionsNeverChange

__all__ = [
    "BankQuestion",
    "QuestionRecording",
    "Questionnaire",
    "QuestionnaireTranslation",
    "QuestionnaireVersion",
    "VersionsNeverChange",
]
