"""A person reads one question aloud, in one language (ACC2, D31)."""

from django.conf import settings
from django.db import models

from core.models import Sound


class QuestionRecording(models.Model):
    """`said` is the sum of the words that were read: the recording is out of date as soon as they change."""

    questionnaire = models.ForeignKey(
        "questionnaires.Questionnaire", on_delete=models.CASCADE, related_name="recordings"
    )
    language = models.CharField(max_length=12, default="en")
    question = models.CharField(max_length=40)
    sound = models.ForeignKey(Sound, on_delete=models.PROTECT, related_name="+")
    speaker = models.CharField(max_length=120)
    spoken_on = models.DateField()
    said = models.CharField(max_length=64)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["questionnaire_id", "language", "question"]
        constraints = [
            models.UniqueConstraint(
                fields=["questionnaire", "language", "question"], name="one_recording_a_question_and_language"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question}, {self.speaker}"
