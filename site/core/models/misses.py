"""Wrong tries are counted here, atomically; right ones never are (D24, AC-8)."""

from django.db import models


class Miss(models.Model):
    """How often `kind` was got wrong from `source` (a keyed digest, never an address) in one window of time."""

    kind = models.CharField(max_length=20)
    source = models.CharField(max_length=64)
    window = models.BigIntegerField(help_text="Number of the time window since 1970")
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "misses"
        constraints = [models.UniqueConstraint(fields=["kind", "source", "window"], name="one_miss_row_per_window")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.count}"
