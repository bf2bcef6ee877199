from django.db import models

from core.age_bands import AgeBand, ReadingLevel
from core.models import Council
from core.sealed_rows import UUIDRow
from surveys.questionnaires.enums import FormKind
from surveys.questionnaires.models import Questionnaire
from surveys.responses.enums import Helper, TicketKind


class Ticket(UUIDRow):
    """What a card opens, and all that surveys know of the child who holds it (D1).

    `respondent_key` is the same for one child over meetings, and empty where answers are not named.
    `code_digest` is a slow, peppered digest: the code itself is on the card only.
    """

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="tickets")
    kind = models.CharField(max_length=20, choices=TicketKind.choices)
    code_digest = models.CharField(max_length=64, unique=True, editable=False)
    respondent_key = models.CharField(max_length=32, blank=True, db_index=True)
    band = models.CharField(max_length=8, choices=AgeBand.choices)
    level = models.CharField(max_length=12, choices=ReadingLevel.choices, default=ReadingLevel.STANDARD)
    language = models.CharField(max_length=12, default="en")
    setting_label = models.CharField(max_length=60, blank=True)
    took_part_as = models.CharField(max_length=40, blank=True)
    told_back_on = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    used_on = models.DateField(null=True, blank=True)
    agreed_word_digest = models.CharField(max_length=64, blank=True, editable=False)
    words_until = models.DateField(null=True, blank=True, help_text="Words and identity go after this day.")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} card"

    @property
    def is_unnamed(self) -> bool:
        return not self.respondent_key


class TicketForm(models.Model):
    """One form that a ticket opens, and when."""

    ticket = models.ForeignKey(Ticket, on_delete=models.CASCADE, related_name="forms")
    form = models.CharField(max_length=20, choices=FormKind.choices)
    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.PROTECT, related_name="+")
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ticket", "form"], name="one_of_each_form_on_a_ticket")]

    def __str__(self) -> str:
        return self.get_form_display()


class Sitting(UUIDRow):
    """One visit with a card. Holds times only: no device, no address (S3)."""

    ticket = models.ForeignKey(Ticket, on_delete=models.CASCADE, related_name="sittings")
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    helper = models.CharField(max_length=12, choices=Helper.choices, blank=True)
    was_helped = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["ticket", "ended_at"], name="sitting_live")]

    def __str__(self) -> str:
        return "A visit"
