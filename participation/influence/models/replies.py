"""You said / we did: what young people asked for and what adults did about it.

Every text here is written by staff. A young person's own sentence never goes in: it would be public.
"""

from datetime import date, datetime

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils import timezone

from core.models.audit import AddOnly
from core.sealed_rows import UUIDRow
from participation.influence.enums import ReplyKind, StepKind

SAID_MAX = 300
REPLY_MAX = 600
WHO_MAX = 120


class YouSaidQuerySet(models.QuerySet["YouSaid"]):
    def published(self) -> "YouSaidQuerySet":
        return self.filter(published_at__isnull=False)

    def newest_first(self) -> "YouSaidQuerySet":
        """Newest publication first; the id settles a tie, so that pages never repeat a row."""
        return self.order_by(models.F("published_at").desc(nulls_first=True), "-created_at", "id")

    def overdue(self, *, now: datetime) -> "YouSaidQuerySet":
        """A reply or a promise whose day has passed, published or not."""
        return self.filter(kind__in=[ReplyKind.OPEN, ReplyKind.WE_WILL], due__lt=timezone.localdate(now))


class YouSaid(UUIDRow):
    said = models.TextField(validators=[MaxLengthValidator(SAID_MAX)])
    kind = models.CharField(max_length=16, choices=ReplyKind.choices, default=ReplyKind.OPEN)
    did = models.TextField(blank=True, default="", validators=[MaxLengthValidator(REPLY_MAX)])
    reason = models.TextField(blank=True, default="", validators=[MaxLengthValidator(REPLY_MAX)])
    decided_by = models.CharField(max_length=WHO_MAX, blank=True, default="")
    instead = models.TextField(blank=True, default="", validators=[MaxLengthValidator(REPLY_MAX)])
    owner_role = models.CharField(max_length=WHO_MAX, blank=True, default="")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="replies_owned",
    )
    due = models.DateField(null=True, blank=True)
    told_on = models.DateField(null=True, blank=True)
    how_told = models.JSONField(default=list, blank=True)
    release = models.ForeignKey(
        "releases.Release", null=True, blank=True, on_delete=models.PROTECT, related_name="you_said"
    )
    measure_id = models.CharField(max_length=40, blank=True, default="")
    theme = models.CharField(max_length=WHO_MAX, blank=True, default="")
    published_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    objects = YouSaidQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["-published_at"], name="you_said_newest")]
        constraints = [
            models.CheckConstraint(
                name="no_published_refusal_without_reason",
                condition=models.Q(published_at__isnull=True)
                | ~models.Q(kind=ReplyKind.WE_CANT_BECAUSE)
                | (~models.Q(reason="") & ~models.Q(decided_by="") & ~models.Q(instead="")),
            ),
            models.CheckConstraint(
                name="no_published_promise_without_a_day",
                condition=models.Q(published_at__isnull=True)
                | ~models.Q(kind__in=[ReplyKind.OPEN, ReplyKind.WE_WILL])
                | models.Q(due__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.pk})"

    @property
    def is_published(self) -> bool:
        return self.published_at is not None

    def is_late(self, today: date) -> bool:
        """The day we gave has passed and nothing has been done or said yet."""
        waiting = self.kind in (ReplyKind.OPEN, ReplyKind.WE_WILL)
        return waiting and self.due is not None and self.due < today


class YouSaidStep(AddOnly):
    """One line of a record's history: who, when, and what the record said from then on. Append-only."""

    you_said = models.ForeignKey(YouSaid, on_delete=models.PROTECT, related_name="steps")
    number = models.PositiveIntegerField()
    step = models.CharField(max_length=12, choices=StepKind.choices)
    kind = models.CharField(max_length=16, choices=ReplyKind.choices)
    content = models.JSONField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.DO_NOTHING,
        db_constraint=False,
        related_name="+",
    )
    at = models.DateTimeField()

    class Meta:
        verbose_name = "history step"
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["you_said", "number"], name="one_step_per_number")]

    def __str__(self) -> str:
        return f"{self.number}. {self.get_step_display()}"
