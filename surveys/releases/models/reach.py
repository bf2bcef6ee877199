"""How many young people live here, as staff were told by others; and the one thing to do about who is not heard."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from core.models.audit import AddOnly
from core.sealed_rows import UUIDRow
from surveys.releases.disclosure.content import EVERYONE
from surveys.releases.disclosure.parameters import CHARACTERISTICS
from surveys.releases.models.release import Release

SOURCE_MAX = 200
ACTION_MAX = 200
ABOUT = (EVERYONE, *CHARACTERISTICS)


class Population(AddOnly, UUIDRow):
    """Everything entered for one year and characteristic at one time; the highest number stands (D16).

    `figures`: people for each category; empty where the entry was taken back and none stood before.
    Never counted from invitations or answers.
    """

    year = models.PositiveSmallIntegerField()
    characteristic = models.CharField(max_length=20)
    number = models.PositiveIntegerField()
    figures = models.JSONField(default=dict)
    source = models.CharField(max_length=SOURCE_MAX, blank=True)
    as_of = models.DateField(null=True)
    takes_back = models.PositiveIntegerField(null=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    entered_at = models.DateTimeField()

    class Meta:
        verbose_name = "population"
        ordering = ["-year", "characteristic", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["year", "characteristic", "number"], name="one_population_per_number"),
            models.CheckConstraint(condition=Q(characteristic__in=ABOUT), name="population_of_a_known_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.characteristic} {self.number}"


class ReachAction(AddOnly, UUIDRow):
    """What staff will do to hear from somebody they do not hear from. The highest number stands; empty: none."""

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="reach_actions")
    number = models.PositiveIntegerField()
    text = models.CharField(max_length=ACTION_MAX, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        verbose_name = "reach action"
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["release", "number"], name="one_reach_action_per_number")]

    def __str__(self) -> str:
        return f"{self.release_id} {self.number}"
