"""What is reported on, how often, and the windows of time that are frozen one by one."""

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from core.sealed_rows import UUIDRow
from surveys.releases.enums import Cadence, Counted, WindowState


class Programme(UUIDRow):
    """A series of releases. A consultation has its own, with one window (D6)."""

    slug = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=120)
    cadence = models.CharField(max_length=10, choices=Cadence.choices)
    forms = models.JSONField(default=list, help_text="The forms that get a sheet each.")
    questionnaire = models.ForeignKey(
        "questionnaires.Questionnaire",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Only for a consultation: count the answers to this questionnaire alone.",
    )
    year_starts = models.PositiveSmallIntegerField(
        default=4, help_text="The month in which the reporting year starts: the first of a quarter."
    )

    class Meta:
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(condition=Q(year_starts__in=[1, 4, 7, 10]), name="a_year_is_whole_quarters"),
        ]

    def __str__(self) -> str:
        return self.title


class WindowQuerySet(models.QuerySet["Window"]):
    def waiting(self) -> Self:
        """Neither frozen nor found too small."""
        return self.filter(frozen_at=None)

    def closed_by(self, moment: dt.datetime) -> Self:
        return self.filter(closes_at__lte=moment)


class Window(UUIDRow):
    """Answers sent before `closes_at` are counted here, unless an earlier window has used them."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="windows")
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    settle_days = models.PositiveSmallIntegerField(default=7)
    frozen_at = models.DateTimeField(null=True, editable=False)
    not_enough = models.BooleanField(default=False, editable=False)

    objects = WindowQuerySet.as_manager()

    class Meta:
        ordering = ["-opens_at"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "opens_at"], name="one_window_at_a_time"),
            models.CheckConstraint(condition=Q(closes_at__gt=models.F("opens_at")), name="window_ends_after_start"),
            models.CheckConstraint(condition=Q(settle_days__gte=7), name="window_settles_a_week"),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} {self.opens_at:%Y-%m-%d}"

    @property
    def due_at(self) -> dt.datetime:
        """The earliest moment of a freeze: the close and the days to settle (rule 2)."""
        return self.closes_at + dt.timedelta(days=self.settle_days)

    def state_at(self, now: dt.datetime) -> WindowState:
        if self.frozen_at is not None:
            return WindowState.NOT_ENOUGH if self.not_enough else WindowState.FROZEN
        if now < self.opens_at:
            return WindowState.PLANNED
        if now < self.closes_at:
            return WindowState.OPEN
        return WindowState.DUE if now >= self.due_at else WindowState.SETTLING

    @property
    def state(self) -> WindowState:
        return self.state_at(timezone.now())


class CharacteristicPlan(UUIDRow):
    """Whether a characteristic is told quarterly or yearly: chosen once for a reporting year (rule 12)."""

    year = models.PositiveSmallIntegerField()
    characteristic = models.CharField(max_length=20, choices=Counted.choices)
    cadence = models.CharField(max_length=10, choices=Cadence.choices)

    class Meta:
        ordering = ["-year", "characteristic"]
        constraints = [
            models.UniqueConstraint(fields=["year", "characteristic"], name="one_cadence_per_year"),
            models.CheckConstraint(
                condition=Q(characteristic__in=[c.value for c in Counted if c not in ("total", "everyone")]),
                name="only_known_characteristics",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.characteristic}"
