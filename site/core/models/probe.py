from django.db import models


class Probe(models.Model):
    """One row that the readiness page writes to, to prove that the store takes writes."""

    touched_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"touched {self.touched_at:%Y-%m-%d %H:%M}"
