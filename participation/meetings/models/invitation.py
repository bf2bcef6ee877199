"""One young person, invited to one meeting, and what was decided before they were told."""

from typing import Any

from django.conf import settings
from django.db import models

from core.age_bands import AgeBand, Audience, ReadingLevel, audience_for
from core.fields import SealedTextField
from core.languages import LANGUAGE_CHOICES
from core.models import Council
from core.sealed_rows import SealedRow
from participation.meetings.enums import (
    AdultKind,
    Decision,
    HandOver,
    Place,
    SafeToTell,
    TakePart,
    WantsAdvocate,
)

from .meeting import Meeting


class Participant(SealedRow):
    """The young person as their worker calls them; the key joins their meetings without a name (D1)."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="participants")
    worker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="participants")
    nickname = SealedTextField()
    respondent_key = models.CharField(max_length=32, unique=True)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["-created_at", "id"]

    def __str__(self) -> str:
        return f"Young person ({self.id})"


class Invitation(SealedRow):
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="invitations")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="invitations")
    ticket = models.OneToOneField(
        "responses.Ticket", null=True, blank=True, on_delete=models.PROTECT, related_name="invitation"
    )
    band = models.CharField(max_length=10, choices=AgeBand.choices)
    level = models.CharField(max_length=10, choices=ReadingLevel.choices, default=ReadingLevel.STANDARD)
    language = models.CharField(max_length=8, choices=LANGUAGE_CHOICES, default="en")
    place = models.CharField(max_length=12, choices=Place.choices, default=Place.COMMUNITY)
    setting_label = models.CharField(max_length=60, blank=True, default="")

    safe_to_tell = models.CharField(max_length=10, choices=SafeToTell.choices, blank=True, default="")
    safe_decided_by = SealedTextField()
    safe_decided_at = models.DateTimeField(null=True, blank=True)
    safe_review_on = models.DateField(null=True, blank=True)
    safe_reason = SealedTextField()
    handed_over_how = models.CharField(max_length=10, choices=HandOver.choices, blank=True, default="")
    handed_over_where = SealedTextField()
    handed_over_by = SealedTextField()

    behind = models.JSONField(default=list, blank=True)
    cards_made = models.PositiveSmallIntegerField(default=0)
    was_given = models.CharField(max_length=20, blank=True, default="")

    take_part = models.JSONField(default=list, blank=True)
    take_part_at = models.DateTimeField(null=True, blank=True)
    speaker = SealedTextField()
    advocate_wanted = models.CharField(max_length=20, choices=WantsAdvocate.choices, blank=True, default="")
    advocate_asked_at = models.DateTimeField(null=True, blank=True)
    advocate_told_at = models.DateTimeField(null=True, blank=True)

    took_part_as = models.CharField(max_length=20, choices=TakePart.choices, blank=True, default="")
    needs_telling = models.BooleanField(default=False)
    news_told_at = models.DateTimeField(null=True, blank=True)
    told_in_person_at = models.DateTimeField(null=True, blank=True)
    told_by = SealedTextField()
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "participant"], name="one_invitation_a_person_and_meeting")
        ]

    def __str__(self) -> str:
        return f"Invitation ({self.id})"

    @property
    def behind_word(self) -> bool:
        """Whether the worker chose, with the young person, to put anything behind an agreed word (S2)."""
        return bool(self.behind)

    @property
    def audience(self) -> Audience:
        return audience_for(self.band, self.level)

    @property
    def take_part_labels(self) -> list[Any]:
        return [TakePart(value).label for value in self.take_part if value in TakePart.values]


class AdultDecision(SealedRow):
    """For each adult around the child: give the leaflet, wait, or never (S4). Never counted or nagged."""

    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="adults")
    kind = models.CharField(max_length=20, choices=AdultKind.choices)
    who = SealedTextField()
    decision = models.CharField(max_length=6, choices=Decision.choices)

    class Meta:
        ordering = ["kind", "id"]

    def __str__(self) -> str:
        return f"{self.kind} ({self.id})"
