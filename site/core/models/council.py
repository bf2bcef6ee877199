"""One installation serves one council for now; every row that must not mix already names it (D10)."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models

phone_number = RegexValidator(r"^[0-9 +()]{3,24}$", "Use digits and spaces, as in 01332 000000.")


def _phone(help_text: str) -> models.CharField[str, str]:
    return models.CharField(max_length=24, blank=True, validators=[phone_number], help_text=help_text)


class Council(models.Model):
    """The council and the numbers that stand on every page. Empty means: not set, so not offered (S16)."""

    name = models.CharField(max_length=120, unique=True)
    duty_team_name = models.CharField(max_length=120, blank=True, default="Duty team")
    duty_phone = _phone("Weekdays. A person answers.")
    duty_email = models.EmailField(blank=True, help_text="A shared inbox. It only gets neutral messages.")
    out_of_hours_name = models.CharField(max_length=120, blank=True, default="Out of hours team")
    out_of_hours_phone = _phone("Nights, weekends, bank holidays. A person answers.")
    advocacy_name = models.CharField(max_length=120, blank=True)
    advocacy_phone = _phone("Needs no card and no worker.")
    not_safe_now_phone = _phone("Only a number that a person answers day and night. Leave empty if there is none.")
    contacts_reviewed_on = models.DateField(null=True, blank=True, help_text="When somebody last rang these numbers.")

    class Meta:
        verbose_name = "council and its numbers"
        verbose_name_plural = "council and its numbers"

    def __str__(self) -> str:
        return self.name

    @classmethod
    def current(cls) -> Council:
        """The council of this installation; an unsaved one without numbers where none is set up yet."""
        return cls.objects.order_by("pk").first() or cls(name="Your council")
