"""The "Questions" part of the content studio."""

from typing import Any

from django.db.models import Max, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.snippets.views.snippets import (
    CopyView,
    CreateView,
    EditView,
    IndexView,
    InspectView,
    SnippetViewSet,
    SnippetViewSetGroup,
)

from surveys.questionnaires.domain.copying import copy_of
from surveys.questionnaires.models import BankQuestion, Questionnaire, QuestionnaireVersion
from surveys.questionnaires.panels import QUESTIONNAIRE_EDITOR
from surveys.questionnaires.publish_view import publish_page
from surveys.questionnaires.studio_addresses import PUBLISH
from surveys.questionnaires.studio_context import beside_the_form


class QuestionnaireIndex(IndexView):
    def get_base_queryset(self) -> QuerySet[Questionnaire]:
        return super().get_base_queryset().annotate(newest=Max("versions__number"))


class LooksBeforePublishing:
    """Pressing Publish keeps the draft and leads to the page that shows what is different; nothing is published yet."""

    object: Questionnaire
    error_message = None  # every mistake stands once, in the list above the form

    def publish_action(self) -> HttpResponse:
        return redirect(PUBLISH, self.object.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]  # the view beside it has the method
        return context | beside_the_form(context["form"])


class QuestionnaireAdd(LooksBeforePublishing, CreateView):
    pass


class QuestionnaireEdit(LooksBeforePublishing, EditView):
    pass


class QuestionnaireCopy(LooksBeforePublishing, CopyView):
    """Starts a row of its own: Wagtail's view would post back to the row it copies and take it out of use."""

    def get_initial_form_instance(self) -> Questionnaire:
        return copy_of(self.get_object())


class QuestionnaireViewSet(SnippetViewSet):
    model = Questionnaire
    index_view_class = QuestionnaireIndex
    add_view_class = QuestionnaireAdd
    edit_view_class = QuestionnaireEdit
    create_template_name = "pages/questionnaires/create.html"
    edit_template_name = "pages/questionnaires/edit.html"
    copy_view_class = QuestionnaireCopy
    icon = "form"
    menu_label = "Questionnaires"
    edit_handler = QUESTIONNAIRE_EDITOR
    list_display = [
        "title",
        Column("get_form_display", label="When", sort_key="form"),
        Column("get_band_display", label="Age", sort_key="band"),
        Column("get_level_display", label="Reading level"),
        Column("get_length_display", label="Length"),
        BooleanColumn("named", label="Named"),
        Column("newest", label="Version"),
        BooleanColumn("live", label="In use"),
    ]
    list_filter = ["form", "band", "level", "length", "live"]
    search_fields = ["title", "slug"]
    list_per_page = 50

    def get_urlpatterns(self) -> list[Any]:
        return [*super().get_urlpatterns(), path("publish/<int:pk>/", publish_page, name="publish")]


class VersionInspect(InspectView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"screens": self.object.schema.questions}


class VersionViewSet(SnippetViewSet):
    model = QuestionnaireVersion
    icon = "history"
    menu_label = "Published versions"
    inspect_view_enabled = True
    inspect_view_class = VersionInspect
    inspect_template_name = "pages/questionnaires/version.html"
    copy_view_enabled = False
    list_display = ["__str__", "number", DateColumn("frozen_at", label="Published"), "content_hash"]
    list_filter = ["questionnaire"]
    ordering = ["-frozen_at", "questionnaire_id", "-number"]
    list_per_page = 50


class BankViewSet(SnippetViewSet):
    model = BankQuestion
    icon = "help"
    menu_label = "Question bank"
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields = ["key", "wording", "band", "level", "version", "added_at"]
    list_display = [
        "key",
        "wording",
        Column("get_band_display", label="Age", sort_key="band"),
        Column("get_level_display", label="Reading level"),
        "version",
    ]
    list_filter = ["band", "level"]
    search_fields = ["key", "wording"]
    list_per_page = 100


class QuestionsGroup(SnippetViewSetGroup):
    menu_label = "Questions"
    menu_icon = "form"
    menu_order = 150
    items = (QuestionnaireViewSet, VersionViewSet, BankViewSet)
