from django.conf import settings
from django.db import models
from django.db.models import Q

from core.age_bands import AgeBand, ReadingLevel
from core.fields import SealedTextField
from core.models import Council
from core.sealed_rows import SealedRow, UUIDRow
from surveys.questionnaires.enums import FormKind
from surveys.questionnaires.models import QuestionnaireVersion
from surveys.responses.enums import AnswerState, ChangeKind, FilledBy, Helper, Share
from surveys.responses.models.tickets import Ticket


class Response(UUIDRow):
    """What one child sent, once. `ticket` and `respondent_key` are empty where answers are not named (SUR12).

    `counting_key` is a keyed one-way mark of the child: it outlives the identity until the year
    is counted (D5). `readers_named` and `writers_named` hold the ids of those whose names stood on the page with
    Send: who may read, and the report writers beside the tick. Nobody else opens these words unless the young
    person was told, and nobody else at all to write a report (S7). `language` is the one they use themselves;
    which language words are in stands with the words. `doubted_at`: the young person was asked alone, and these
    may not be their words; everything is kept for the people who read it, and counts for nothing else.
    """

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(QuestionnaireVersion, on_delete=models.PROTECT, related_name="responses")
    form = models.CharField(max_length=20, choices=FormKind.choices)
    ticket = models.ForeignKey(Ticket, null=True, blank=True, on_delete=models.SET_NULL, related_name="responses")
    respondent_key = models.CharField(max_length=32, blank=True, db_index=True)
    counting_key = models.CharField(max_length=32)
    sent_key = models.CharField(max_length=64, blank=True)
    band = models.CharField(max_length=8, choices=AgeBand.choices)
    level = models.CharField(max_length=12, choices=ReadingLevel.choices)
    language = models.CharField(max_length=12, default="en")
    setting_label = models.CharField(max_length=60, blank=True)
    sent_at = models.DateTimeField()
    ok_to_count = models.BooleanField(default=True)
    may_use_words = models.BooleanField(default=False)
    writers_may_read = models.BooleanField(default=False)
    readers_named = models.JSONField(default=list)
    writers_named = models.JSONField(default=list)
    share = models.CharField(max_length=8, choices=Share.choices, default=Share.JUST)
    filled_by = models.CharField(max_length=8, choices=FilledBy.choices, blank=True)
    helped_by = models.CharField(max_length=12, choices=Helper.choices, blank=True)
    was_watched = models.CharField(max_length=3, choices=[("yes", "Yes"), ("no", "No")], blank=True)
    not_checked = models.BooleanField(default=True)
    doubted_at = models.DateTimeField(null=True, blank=True)
    take_back_asked_at = models.DateTimeField(null=True, blank=True)
    words_until = models.DateField(null=True, blank=True, db_index=True)
    copied_to_record_at = models.DateTimeField(null=True, blank=True)
    on_hold = models.BooleanField(default=False)
    words_gone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ticket", "form"], name="one_response_of_each_form"),
            models.CheckConstraint(
                condition=Q(ticket__isnull=True) | ~Q(respondent_key=""),
                name="unnamed_response_has_no_ticket",
            ),
        ]
        indexes = [
            models.Index(fields=["form", "sent_at"], name="response_form_sent"),
            models.Index(fields=["counting_key"], name="response_of_one_child"),
        ]

    def __str__(self) -> str:
        return f"{self.get_form_display()}, sent"


class Answer(UUIDRow):
    """One part of one question: which choices, never which words."""

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="answers")
    question_id = models.CharField(max_length=40)
    part_id = models.CharField(max_length=40)
    state = models.CharField(max_length=10, choices=AnswerState.choices)
    options = models.JSONField(default=list)
    share = models.BooleanField(default=False)
    hide_from_parents = models.BooleanField(default=False)
    may_quote = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["response", "part_id"], name="one_answer_a_part")]

    def __str__(self) -> str:
        return self.part_id


class Words(SealedRow):
    """A child's own words, in a table of their own (D5), bound to their place by the seal (D10)."""

    answer = models.OneToOneField(Answer, on_delete=models.CASCADE, related_name="words")
    text = SealedTextField()
    language = models.CharField(max_length=12, default="en")

    class Meta:
        verbose_name_plural = "words"

    def __str__(self) -> str:
        return "[sealed]"

    def sealing_context(self) -> tuple[str, ...]:
        answer = self.answer
        version = answer.response.version
        return (
            str(answer.response.council_id),
            str(version.questionnaire_id),
            answer.part_id,
            str(answer.response_id),
            str(version.pk),
        )


class ChangeRequest(SealedRow):
    """Changing one's mind, or taking back: asked of a person, never erasure by whoever holds the card
    (S5).
    """

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="change_requests")
    kind = models.CharField(max_length=10, choices=ChangeKind.choices)
    words = SealedTextField(blank=True)
    language = models.CharField(max_length=12, default="en")
    asked_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["asked_at"]

    def __str__(self) -> str:
        return self.get_kind_display()

    def sealing_context(self) -> tuple[str, ...]:
        return ("change", str(self.response_id), self.kind)
