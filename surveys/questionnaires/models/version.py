"""A questionnaire as it was on the day it was published: the only thing an answer refers to (D3)."""

from functools import cached_property
from typing import Any

from django.db import models

from core.sealed_rows import UUIDRow
from surveys.questionnaires.schema import Schema


class VersionsNeverChange(TypeError):
    """A published version cannot be edited or deleted. Publish a new one."""


class FrozenQuerySet(models.QuerySet[Any]):
    def update(self, **kwargs: Any) -> int:
        raise VersionsNeverChange

    def delete(self) -> tuple[int, dict[str, int]]:
        raise VersionsNeverChange

    def bulk_update(self, *args: Any, **kwargs: Any) -> int:
        raise VersionsNeverChange


class QuestionnaireVersion(UUIDRow):
    """Written once. Triggers in the database refuse what this class cannot see."""

    questionnaire = models.ForeignKey("questionnaires.Questionnaire", on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    frozen_at = models.DateTimeField()
    content = models.JSONField()
    content_hash = models.CharField(max_length=64)

    objects = FrozenQuerySet.as_manager()

    class Meta:
        ordering = ["questionnaire_id", "-number"]
        verbose_name = "published version"
        constraints = [
            models.UniqueConstraint(fields=["questionnaire", "number"], name="version_number_once"),
        ]

    def __str__(self) -> str:
        return f"{self.content.get('title', '')} · version {self.number}"

    @cached_property
    def schema(self) -> Schema:
        return Schema.from_content(self.content)

    @property
    def level(self) -> str:
        """The reading level it was written for; empty in none that we made."""
        return str(self.content.get("level", ""))

    @property
    def named(self) -> bool:
        return bool(self.content["named"])

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise VersionsNeverChange
        kwargs["force_insert"] = True
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise VersionsNeverChange
