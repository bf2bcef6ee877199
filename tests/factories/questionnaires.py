"""A questionnaire that is ready to publish, with what may be wrong as the first thing a test says."""

import datetime as dt
from typing import Any

import factory
from django.utils import timezone

from surveys.questionnaires.blocks import bank_item
from surveys.questionnaires.domain.bank import load_bank
from surveys.questionnaires.domain.publishing import publish
from surveys.questionnaires.models import Questionnaire, QuestionnaireVersion

SHORT = ("Q09", "Q11", "Q17", "Q19", "Q28")


def with_questions(questionnaire: Questionnaire, *keys: str) -> Questionnaire:
    """Fills in bank questions without saving."""
    questionnaire.items = [(item["type"], item["value"]) for item in map(bank_item, keys)]
    return questionnaire


class QuestionnaireFactory(factory.django.DjangoModelFactory[Questionnaire]):
    """`QuestionnaireFactory(space_note="")`: a short form before a meeting for 12 to 15, not yet published.

    `asked=("Q09", …)` chooses questions of the bank.
    """

    class Meta:
        model = Questionnaire
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda number: f"questions-{number}")
    title = "What you think"
    form = "before"
    band = "12-15"
    level = "standard"
    length = "short"
    named = True
    space_note = "With an adult they choose."
    voice_formats = ["ticks", "text"]
    audience = "The person who runs the meeting"
    influence_due = 5
    purpose = "So that the meeting hears them."
    decision = "What the plan says."

    @factory.post_generation
    def asked(self: Any, create: bool, extracted: tuple[str, ...] | None, **kwargs: Any) -> None:
        load_bank(now=timezone.now())
        with_questions(self, *(SHORT if extracted is None else extracted))
        if create:
            self.save()


def published(now: dt.datetime | None = None, **fields: Any) -> QuestionnaireVersion:
    """A version ready to be answered."""
    return publish(QuestionnaireFactory(**fields), by=None, now=now or timezone.now())
