from surveys.questionnaires.models.bank import BankQuestion
from surveys.questionnaires.models.questionnaire import Questionnaire
from surveys.questionnaires.models.version import QuestionnaireVersion, VersionsNeverChange

__all__ = ["BankQuestion", "Questionnaire", "QuestionnaireVersion", "VersionsNeverChange"]
