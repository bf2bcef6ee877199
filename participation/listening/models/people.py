"""Who reads: the rota, the named people of a ticket, and the people a young person said no to."""

from django.conf import settings
from django.db import models

from core.sealed_rows import UUIDRow
from participation.listening.enums import Part


class ReaderDuty(UUIDRow):
    """A person who reads on the days from `starts_on` to `ends_on`, both included."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="reader_duties")
    starts_on = models.DateField()
    ends_on = models.DateField()
    cover = models.BooleanField(default=False, help_text="Stands in for someone who is away.")

    class Meta:
        ordering = ["starts_on", "ends_on", "cover"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="duty_ends_after_it_starts"
            )
        ]

    def __str__(self) -> str:
        return f"{self.starts_on:%d %b} to {self.ends_on:%d %b}"


class Listener(UUIDRow):
    """A named adult of one ticket. `hear_by` is the last reading time: two hours before the meeting (S14)."""

    ticket = models.ForeignKey("responses.Ticket", on_delete=models.CASCADE, related_name="listeners")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="listens_to")
    part = models.CharField(max_length=8, choices=Part.choices)
    hear_by = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ticket", "user", "part"], name="one_part_per_listener")]

    def __str__(self) -> str:
        return f"{self.part} {self.pk}"


class NotThem(UUIDRow):
    """A young person said no to this adult (S10): answers, alerts, cover, break-glass, from then on."""

    ticket = models.ForeignKey("responses.Ticket", on_delete=models.CASCADE, related_name="kept_from")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ticket", "user"], name="one_no_per_person_and_ticket")]

    def __str__(self) -> str:
        return f"no {self.pk}"
