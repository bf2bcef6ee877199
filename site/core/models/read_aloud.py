"""A person reads a text aloud (ACC2, ACC7): a leaflet, an invite text. The words of the text are the transcript."""

import hashlib
import json

from django.db import models

from core.models.sound import Sound


class ReadAloud(models.Model):
    """`recording_said` is the sum of the words that were read: once they change, nobody is given the recording."""

    recording = models.ForeignKey(
        Sound, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    recording_speaker = models.CharField(
        "who speaks", max_length=120, blank=True, help_text="Their name stays in the studio."
    )
    recording_on = models.DateField("the day it was recorded", null=True, blank=True)
    recording_said = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        abstract = True

    def all_words(self) -> list[str]:
        raise NotImplementedError

    @property
    def words_now(self) -> str:
        return hashlib.sha256(json.dumps(self.all_words(), ensure_ascii=False).encode()).hexdigest()

    @property
    def can_be_heard(self) -> bool:
        return bool(self.recording_id) and self.recording_said == self.words_now
