"""Readings: that a person read a response. The queue is what has none (D13)."""

from django.conf import settings
from django.db import models

from core.sealed_rows import UUIDRow
from participation.listening.enums import NudgeKind


class Reading(UUIDRow):
    response = models.ForeignKey("responses.Response", on_delete=models.CASCADE, related_name="readings")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="readings")
    read_at = models.DateTimeField()

    class Meta:
        ordering = ["read_at"]
        constraints = [models.UniqueConstraint(fields=["response", "reader"], name="one_reading_per_person")]

    def __str__(self) -> str:
        return f"reading {self.pk}"


class LaterReader(UUIDRow):
    """Named to the young person after Send, or read in place of all who were named (S7). `told_at` is empty while
    the young person could not be reached: somebody still has to tell them.
    """

    response = models.ForeignKey("responses.Response", on_delete=models.CASCADE, related_name="later_readers")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["at"]
        constraints = [models.UniqueConstraint(fields=["response", "reader"], name="one_later_reader_per_person")]

    def __str__(self) -> str:
        return f"later reader {self.pk}"


class Nudge(UUIDRow):
    """One neutral mail was asked for; the constraint keeps each to once, however often the clock ticks."""

    response = models.ForeignKey("responses.Response", on_delete=models.CASCADE, related_name="nudges")
    kind = models.CharField(max_length=16, choices=NudgeKind.choices)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["response", "kind"], name="one_nudge_of_a_kind")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
