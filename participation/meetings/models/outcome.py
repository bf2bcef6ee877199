"""What came of the meeting, in lines: each can be shown to the child, or only said in person (S12)."""

from django.conf import settings
from django.db import models

from core.fields import SealedTextField
from core.sealed_rows import SealedRow
from participation.meetings.enums import LineKind

from .invitation import Invitation


class OutcomeLine(SealedRow):
    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="outcome_lines")
    kind = models.CharField(max_length=10, choices=LineKind.choices)
    text = SealedTextField()
    safe_if_read = models.BooleanField(default=False)
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    position = models.PositiveSmallIntegerField(default=0)
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["position", "written_at", "id"]

    def __str__(self) -> str:
        return f"{self.kind} ({self.id})"
