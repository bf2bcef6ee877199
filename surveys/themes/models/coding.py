"""Who put which text under which themes, and what two people agree on. Ids of themes only, never a word."""

from django.conf import settings
from django.db import models

from core.sealed_rows import UUIDRow
from surveys.themes.models.sets import ThemeSet


class Coding(UUIDRow):
    """One person's own look at one text. Goes when the words go."""

    set = models.ForeignKey(ThemeSet, on_delete=models.CASCADE, related_name="codings")
    answer = models.ForeignKey("responses.Answer", on_delete=models.CASCADE, related_name="codings")
    coder = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    themes = models.JSONField(default=list)
    coded_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["set", "answer", "coder"], name="one_look_per_person")]

    def __str__(self) -> str:
        return f"coding {self.pk}"


class AgreedThemes(UUIDRow):
    """What stands for a text: only this is counted. Says nothing of who looked."""

    set = models.ForeignKey(ThemeSet, on_delete=models.CASCADE, related_name="agreed")
    answer = models.ForeignKey("responses.Answer", on_delete=models.CASCADE, related_name="agreed_themes")
    themes = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["set", "answer"], name="one_agreement_per_text")]

    def __str__(self) -> str:
        return f"agreed {self.pk}"
