"""The one thing shown before a freeze: a band, refreshed once a week (rule 14)."""

from django.db import models
from django.db.models import Q

from core.sealed_rows import UUIDRow
from surveys.releases.enums import Band
from surveys.releases.models.programme import Window


class Progress(UUIDRow):
    """How far a form has come in a window. The row has room for a band only, never for a number."""

    window = models.ForeignKey(Window, on_delete=models.CASCADE, related_name="progress")
    form = models.CharField(max_length=20)
    band = models.CharField(max_length=10, choices=Band.choices, default=Band.UNDER_10)
    refreshed_on = models.DateField()

    class Meta:
        ordering = ["form"]
        constraints = [
            models.UniqueConstraint(fields=["window", "form"], name="one_band_per_form"),
            models.CheckConstraint(condition=Q(band__in=Band.values), name="progress_is_a_band"),
        ]

    def __str__(self) -> str:
        return f"{self.form}: {self.get_band_display()}"
