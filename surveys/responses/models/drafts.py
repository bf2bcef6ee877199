from django.db import models

from core.fields import SealedTextField
from core.sealed_rows import SealedRow, UUIDRow
from surveys.questionnaires.enums import FormKind
from surveys.questionnaires.models import QuestionnaireVersion
from surveys.responses.enums import Helper
from surveys.responses.models.tickets import Ticket


class Draft(UUIDRow):
    """A form begun and not sent. Nobody reads it, and it is never shown back (S15, D25)."""

    ticket = models.ForeignKey(Ticket, on_delete=models.CASCADE, related_name="drafts")
    form = models.CharField(max_length=20, choices=FormKind.choices)
    version = models.ForeignKey(QuestionnaireVersion, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField(default=1)
    together = models.BooleanField(default=False)
    helped_by = models.CharField(max_length=12, choices=Helper.choices, blank=True)
    started_at = models.DateTimeField()
    touched_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ticket", "form"], name="one_draft_of_each_form")]

    def __str__(self) -> str:
        return f"{self.get_form_display()}, started"


class DraftAnswer(SealedRow):
    """What was given to one part so far: state, choices and words, all inside the seal.

    Kept by part, not by question: part ids are the same in the short, longer and easier versions.
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="answers")
    part_id = models.CharField(max_length=40)
    sealed = SealedTextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["draft", "part_id"], name="one_draft_answer_a_part")]

    def __str__(self) -> str:
        return "Something not sent yet"

    def sealing_context(self) -> tuple[str, ...]:
        return ("draft", str(self.draft_id), self.part_id)
