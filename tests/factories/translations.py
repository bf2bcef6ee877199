"""A questionnaire in another language. The words are made up on the spot: nobody takes them for a translation."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.utils import timezone

from accounts.models import Role
from surveys.questionnaires.domain.translating import Sheet, save_words, sheet_of, sign
from surveys.questionnaires.models import Questionnaire
from tests.factories.accounts import UserFactory

CHECKER = "Hevin Example"
CHECKED_ON = dt.date(2026, 1, 12)


def worker() -> Any:
    return UserFactory(roles=[Role.PARTICIPATION_WORKER])


def in_other_words(english: str) -> str:
    """Stands for a translation: tells which text it belongs to, and is not English."""
    return f"‹{english}›"


def translated(
    questionnaire: Questionnaire,
    language: str = "ar",
    *,
    leave_out: tuple[str, ...] = (),
    words: Callable[[str], str] = in_other_words,
) -> Sheet:
    """Every text put into the language, not yet checked."""
    before = sheet_of(questionnaire, language)
    texts = {line.key: words(line.english) for line in before.lines if line.key not in leave_out}
    return save_words(questionnaire, language, texts, seen=before.seen, by=worker(), now=timezone.now())


def checked(questionnaire: Questionnaire, language: str = "ar") -> Sheet:
    """A named person has signed what stands there now."""
    return sign(
        questionnaire,
        language,
        name=CHECKER,
        who="An interpreter",
        on=CHECKED_ON,
        seen=sheet_of(questionnaire, language).seen,
        by=worker(),
        now=timezone.now(),
    )


def translated_and_checked(questionnaire: Questionnaire, language: str = "ar", **options: Any) -> Sheet:
    translated(questionnaire, language, **options)
    return checked(questionnaire, language)
