"""People reading questions aloud: kept with who speaks and when, frozen as long as they say what is on the page."""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models.functions import Length

from core import audit
from core.playing import keep_sound
from core.sounds import made_sound
from surveys.questionnaires.models import Questionnaire, QuestionRecording
from surveys.questionnaires.permissions import can_edit_questions
from surveys.questionnaires.schema import Question, Schema
from surveys.questionnaires.schema_words import words_of_question


def said_in(question: Question) -> str:
    """The sum of all that is read aloud of a question, as it stands in this language."""
    plain = json.dumps(list(words_of_question(question)), ensure_ascii=False)
    return hashlib.sha256(plain.encode()).hexdigest()


@transaction.atomic
def keep_recording(
    questionnaire: Questionnaire,
    question: Question,
    *,
    language: str,
    data: bytes,
    speaker: str,
    on: dt.date,
    by: Any,
    now: dt.datetime,
) -> QuestionRecording:
    """In place of the one before. `question` is in the words that are read aloud. Raises ValidationError."""
    if not can_edit_questions(by):
        raise PermissionDenied
    if not speaker.strip():
        raise ValidationError("Say who speaks.")
    if on > now.date():
        raise ValidationError("The day it was recorded cannot be in the future.")
    sound = keep_sound(made_sound(data), now=now)
    row, _ = QuestionRecording.objects.update_or_create(
        questionnaire=questionnaire,
        language=language,
        question=question.id,
        defaults={
            "sound": sound,
            "speaker": speaker.strip(),
            "spoken_on": on,
            "said": said_in(question),
            "added_at": now,
            "added_by": by,
        },
    )
    audit.record("recording.save", actor=by, subject=row, detail={"language": language}, now=now)
    return row


@transaction.atomic
def remove_recording(row: QuestionRecording, *, by: Any, now: dt.datetime) -> None:
    """From the draft. A version that is published keeps what it was published with."""
    if not can_edit_questions(by):
        raise PermissionDenied
    audit.record("recording.remove", actor=by, subject=row, detail={"language": row.language}, now=now)
    row.delete()


def recordings_of(questionnaire: Questionnaire) -> list[QuestionRecording]:
    """Without the bytes."""
    if questionnaire.pk is None:
        return []
    rows = QuestionRecording.objects.filter(questionnaire=questionnaire.pk).select_related("sound")
    return list(rows.defer("sound__data").annotate(size=Length("sound__data")))


def ready_recordings(questionnaire: Questionnaire, schema: Schema) -> tuple[dict[str, dict[str, Any]], list[str]]:
    """Those that say what this schema asks, by language and question; and why others stay out.

    The schema carries the languages that are frozen with it: a recording in another is left out with its language.
    """
    ready: dict[str, dict[str, Any]] = {}
    out = []
    asked = {code: {each.id: each for each in schema.in_language(code).questions} for code in ("en", *schema.languages)}
    for row in recordings_of(questionnaire):
        question = asked.get(row.language, {}).get(row.question)
        if question is not None and said_in(question) == row.said:
            ready.setdefault(row.language, {})[row.question] = frozen(row)
        elif question is not None:
            out.append(f"The recording of {row.question} is left out: the words have changed since it was spoken.")
    return ready, out


def frozen(row: QuestionRecording) -> dict[str, Any]:
    about: Mapping[str, Any] = {"digest": row.sound_id, "speaker": row.speaker, "spoken_on": row.spoken_on.isoformat()}
    return {**about, "seconds": row.sound.seconds, "size": row.size}  # type: ignore[attr-defined]  # read with its sound
