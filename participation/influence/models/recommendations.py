"""What somebody recommended, what adults answered, and what came of it. Staff write every text here."""

from datetime import date, datetime

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils import timezone

from core.models.audit import AddOnly
from core.sealed_rows import UUIDRow
from participation.influence.enums import CameFrom, DidItFix, Progress, RecommendationStepKind, Verdict
from participation.influence.models.replies import REPLY_MAX, WHO_MAX

TEXT_MAX = 300


class RecommendationQuerySet(models.QuerySet["Recommendation"]):
    def still_open(self) -> "RecommendationQuerySet":
        """Something is still to be done: no answer yet, or a yes that is not finished."""
        return self.filter(closed_at__isnull=True).exclude(verdict=Verdict.NOT)

    def overdue(self, *, now: datetime) -> "RecommendationQuerySet":
        return self.still_open().filter(due__lt=timezone.localdate(now))

    def open_first(self) -> "RecommendationQuerySet":
        """What is still to be done by its day, then what is settled, newest first."""
        settled = models.Q(closed_at__isnull=False) | models.Q(verdict=Verdict.NOT)
        place = models.Case(models.When(settled, then=1), default=0, output_field=models.IntegerField())
        return self.annotate(place=place).order_by("place", models.F("due").asc(nulls_last=True), "-created_at", "id")


class Recommendation(UUIDRow):
    """`audience_key` ("subgroup:<slug>") is the group that decided it; empty where no group did."""

    text = models.TextField(validators=[MaxLengthValidator(TEXT_MAX)])
    came_from = models.CharField(max_length=16, choices=CameFrom.choices)
    verdict = models.CharField(max_length=8, choices=Verdict.choices, default=Verdict.WAITING)
    reason = models.TextField(blank=True, default="", validators=[MaxLengthValidator(REPLY_MAX)])
    progress = models.CharField(max_length=8, choices=Progress.choices, default=Progress.ON_TRACK)
    owner_role = models.CharField(max_length=WHO_MAX, blank=True, default="")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    due = models.DateField(null=True, blank=True)
    audience_key = models.CharField(max_length=80, blank=True, default="", db_index=True)
    release = models.ForeignKey(
        "releases.Release", null=True, blank=True, on_delete=models.PROTECT, related_name="recommendations"
    )
    measure_id = models.CharField(max_length=40, blank=True, default="")
    theme = models.CharField(max_length=WHO_MAX, blank=True, default="")
    you_said = models.ForeignKey(
        "influence.YouSaid", null=True, blank=True, on_delete=models.SET_NULL, related_name="recommendations"
    )
    what_changed = models.TextField(blank=True, default="", validators=[MaxLengthValidator(REPLY_MAX)])
    did_it_fix = models.CharField(max_length=8, choices=DidItFix.choices, blank=True, default="")
    closed_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    told_of_due = models.DateField(null=True, blank=True, editable=False)

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "id"]
        constraints = [
            models.CheckConstraint(
                name="no_recommendation_closed_without_change_and_view",
                condition=models.Q(closed_at__isnull=True) | (~models.Q(what_changed="") & ~models.Q(did_it_fix="")),
            ),
            models.CheckConstraint(
                name="no_part_or_no_without_reason",
                condition=~models.Q(verdict__in=[Verdict.PART, Verdict.NOT]) | ~models.Q(reason=""),
            ),
            models.CheckConstraint(
                name="no_yes_without_owner_and_day",
                condition=~models.Q(verdict__in=[Verdict.ACCEPTED, Verdict.PART])
                | (~models.Q(owner_role="") & models.Q(due__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_verdict_display()} ({self.pk})"

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None

    @property
    def is_open(self) -> bool:
        return not self.is_closed and self.verdict != Verdict.NOT

    def is_late(self, today: date) -> bool:
        """Worked out each time it is read: nobody can forget to say it."""
        return self.is_open and self.due is not None and self.due < today


class RecommendationStep(AddOnly):
    """One line of the history: who, when, and what the recommendation said from then on. Append-only."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="steps")
    number = models.PositiveIntegerField()
    step = models.CharField(max_length=12, choices=RecommendationStepKind.choices)
    content = models.JSONField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        verbose_name = "recommendation step"
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["recommendation", "number"], name="one_line_per_number")]

    def __str__(self) -> str:
        return f"{self.number}. {self.get_step_display()}"
