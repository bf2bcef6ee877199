"""Putting a questionnaire into another language, and the named person who checks it (R14, D31).

A signature stands for one exact text: the English, the words and the recordings of that day. When any of them
changes it is out of date, and that language is left out of the next version until somebody checks it again.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from core import audit
from core.languages import LANGUAGES, autonym, english_name, is_right_to_left
from core.plain_words import clean_words
from surveys.questionnaires.domain.assembling import schema_of
from surveys.questionnaires.models import Questionnaire, QuestionnaireTranslation, QuestionRecording
from surveys.questionnaires.permissions import can_edit_questions
from surveys.questionnaires.schema import Question, Schema
from surveys.questionnaires.schema_words import ENGLISH, Words, words_of

LONGEST = 600  # characters of one text; some languages need more room than English
OTHER_LANGUAGES = tuple(code for code in LANGUAGES if code != ENGLISH)


class State(StrEnum):
    EMPTY = "empty"
    NOT_CHECKED = "not-checked"
    STALE = "stale"
    CHECKED = "checked"

    @property
    def words(self) -> str:
        return STATE_WORDS[self]


STATE_WORDS = {
    State.EMPTY: "Nothing yet",
    State.NOT_CHECKED: "Not checked by a person",
    State.STALE: "Changed since it was checked",
    State.CHECKED: "Checked",
}


class ChangedMeanwhile(Exception):
    """Somebody else saved this language, or the English changed, since the page was opened."""


@dataclass(frozen=True)
class Line:
    """One text beside its translation. `before` is the English it was made from, where that has changed since."""

    key: str
    english: str
    text: str = ""
    before: str = ""

    @property
    def is_label(self) -> bool:
        return ".option." in self.key

    @property
    def is_question(self) -> bool:
        return self.key.startswith("question.") and not self.key.endswith(".help")


@dataclass(frozen=True)
class Sheet:
    """A questionnaire beside one language. `seen` marks exactly this state of both."""

    language: str
    lines: tuple[Line, ...]
    state: State
    seen: str
    row: QuestionnaireTranslation | None = None

    @property
    def own_name(self) -> str:
        return autonym(self.language)

    @property
    def english_name(self) -> str:
        return english_name(self.language)

    @property
    def direction(self) -> str:
        return "rtl" if is_right_to_left(self.language) else "ltr"

    @property
    def is_checked(self) -> bool:
        return self.state == State.CHECKED

    @property
    def why_left_out(self) -> str:
        """For the editor, who may publish all the same; empty where the language goes out, or has no words."""
        name = english_name(self.language)
        if self.state == State.STALE:
            return f"{name} is left out: its words, its recordings or the English have changed since it was checked."
        return f"{name} is left out: no named person has checked it." if self.state == State.NOT_CHECKED else ""

    @property
    def done(self) -> int:
        return sum(bool(line.text) for line in self.lines)


def sheet_of(questionnaire: Questionnaire, language: str) -> Sheet:
    """The newest draft beside what is there in this language. Raises NotASchema while the questions do not fit."""
    schema = schema_of(newest_draft(questionnaire))
    row = QuestionnaireTranslation.objects.filter(questionnaire=questionnaire, language=language).first()
    return _sheet(schema, language, row, sounds_by_language(questionnaire).get(language, {}))


def sounds_by_language(questionnaire: Questionnaire) -> dict[str, dict[str, str]]:
    """Language → question → sum of its recording."""
    found: dict[str, dict[str, str]] = {}
    rows = QuestionRecording.objects.filter(questionnaire=questionnaire.pk)
    for language, question, sound in rows.values_list("language", "question", "sound_id"):
        found.setdefault(language, {})[question] = sound
    return found


def _sheet(schema: Schema, language: str, row: QuestionnaireTranslation | None, sounds: Words) -> Sheet:
    words: Mapping[str, Any] = row.words if row else {}
    lines = tuple(_line(key, english, words.get(key)) for key, english in words_of(schema).items())
    digest = digest_of(schema, language, row, sounds)
    return Sheet(language, lines, _state(row, digest), digest, row)


def _line(key: str, english: str, kept: Mapping[str, str] | None) -> Line:
    if not kept:
        return Line(key, english)
    return Line(key, english, kept["text"], kept["of"] if kept["of"] != english else "")


def _state(row: QuestionnaireTranslation | None, digest: str) -> State:
    if row is None or not row.words:
        return State.EMPTY
    if not row.digest:
        return State.NOT_CHECKED
    return State.CHECKED if row.digest == digest else State.STALE


def digest_of(schema: Schema, language: str, row: QuestionnaireTranslation | None, sounds: Words) -> str:
    """SHA-256 over the English and all that stands or sounds in the language, the order of storage left aside."""
    texts = row.texts if row else {}
    plain = json.dumps([language, words_of(schema), texts, sounds], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(plain.encode()).hexdigest()


def newest_draft(questionnaire: Questionnaire) -> Questionnaire:
    """What the editor sees: a saved draft may be ahead of what is in use."""
    draft: Questionnaire = questionnaire.get_latest_revision_as_object()
    return draft


@transaction.atomic
def save_words(
    questionnaire: Questionnaire, language: str, texts: Mapping[str, str], *, seen: str, by: Any, now: dt.datetime
) -> Sheet:
    """Keeps what was typed; an empty text is taken out. The English it was made from is kept with it.

    Raises ChangedMeanwhile, ValidationError for a text that cannot be kept or belongs to no question here, NotASchema.
    """
    row, sheet = _locked(questionnaire, language, seen=seen, by=by, now=now)
    english = {line.key: line.english for line in sheet.lines}
    if unknown := texts.keys() - english.keys():
        raise ValidationError(f"These words belong to no question here: {', '.join(sorted(unknown))}.")
    kept = dict(row.words)
    for key, typed in texts.items():
        text = " ".join(clean_words(typed, max_chars=LONGEST).split())
        if text != row.texts.get(key, ""):
            kept[key] = {"of": english[key], "text": text}
        if not text:
            kept.pop(key, None)
    row.words = {key: each for key, each in kept.items() if key in english}
    row.changed_at = now
    row.save()
    audit.record("translation.save", actor=by, subject=row, detail={"language": language}, now=now)
    return sheet_of(questionnaire, language)


@transaction.atomic
def sign(
    questionnaire: Questionnaire,
    language: str,
    *,
    name: str,
    who: str,
    on: dt.date,
    seen: str,
    by: Any,
    now: dt.datetime,
) -> Sheet:
    """A named person has read every line beside the English. Their signature is for what stands here now, and the
    English each line was made from is from now on today's.

    Raises ChangedMeanwhile, ValidationError.
    """
    row, sheet = _locked(questionnaire, language, seen=seen, by=by, now=now)
    if not row.words:
        raise ValidationError("There are no words in this language yet.")
    if not name.strip() or not who.strip():
        raise ValidationError("Say who has checked it: their name, and who they are.")
    if on > now.date():
        raise ValidationError("The day they checked it cannot be in the future.")
    row.words = {line.key: {"of": line.english, "text": line.text} for line in sheet.lines if line.text}
    row.checked_by, row.checked_as, row.checked_on, row.signed_by = name.strip(), who.strip(), on, by
    schema, sounds = schema_of(newest_draft(questionnaire)), sounds_by_language(questionnaire)
    row.digest = digest_of(schema, language, row, sounds.get(language, {}))
    row.save()
    audit.record("translation.sign", actor=by, subject=row, detail={"language": language}, now=now)
    return sheet_of(questionnaire, language)


def _locked(
    questionnaire: Questionnaire, language: str, *, seen: str, by: Any, now: dt.datetime
) -> tuple[QuestionnaireTranslation, Sheet]:
    """The row, held until the end of the transaction: the second of two editors waits here and is told."""
    if not can_edit_questions(by):
        raise PermissionDenied
    if language not in OTHER_LANGUAGES:
        raise ValidationError("This language is not one of ours.")
    Questionnaire.objects.select_for_update(of=("self",)).get(pk=questionnaire.pk)
    sheet = sheet_of(questionnaire, language)
    if sheet.seen != seen:
        raise ChangedMeanwhile
    fresh = QuestionnaireTranslation(questionnaire=questionnaire, language=language, changed_at=now)
    return sheet.row or fresh, sheet


def sheets_of(questionnaire: Questionnaire, schema: Schema) -> list[Sheet]:
    """Every language that has words, held against this schema; two queries."""
    if questionnaire.pk is None:
        return []
    sounds = sounds_by_language(questionnaire)
    rows = QuestionnaireTranslation.objects.filter(questionnaire=questionnaire.pk)
    return [_sheet(schema, row.language, row, sounds.get(row.language, {})) for row in rows]


def all_sheets(questionnaire: Questionnaire) -> list[Sheet]:
    """The newest draft in each of our languages, those without a word too."""
    schema = schema_of(newest_draft(questionnaire))
    there = {sheet.language: sheet for sheet in sheets_of(questionnaire, schema)}
    return [there.get(code) or _sheet(schema, code, None, {}) for code in OTHER_LANGUAGES]


def frozen_words(sheet: Sheet) -> dict[str, Any]:
    """The language as a version keeps it, with who checked it."""
    row = sheet.row
    words = {line.key: line.text for line in sheet.lines if line.text}
    if row is None or row.checked_on is None:
        raise ValueError("Nobody has checked this language.")
    about = {"checked_by": row.checked_by, "checked_as": row.checked_as, "checked_on": row.checked_on.isoformat()}
    return {"words": words, **about}


def spoken_question(questionnaire: Questionnaire, language: str, question_id: str) -> Question:
    """The newest draft's question in the words that are read aloud; raises KeyError when it is not asked."""
    return spoken_schema(newest_draft(questionnaire)).in_language(language).question(question_id)


def spoken_schema(draft: Questionnaire) -> Schema:
    """With every language, checked or not: for staff alone."""
    return drafted(draft, schema_of(draft))


def drafted(questionnaire: Questionnaire, schema: Schema) -> Schema:
    """For a preview: with every word there is, checked or not, as long as the English it was made from stands."""
    english = words_of(schema)
    rows = QuestionnaireTranslation.objects.filter(questionnaire=questionnaire.pk) if questionnaire.pk else ()
    return schema.spoken({row.language: _still_right(row, english) for row in rows}, {})


def _still_right(row: QuestionnaireTranslation, english: Mapping[str, str]) -> dict[str, str]:
    words: dict[str, dict[str, str]] = row.words
    return {key: each["text"] for key, each in words.items() if english.get(key) == each["of"]}
