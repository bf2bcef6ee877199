"""Alerts: someone wants to be heard now. Words sealed; steps only ever added."""

from typing import Any

from django.conf import settings
from django.db import models

from core.fields import SealedTextField
from core.sealed_rows import SealedRow
from participation.listening.enums import ONCE_ONLY, Route, Source, StepKind, Urgency


class AppendOnly(Exception):
    """A recorded step stays as it was written."""


class Alert(SealedRow):
    """`ticket` is empty without a card; `response` is set when a reader is worried about one."""

    council = models.ForeignKey("core.Council", on_delete=models.PROTECT, related_name="+")
    ticket = models.ForeignKey(
        "responses.Ticket", null=True, blank=True, on_delete=models.PROTECT, related_name="alerts"
    )
    response = models.ForeignKey(
        "responses.Response", null=True, blank=True, on_delete=models.PROTECT, related_name="alerts"
    )
    source = models.CharField(max_length=8, choices=Source.choices)
    urgency = models.CharField(max_length=16, choices=Urgency.choices)
    route = models.CharField(max_length=16, choices=Route.choices)
    about = SealedTextField(blank=True, default="")
    safe_contact = SealedTextField(blank=True, default="")
    first_name = SealedTextField(blank=True, default="")
    raised_at = models.DateTimeField()
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    once = models.CharField(max_length=64, unique=True, help_text="One form shown, one alert made.")

    class Meta:
        ordering = ["-raised_at"]
        indexes = [models.Index(fields=["raised_at"], name="alert_raised_at")]

    def __str__(self) -> str:
        return f"alert {self.pk}"

    @property
    def reference(self) -> str:
        """What is said on the phone, so that the duty team finds this row without a name (S16)."""
        return f"{self.pk.hex[:4]} {self.pk.hex[4:8]}".upper()

    def sealing_context(self) -> tuple[str, ...]:
        return (str(self.council_id), "alert", str(self.id))


class AlertStep(SealedRow):
    """What happened to an alert. `at` is when we wrote it down, `happened_at` when it took place."""

    alert = models.ForeignKey(Alert, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=16, choices=StepKind.choices)
    at = models.DateTimeField()
    happened_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    note = SealedTextField(blank=True, default="")
    who_told = SealedTextField(blank=True, default="")
    child_told = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["alert", "kind"],
                condition=models.Q(kind__in=[kind.value for kind in ONCE_ONLY]),
                name="one_step_of_these_kinds",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    def sealing_context(self) -> tuple[str, ...]:
        return (str(self.alert_id), "alert-step", str(self.id))

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnly(self.kind)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise AppendOnly(self.kind)
