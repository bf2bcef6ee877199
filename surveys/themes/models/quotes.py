"""Words that may stand in a report: proposed by one person, checked by another (domain.md §4.4)."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from core.fields import SealedTextField
from core.sealed_rows import SealedRow
from surveys.themes.enums import ChildSaid, Quoting, Withdrawn

LIVE = (Quoting.PROPOSED.value, Quoting.PASSED.value)


class QuoteCandidate(SealedRow):
    """`wording` is what would be printed. The database itself refuses one person in both parts."""

    answer = models.ForeignKey("responses.Answer", on_delete=models.CASCADE, related_name="quote_candidates")
    wording = SealedTextField()
    reason = SealedTextField()
    reworded = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=Quoting.choices, default=Quoting.PROPOSED)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    checked_at = models.DateTimeField(null=True, blank=True)
    harm_checked = models.BooleanField(default=False)
    child_said = models.CharField(max_length=3, choices=ChildSaid.choices, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_why = models.CharField(max_length=5, choices=Withdrawn.choices, blank=True)

    class Meta:
        ordering = ["id"]  # random: nothing tells which came first
        constraints = [
            models.UniqueConstraint(fields=["answer"], condition=Q(state__in=LIVE), name="one_live_quote_of_an_answer"),
            models.CheckConstraint(condition=~Q(checked_by=F("proposed_by")), name="quote_has_two_people"),
            models.CheckConstraint(
                condition=~Q(state=Quoting.PASSED) | Q(checked_by__isnull=False, harm_checked=True),
                name="passed_quote_is_checked",
            ),
            models.CheckConstraint(
                condition=~Q(state=Quoting.PASSED, child_said=ChildSaid.NO), name="no_quote_against_a_no"
            ),
        ]

    def __str__(self) -> str:
        return f"quote {self.pk}"
