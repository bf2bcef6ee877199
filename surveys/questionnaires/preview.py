"""What an editor sees beside the form: the young person's screens, which send and store nothing."""

from typing import Any

from django.http import HttpRequest
from django.template.response import TemplateResponse

from core.age_bands import AgeBand, ReadingLevel
from surveys.questionnaires.schema import Schema
from surveys.questionnaires.schema_checks import NotASchema

AS_IT_IS = ""
PREVIEW_MODES = [
    (AS_IT_IS, "As it is"),
    *(
        (f"{band.value}/{level.value}", f"In the words for {band.label} · {level.label}")
        for band in AgeBand
        for level in ReadingLevel
    ),
]


def preview(questionnaire: Any, request: HttpRequest, mode: str) -> TemplateResponse:
    """Problems are shown in words in the preview too, so that half-written questions never break it."""
    from surveys.questionnaires.domain.assembling import schema_of

    band, _, level = mode.partition("/")
    try:
        schema = schema_of(questionnaire, band=band or None, level=level or None)
        problem = ""
    except (NotASchema, ValueError, KeyError) as broken:
        schema, problem = Schema(()), str(broken)
    context = {"questionnaire": questionnaire, "screens": schema.questions, "problem": problem}
    return TemplateResponse(request, "pages/questionnaires/preview.html", context)
