"""What an editor sees beside the form: the young person's screens, which send and store nothing."""

from typing import Any

from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils import translation

from core.age_bands import AgeBand, ReadingLevel
from core.languages import LANGUAGES
from surveys.questionnaires.domain.looking import draft_for
from surveys.questionnaires.reasons import reasons_in_place
from surveys.questionnaires.schema import Schema
from surveys.questionnaires.schema_checks import NotASchema
from surveys.questionnaires.shown import shown_question

ENGLISH = "en"
PHONE, TABLET, DESK = 360, 768, 1280
SIZES = [
    {"name": "phone", "icon": "mobile-alt", "device_width": PHONE, "label": f"On a phone ({PHONE} wide)"},
    {"name": "tablet", "icon": "tablet-alt", "device_width": TABLET, "label": "On a tablet"},
    {"name": "desk", "icon": "desktop", "device_width": DESK, "label": "On a computer"},
]


def modes_of() -> list[tuple[str, str]]:
    """As it is, then every age, reading level and language together."""
    return [
        ("", "As it is"),
        *(
            (f"{band.value}/{level.value}/{each.code}", f"{band.label} · {level.label} · {each.own_name}")
            for band in AgeBand
            for level in ReadingLevel
            for each in LANGUAGES.values()
        ),
    ]


def preview(questionnaire: Any, request: HttpRequest, mode: str) -> TemplateResponse:
    """Problems are shown in words in the preview too, so that half-written questions never break it.

    ``mode``: age, reading level and language between slashes; what is left empty stands as the draft has it.
    """
    band, level, language = (*mode.split("/"), "", "")[:3] if mode else ("", "", "")
    language = language if language in LANGUAGES else ENGLISH
    try:
        schema = draft_for(questionnaire, band=band, level=level, language=language)
        problem = ""
    except (NotASchema, ValueError, KeyError) as broken:
        schema, problem = Schema(()), reasons_in_place([str(broken)], questionnaire)[0].text
    screens = [{"only": shown, "questions": [shown]} for shown in map(shown_question, schema.questions)]
    context = {
        "questionnaire": questionnaire,
        "screens": screens,
        "total": len(screens),
        "problem": problem,
        "may_hide": questionnaire.named,
        "may_make": questionnaire.named,
        "may_speak": questionnaire.named,
    }
    with translation.override(language):
        page = TemplateResponse(request, "pages/questionnaires/preview.html", context)
        page.render()  # here, while the language is switched
        return page
