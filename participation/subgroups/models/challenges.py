"""The challenge log: a question about a pack or a decision, and the answer a named person owes it."""

from datetime import date

from django.conf import settings
from django.db import models

from core.fields import SealedTextField
from core.models.audit import AddOnly
from core.sealed_rows import SealedRow
from participation.subgroups.enums import ChallengeState, ChallengeStepKind

WORDS_MAX = 600


class Challenge(SealedRow):
    """The words rest sealed: they may be a young person's. `state` is where the history in the steps has got to."""

    subgroup = models.ForeignKey("subgroups.Subgroup", on_delete=models.CASCADE, related_name="challenges")
    release = models.ForeignKey("releases.Release", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey(
        "subgroups.DecisionAsked", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    by_young_member = models.BooleanField()
    words = SealedTextField(blank=True, default="")
    why_again = SealedTextField(blank=True, default="")
    state = models.CharField(max_length=12, choices=ChallengeState.choices, default=ChallengeState.NEW)
    asked_at = models.DateTimeField()
    read_by = models.DateTimeField(help_text="One working day after it was asked, or asked again (S18).")
    answer_by = models.DateField()
    answerer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answerer_role = models.CharField(max_length=120, blank=True, default="")
    told_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-asked_at", "id"]
        indexes = [models.Index(fields=["state", "answer_by"], name="challenge_state_day")]

    def __str__(self) -> str:
        return f"challenge {self.pk}"

    def sealing_context(self) -> tuple[str, ...]:
        return (str(self.subgroup_id), "challenge", str(self.id))

    def is_late(self, today: date) -> bool:
        """Nobody answered by the day that was given."""
        return self.state in ChallengeState.owed() and self.answer_by < today


class ChallengeAnswer(SealedRow):
    """What the named person said, on record. Sealed too: an answer may repeat the question."""

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="answers")
    number = models.PositiveSmallIntegerField()
    words = SealedTextField(blank=True, default="")
    name = models.CharField(max_length=140)
    role = models.CharField(max_length=120)
    answered_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["challenge", "number"], name="answers_are_numbered")]

    def __str__(self) -> str:
        return f"answer {self.pk}"

    def sealing_context(self) -> tuple[str, ...]:
        return (str(self.challenge_id), "challenge-answer", str(self.id))


class ChallengeStep(AddOnly):
    """What happened and when; no words. Append-only."""

    challenge = models.ForeignKey(Challenge, on_delete=models.PROTECT, related_name="steps")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=ChallengeStepKind.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        verbose_name = "challenge step"
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["challenge", "number"], name="one_challenge_step_per_number")]

    def __str__(self) -> str:
        return f"{self.number}. {self.get_kind_display()}"
