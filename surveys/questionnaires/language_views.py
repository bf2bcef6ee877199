"""A questionnaire in other languages, and read aloud: the pages of the content studio where staff put them in."""

import functools
from collections.abc import Callable, Mapping
from typing import Any, Concatenate, ParamSpec

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from core.playing import played
from surveys.questionnaires.domain.recording import keep_recording, recordings_of, remove_recording, said_in
from surveys.questionnaires.domain.translating import (
    OTHER_LANGUAGES,
    ChangedMeanwhile,
    all_sheets,
    newest_draft,
    save_words,
    sheet_of,
    sign,
    spoken_question,
    spoken_schema,
)
from surveys.questionnaires.language_forms import RecordingForm, SignatureForm, texts_in
from surveys.questionnaires.models import Questionnaire, QuestionRecording
from surveys.questionnaires.permissions import can_edit_questions
from surveys.questionnaires.schema_checks import NotASchema
from surveys.questionnaires.schema_words import ENGLISH, words_of_question

P = ParamSpec("P")
TO_MEND, CONFLICT = 422, 409
CHANGED = (
    "Somebody else changed this language, or the English, since you opened the page. Nothing of yours is saved yet. "
    "It is still in the boxes; what is saved stands under each box. Look at both, then save again."
)
SAVED = "Saved. Nobody has signed it as it stands now."
SIGNED = "Saved and signed. Young people see it once an administrator publishes the questionnaire."
KEPT = "The recording is kept. Young people hear it once an administrator publishes the questionnaire."


def for_editors(
    view: Callable[Concatenate[HttpRequest, Questionnaire, P], HttpResponse],
) -> Callable[..., HttpResponse]:
    @functools.wraps(view)
    def guarded(request: HttpRequest, pk: int, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not can_edit_questions(request.user):
            raise PermissionDenied
        questionnaire = get_object_or_404(Questionnaire, pk=pk)
        try:
            return view(request, questionnaire, *args, **kwargs)
        except NotASchema as problem:
            context = {"questionnaire": questionnaire, "problem": str(problem)}
            return render(request, "pages/questionnaires/languages.html", context)

    return guarded


@require_safe
@for_editors
def languages(request: HttpRequest, questionnaire: Questionnaire) -> HttpResponse:
    context = {"questionnaire": questionnaire, "sheets": all_sheets(questionnaire)}
    return render(request, "pages/questionnaires/languages.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_editors
def language(request: HttpRequest, questionnaire: Questionnaire, language: str) -> HttpResponse:
    """English beside one other language, and the signature under both."""
    if language not in OTHER_LANGUAGES:
        raise Http404
    if request.method == "POST":
        return _save(request, questionnaire, language)
    return _words_page(request, questionnaire, language, SignatureForm())


def _save(request: HttpRequest, questionnaire: Questionnaire, language: str) -> HttpResponse:
    form = SignatureForm(request.POST if "sign" in request.POST else None)
    typed = texts_in(request.POST)
    if form.is_bound and not form.is_valid():
        return _words_page(request, questionnaire, language, form, typed=typed, status=TO_MEND)
    try:
        _keep(request, questionnaire, language, typed, form.cleaned_data if form.is_bound else None)
    except ChangedMeanwhile:
        return _words_page(request, questionnaire, language, form, typed=typed, problem=CHANGED, status=CONFLICT)
    except ValidationError as refused:
        problem = " ".join(refused.messages)
        return _words_page(request, questionnaire, language, form, typed=typed, problem=problem, status=TO_MEND)
    messages.success(request, SIGNED if form.is_bound else SAVED)
    return redirect("questionnaire_language", pk=questionnaire.pk, language=language)


@transaction.atomic
def _keep(
    request: HttpRequest, questionnaire: Questionnaire, language: str, typed: dict[str, str], signed: Any
) -> None:
    """What is signed is what stood on the page: saved first, in one transaction."""
    now, seen = timezone.now(), request.POST.get("seen", "")
    sheet = save_words(questionnaire, language, typed, seen=seen, by=request.user, now=now)
    if signed is not None:
        name, who, on = signed["checked_by"], signed["checked_as"], signed["checked_on"]
        sign(questionnaire, language, name=name, who=who, on=on, seen=sheet.seen, by=request.user, now=now)


def _words_page(
    request: HttpRequest,
    questionnaire: Questionnaire,
    language: str,
    form: SignatureForm,
    *,
    typed: Mapping[str, str] | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    sheet = sheet_of(questionnaire, language)
    lines = [{"line": line, "typed": (typed or {}).get(line.key, line.text)} for line in sheet.lines]
    seen = sheet.seen if typed is None or problem else request.POST.get("seen", "")
    context = {
        "questionnaire": questionnaire,
        "sheet": sheet,
        "lines": lines,
        "seen": seen,
        "form": form,
        "problem": problem,
    }
    return render(request, "pages/questionnaires/language.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_editors
def recordings(request: HttpRequest, questionnaire: Questionnaire, language: str) -> HttpResponse:
    """One slot for each question: the words to read aloud, and the recording of them."""
    if language not in (ENGLISH, *OTHER_LANGUAGES):
        raise Http404
    if request.method != "POST":
        return _recordings_page(request, questionnaire, language)
    question = request.POST.get("question", "")
    if "remove" in request.POST:
        row = get_object_or_404(QuestionRecording, questionnaire=questionnaire, language=language, question=question)
        remove_recording(row, by=request.user, now=timezone.now())
        return redirect("questionnaire_recordings", pk=questionnaire.pk, language=language)
    return _record(request, questionnaire, language, question)


def _record(request: HttpRequest, questionnaire: Questionnaire, language: str, question: str) -> HttpResponse:
    form = RecordingForm(request.POST, request.FILES, prefix=question)
    try:
        spoken = spoken_question(questionnaire, language, question)
    except KeyError:
        raise Http404 from None
    if form.is_valid():
        given = form.cleaned_data
        about = {"speaker": given["speaker"], "on": given["spoken_on"], "by": request.user, "now": timezone.now()}
        try:
            keep_recording(questionnaire, spoken, language=language, data=given["file"], **about)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, KEPT)
            return redirect("questionnaire_recordings", pk=questionnaire.pk, language=language)
    return _recordings_page(request, questionnaire, language, mending=(question, form), status=TO_MEND)


def _recordings_page(
    request: HttpRequest,
    questionnaire: Questionnaire,
    language: str,
    *,
    mending: tuple[str, RecordingForm] | None = None,
    status: int = 200,
) -> HttpResponse:
    there = {row.question: row for row in recordings_of(questionnaire) if row.language == language}
    slots = []
    for question in spoken_schema(newest_draft(questionnaire)).in_language(language).questions:
        row = there.get(question.id)
        form = mending[1] if mending and mending[0] == question.id else RecordingForm(prefix=question.id)
        slots.append(
            {
                "question": question,
                "words": [text for _, text in words_of_question(question)],
                "row": row,
                "is_old": row is not None and row.said != said_in(question),
                "form": form,
            }
        )
    context = {"questionnaire": questionnaire, "sheet": sheet_of(questionnaire, language), "slots": slots}
    return render(request, "pages/questionnaires/recordings.html", context, status=status)


@require_safe
@for_editors
def sound(request: HttpRequest, questionnaire: Questionnaire, digest: str) -> HttpResponse:
    if not QuestionRecording.objects.filter(questionnaire=questionnaire, sound_id=digest).exists():
        raise Http404
    return played(request, digest)
