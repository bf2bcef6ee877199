"""What a questionnaire says in another language, and who has checked it (R14, D31)."""

from typing import Any

from django.conf import settings
from django.db import models

from core.languages import autonym, is_right_to_left


class QuestionnaireTranslation(models.Model):
    """One language of one questionnaire. `words`: key → {"of": the English it was made from, "text": the words}.

    `digest` is what the named checker signed: the English, the words and the recordings of that day.
    """

    questionnaire = models.ForeignKey(
        "questionnaires.Questionnaire", on_delete=models.CASCADE, related_name="translations"
    )
    language = models.CharField(max_length=12)
    words = models.JSONField(default=dict)
    changed_at = models.DateTimeField()
    checked_by = models.CharField(max_length=120, blank=True)
    checked_as = models.CharField(max_length=160, blank=True)
    checked_on = models.DateField(null=True, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["questionnaire_id", "language"]
        constraints = [
            models.UniqueConstraint(fields=["questionnaire", "language"], name="one_translation_a_language"),
        ]

    def __str__(self) -> str:
        return self.language_name

    @property
    def language_name(self) -> str:
        return autonym(self.language)

    @property
    def direction(self) -> str:
        return "rtl" if is_right_to_left(self.language) else "ltr"

    @property
    def texts(self) -> dict[str, str]:
        words: dict[str, dict[str, Any]] = self.words
        return {key: str(each["text"]) for key, each in words.items()}
