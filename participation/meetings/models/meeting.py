"""A thin record of a meeting: enough to invite, nothing about risk (MTG1)."""

import datetime as dt

from django.conf import settings
from django.db import models

from core.fields import SealedTextField
from core.models import Council
from core.sealed_rows import SealedRow
from participation.meetings.enums import MeetingKind, News, PersonKind


class Meeting(SealedRow):
    """Place and names are sealed: where and when a meeting is can be used to find a child."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="meetings")
    kind = models.CharField(max_length=20, choices=MeetingKind.choices)
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=60)
    place = SealedTextField()
    chair = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="chaired_meetings")
    worker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="booked_meetings")
    police_live = models.BooleanField(default=False)
    part_without = SealedTextField()
    news = models.CharField(max_length=10, choices=News.choices, blank=True, default="")
    held_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["starts_at", "id"]
        indexes = [
            models.Index(fields=["worker", "starts_at"], name="meeting_by_worker"),
            models.Index(fields=["chair", "starts_at"], name="meeting_by_chair"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.id})"

    @property
    def ends_at(self) -> dt.datetime:
        return self.starts_at + dt.timedelta(minutes=self.minutes)

    @property
    def is_cancelled(self) -> bool:
        return self.news == News.CANCELLED


class MeetingPerson(SealedRow):
    """Somebody who will be there: a first name and what they do."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="people")
    first_name = SealedTextField()
    kind = models.CharField(max_length=20, choices=PersonKind.choices)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return f"{self.kind} ({self.id})"

    @property
    def does(self) -> str:
        """What they do, as the child reads it."""
        return str(self.get_kind_display())
