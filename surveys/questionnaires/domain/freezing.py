"""Which words, languages and recordings go into a version, and which stay out (R14)."""

from dataclasses import dataclass
from typing import Any

from surveys.questionnaires.domain.assembling import schema_of
from surveys.questionnaires.domain.recording import ready_recordings
from surveys.questionnaires.domain.translating import frozen_words, sheets_of
from surveys.questionnaires.models import Questionnaire


@dataclass(frozen=True)
class Freezing:
    """`content` is the part of a version that young people read or hear; `left_out` says in plain words what waits."""

    content: dict[str, Any]
    left_out: tuple[str, ...]


def freezing(questionnaire: Questionnaire) -> Freezing:
    """Only what a named person has checked, word for word as it stands now. Raises NotASchema."""
    schema = schema_of(questionnaire)
    sheets = sheets_of(questionnaire, schema)
    languages = {each.language: frozen_words(each) for each in sheets if each.is_checked}
    spoken = schema.spoken({code: each["words"] for code, each in languages.items()}, {})
    recordings, silent = ready_recordings(questionnaire, spoken)
    content: dict[str, Any] = {"questions": schema.to_json()}
    content |= {"languages": languages} if languages else {}
    content |= {"recordings": recordings} if recordings else {}
    return Freezing(content, (*(each.why_left_out for each in sheets if each.why_left_out), *silent))
