"""Who did what to what, and when. Rows are added and never changed: triggers refuse it (AC-46)."""

from typing import Any

from django.conf import settings
from django.db import models


class AddOnly(models.Model):
    """A row that is written once. The database refuses too, for whoever goes round this class."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError(f"{self._meta.verbose_name} rows are never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        raise TypeError(f"{self._meta.verbose_name} rows are never deleted one by one.")


class AuditEntry(AddOnly):
    """One event. Ids only: never a name, a word, a code or an address of a device."""

    at = models.DateTimeField(db_index=True)
    action = models.CharField(max_length=60)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    subject_kind = models.CharField(max_length=60, blank=True)
    subject_id = models.CharField(max_length=64, blank=True, db_index=True)
    detail = models.JSONField(default=dict)

    class Meta:
        verbose_name = "audit entry"
        verbose_name_plural = "audit entries"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action}"


class AuditSeal(AddOnly):
    """A checkpoint over a batch of entries, chained to the one before (D17)."""

    at = models.DateTimeField()
    first_id = models.BigIntegerField()
    last_id = models.BigIntegerField()
    count = models.IntegerField()
    chain = models.CharField(max_length=64)

    class Meta:
        verbose_name = "audit seal"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"entries {self.first_id}–{self.last_id}"
