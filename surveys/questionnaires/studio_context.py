"""What stands beside the editor's form: what is in the way of publishing, and the bank for its script."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import ModelForm
from django.urls import reverse

from core.age_bands import AgeBand, ReadingLevel
from surveys.questionnaires.blocks import KIND_WORDS
from surveys.questionnaires.domain.counted import in_plain_words
from surveys.questionnaires.domain.readiness import reasons_against
from surveys.questionnaires.models import BankQuestion, Questionnaire
from surveys.questionnaires.reasons import ITEMS, InPlace, code_of, reasons_in_place
from surveys.questionnaires.schema import Question

ALL_AGES = "All ages"


def beside_the_form(form: "ModelForm[Questionnaire]") -> dict[str, Any]:
    """`mistakes` after a save that did not go through; `to_do` before a publish that would not."""
    questionnaire = form.instance
    saved = questionnaire.pk is not None
    mistakes = list(_mistakes(form)) if form.is_bound else []
    reasons = reasons_against(questionnaire) if saved and not mistakes else []
    return {
        "mistakes": mistakes,
        "to_do": reasons_in_place(reasons, questionnaire),
        "try_url": reverse("try_questions", args=[questionnaire.pk]) if saved else "",
        "bank": bank_for_script(),
    }


def _mistakes(form: "ModelForm[Questionnaire]") -> Iterator[InPlace]:
    """Every error of the form once, in the order of the page."""
    questionnaire = form.instance
    yield from reasons_in_place([str(each) for each in form.non_field_errors()], questionnaire)
    for name, errors in form.errors.items():
        if name == "items":
            yield from _in_blocks(errors.as_data(), questionnaire)
        elif name in form.fields:
            label = form[name].label
            yield from (InPlace(f"{label}: {each}", f"id_{name}") for each in errors)


def _in_blocks(errors: list[Any], questionnaire: Questionnaire) -> Iterator[InPlace]:
    items = list(questionnaire.items)
    for error in errors:
        by_block = getattr(error, "block_errors", None)
        if not by_block:
            yield from (InPlace(f"Questions: {text}", ITEMS) for text in error.messages)
            continue
        for place, inside in by_block.items():
            name = code_of(items[place]) if place < len(items) else ""
            told = f"Question {place + 1}" + (f" ({name})" if name else "")
            yield from (InPlace(f"{told}: {text}", ITEMS) for text in dict.fromkeys(_texts(inside)))


def _texts(error: Any) -> Iterator[str]:
    """The sentences inside an error of a block, whatever it is nested in."""
    if isinstance(error, dict):
        for inside in error.values():
            yield from _texts(inside)
    elif isinstance(error, list | tuple):
        for inside in error:
            yield from _texts(inside)
    elif isinstance(error, ValidationError):
        if inside := getattr(error, "block_errors", None):
            yield from _texts(inside)
        else:
            yield from error.messages
    elif error is not None:
        yield str(error)


def bank_for_script() -> dict[str, Any]:
    """Every question of the bank with its words for each age and level: the newest ones only."""
    newest: dict[tuple[str, str, str], Question] = {}
    for row in BankQuestion.objects.order_by("key", "band", "level", "version"):
        newest[row.key, row.band, row.level] = row.question
    bank: dict[str, dict[str, Any]] = {}
    for (key, band, level), question in newest.items():
        entry = bank.setdefault(key, {"counted": in_plain_words(question), "words": {}})
        entry["words"][f"{band}/{level}"] = {
            "for": f"{AgeBand(band).label if band else ALL_AGES}, {ReadingLevel(level).label}",
            "wording": question.wording,
            "parts": [_part(part) for part in question.parts],
        }
    return bank


def _part(part: Any) -> dict[str, Any]:
    return {
        "id": part.id,
        "how": dict(KIND_WORDS)[part.kind.value],
        "wording": part.wording,
        "options": [[option.id, option.label] for option in part.options],
    }
