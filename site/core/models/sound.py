"""A recording that a person has spoken, kept under the sum of its bytes: whoever froze the sum gets that very sound."""

from django.db import models


class Sound(models.Model):
    """Written once (a trigger refuses changes). `kind` is a media type; the bytes went through `core.sounds`."""

    digest = models.CharField(max_length=64, primary_key=True)
    kind = models.CharField(max_length=20)
    seconds = models.PositiveSmallIntegerField()
    data = models.BinaryField()
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.seconds} s"

    @property
    def size(self) -> int:
        return len(self.data)
