"""The question bank: every wording we have ever offered, for each age band and reading level."""

from typing import Any

from django.db import models

from core.age_bands import AgeBand, ReadingLevel
from surveys.questionnaires.models.version import FrozenQuerySet, VersionsNeverChange
from surveys.questionnaires.schema import Question


class BankQuestion(models.Model):
    """One wording. A change of words is a new row with the next version, so a trend can show its break."""

    key = models.SlugField(max_length=40)
    band = models.CharField(max_length=8, choices=AgeBand.choices, blank=True, verbose_name="age")
    level = models.CharField(max_length=12, choices=ReadingLevel.choices, verbose_name="reading level")
    version = models.PositiveIntegerField()
    wording = models.CharField(max_length=240)
    content = models.JSONField()
    added_at = models.DateTimeField()

    objects = FrozenQuerySet.as_manager()

    class Meta:
        ordering = ["key", "band", "level", "-version"]
        verbose_name = "question in the bank"
        verbose_name_plural = "questions in the bank"
        constraints = [
            models.UniqueConstraint(fields=["key", "band", "level", "version"], name="bank_wording_version_once"),
        ]

    def __str__(self) -> str:
        return f"{self.key} · {self.wording}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise VersionsNeverChange
        kwargs["force_insert"] = True
        super().save(*args, **kwargs)

    @property
    def question(self) -> Question:
        return Question.from_json(self.content)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise VersionsNeverChange
