"""Whether anything of a questionnaire went out."""

from surveys.questionnaires.models import QuestionnaireVersion


def nothing_was_published(questionnaire):
    questionnaire.refresh_from_db()
    return not questionnaire.live and not QuestionnaireVersion.objects.filter(questionnaire=questionnaire).exists()
