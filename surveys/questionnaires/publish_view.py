"""The page between Publish and published: what is different, what it does to counting, and a yes or no."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from wagtail.admin import messages

from surveys.questionnaires.domain.confirming import SeenSomethingElse, prospect_of, publish_what_was_seen
from surveys.questionnaires.domain.publishing import NotReady
from surveys.questionnaires.models import Questionnaire
from surveys.questionnaires.permissions import can_edit_questions, can_publish_questions
from surveys.questionnaires.reasons import reasons_in_place
from surveys.questionnaires.studio_addresses import EDIT, PUBLISH

CONFLICT = 409
SOMEBODY_ELSE = "Somebody saved or published this while you were looking. Nothing was published. Here is how it is now."


def publish_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Everyone who writes questions may look; who may publish says yes."""
    if not can_edit_questions(request.user):
        raise PermissionDenied
    questionnaire = get_object_or_404(Questionnaire, pk=pk)
    if request.method != "POST":
        return _page(request, questionnaire)
    if not can_publish_questions(request.user):
        raise PermissionDenied
    return _publish(request, questionnaire)


def _publish(request: HttpRequest, questionnaire: Questionnaire) -> HttpResponse:
    seen = {name: _number(request.POST.get(name, "")) for name in ("revision", "number")}
    try:
        publish_what_was_seen(questionnaire, **seen, by=request.user)
    except SeenSomethingElse:
        return _page(request, questionnaire, problem=SOMEBODY_ELSE)
    except (NotReady, IntegrityError):
        return _page(request, questionnaire, problem="Nothing was published. Something was in the way; see below.")
    messages.success(request, f"Version {seen['number'] + 1} of “{questionnaire.title}” is in use now.")
    return redirect(EDIT, questionnaire.pk)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1


def _page(request: HttpRequest, questionnaire: Questionnaire, *, problem: str = "") -> HttpResponse:
    questionnaire = Questionnaire.objects.get(pk=questionnaire.pk)
    prospect = prospect_of(questionnaire)
    context: dict[str, Any] = {
        "questionnaire": questionnaire,
        "prospect": prospect,
        "reasons": reasons_in_place(prospect.reasons, prospect.draft),
        "problem": problem,
        "may_publish": can_publish_questions(request.user),
        "next_number": prospect.number + 1,
        "edit_url_name": EDIT,
        "publish_url_name": PUBLISH,
    }
    template = "pages/questionnaires/publish.html"
    return render(request, template, context, status=CONFLICT if problem else 200)
