"""A poll and its counters. There is no row for a person, and no field that could hold one."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from core.age_bands import AgeBand
from core.sealed_rows import UUIDRow
from surveys.polls.enums import IfTooFew, Mode, Progress, Split, State

UNSAID = "unsaid"


class Poll(UUIDRow):
    """`questions`: [[id, wording, [[option id, label], …]], …]. What is declared stays as it is once open.

    `code_digest` is slow and peppered; the code itself is shown once.
    """

    title = models.CharField(max_length=80)
    mode = models.CharField(max_length=8, choices=Mode.choices)
    band = models.CharField(max_length=8, choices=AgeBand.choices, blank=True)
    questions = models.JSONField(default=list)
    split = models.CharField(max_length=12, choices=Split.choices, blank=True)
    decision = models.CharField(max_length=300)
    decided_by = models.CharField(max_length=120)
    reply_on = models.DateField()
    if_too_few = models.CharField(max_length=8, choices=IfTooFew.choices, default=IfTooFew.AGAIN)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    code_digest = models.CharField(max_length=64, blank=True, editable=False)
    goes = models.PositiveSmallIntegerField(default=0)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    progress = models.CharField(max_length=10, choices=Progress.choices, default=Progress.UNDER_10)
    progress_on = models.DateField(null=True, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-made_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["code_digest"], condition=~Q(code_digest=""), name="one_poll_a_code"),
        ]

    def __str__(self) -> str:
        return self.title


class Counter(models.Model):
    """How many chose one option, in one split. All rows are made at opening, so a count is only ever added to.

    The marks are sums of random numbers drawn for each ballot and forgotten at once: they name the set of
    ballots in the cell and no ballot, so that the same ballots round the same way (P11).
    """

    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="counters")
    question = models.CharField(max_length=8)
    category = models.CharField(max_length=20, blank=True)
    option = models.CharField(max_length=8)
    count = models.PositiveIntegerField(default=0)
    mark_one = models.BigIntegerField(default=0)
    mark_two = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["poll", "question", "category", "option"], name="one_counter_a_cell"),
        ]

    def __str__(self) -> str:
        return f"{self.poll_id} {self.question}"
