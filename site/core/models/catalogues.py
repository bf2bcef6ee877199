"""Who has read a language's words and found them right. Without a row here a language is closed (S17, ACC4)."""

from django.conf import settings
from django.db import models


class CatalogueSignature(models.Model):
    """A named person's word for one state of one catalogue; `digest` is of every string and its translation then.

    A change of either makes it lapse by itself. Rows are never changed but for `withdrawn_at`.
    """

    language = models.CharField(max_length=8)
    digest = models.CharField(max_length=64)
    checker_name = models.CharField(max_length=120)
    checker_role = models.CharField(max_length=200, help_text="How this person knows the language.")
    checked_on = models.DateField()
    reason = models.CharField(max_length=300)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-recorded_at"]
        indexes = [models.Index(fields=["language", "withdrawn_at"], name="signature_by_language")]

    def __str__(self) -> str:
        return f"{self.language}: {self.checker_name}"
