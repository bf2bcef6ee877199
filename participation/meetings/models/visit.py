"""Things that only a visit can settle: a card in the wrong hands, words nobody asked about alone (S3)."""

from django.conf import settings
from django.db import models

from core.sealed_rows import UUIDRow
from participation.meetings.enums import VisitReason, VisitResult

from .invitation import Invitation


class VisitTask(UUIDRow):
    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="visits")
    reason = models.CharField(max_length=20, choices=VisitReason.choices)
    raised_at = models.DateTimeField()
    result = models.CharField(max_length=10, choices=VisitResult.choices, blank=True, default="")
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["raised_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["invitation", "reason"],
                condition=models.Q(done_at__isnull=True),
                name="one_open_visit_a_reason",
            )
        ]

    def __str__(self) -> str:
        return f"{self.reason} ({self.id})"
