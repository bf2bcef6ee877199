"""Brings the "Questions" menu to the content studio at /cms/."""

from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from surveys.questionnaires.models import BankQuestion, Questionnaire, QuestionnaireVersion
from surveys.questionnaires.studio_policies import QuestionnairePolicy, ReadOnlyPolicy

# before the viewsets: Wagtail would else hand out a policy of its own
register_permission_policy(Questionnaire, QuestionnairePolicy(Questionnaire))
register_permission_policy(QuestionnaireVersion, ReadOnlyPolicy(QuestionnaireVersion))
register_permission_policy(BankQuestion, ReadOnlyPolicy(BankQuestion))

from surveys.questionnaires.viewsets import QuestionsGroup  # noqa: E402

register_snippet(QuestionsGroup)
