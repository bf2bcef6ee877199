"""Brings the "Questions" menu to the content studio at /cms/."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from surveys.questionnaires import language_views
from surveys.questionnaires.models import BankQuestion, Questionnaire, QuestionnaireVersion
from surveys.questionnaires.studio_policies import QuestionnairePolicy, ReadOnlyPolicy

# before the viewsets: Wagtail would else hand out a policy of its own
register_permission_policy(Questionnaire, QuestionnairePolicy(Questionnaire))
register_permission_policy(QuestionnaireVersion, ReadOnlyPolicy(QuestionnaireVersion))
register_permission_policy(BankQuestion, ReadOnlyPolicy(BankQuestion))

from surveys.questionnaires.viewsets import QuestionsGroup  # noqa: E402  after what it builds on

register_snippet(QuestionsGroup)


@hooks.register("register_admin_urls")
def pages_for_languages() -> list[URLPattern]:
    start = "questions/<int:pk>/languages/"
    return [
        path(start, language_views.languages, name="questionnaire_languages"),
        path(start + "<str:language>/", language_views.language, name="questionnaire_language"),
        path(start + "<str:language>/aloud/", language_views.recordings, name="questionnaire_recordings"),
        path("questions/<int:pk>/sounds/<str:digest>/", language_views.sound, name="questionnaire_sound"),
    ]


@hooks.register("register_snippet_listing_buttons")
def way_to_the_languages(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    if isinstance(snippet, Questionnaire):
        url = reverse("questionnaire_languages", args=[snippet.pk])
        yield Button("Languages and recordings", url, icon_name="globe", priority=15)
