"""A group's own meeting: which packs lie on the table, and at most three decisions that are asked of it."""

from django.core.validators import MaxLengthValidator
from django.db import models

from core.sealed_rows import UUIDRow
from participation.influence.models import TEXT_MAX, WHO_MAX

MOST_DECISIONS = 3


class SubgroupMeeting(UUIDRow):
    subgroup = models.ForeignKey("subgroups.Subgroup", on_delete=models.CASCADE, related_name="meetings")
    held_on = models.DateField()
    releases = models.ManyToManyField("releases.Release", related_name="+")
    created_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-held_on", "-created_at", "id"]

    def __str__(self) -> str:
        return f"{self.held_on:%Y-%m-%d}"


class DecisionAsked(UUIDRow):
    """What the group is asked to decide. Once it has, the answer, owner and day live in the recommendation."""

    meeting = models.ForeignKey(SubgroupMeeting, on_delete=models.CASCADE, related_name="decisions")
    number = models.PositiveSmallIntegerField()
    asked = models.TextField(validators=[MaxLengthValidator(TEXT_MAX)])
    release = models.ForeignKey("releases.Release", on_delete=models.PROTECT, related_name="+")
    measure_id = models.CharField(max_length=40, blank=True, default="")
    theme = models.CharField(max_length=WHO_MAX, blank=True, default="")
    recommendation = models.OneToOneField(
        "influence.Recommendation", null=True, blank=True, on_delete=models.PROTECT, related_name="decision"
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "number"], name="a_decision_has_its_place"),
            models.CheckConstraint(
                name="at_most_three_decisions", condition=models.Q(number__gte=1, number__lte=MOST_DECISIONS)
            ),
            models.CheckConstraint(
                name="a_decision_comes_from_the_pack", condition=~models.Q(measure_id="") | ~models.Q(theme="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} ({self.pk})"

    @property
    def is_decided(self) -> bool:
        return self.recommendation_id is not None
