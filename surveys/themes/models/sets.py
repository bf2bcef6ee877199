"""The few themes that one form of one window is sorted into."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from core.sealed_rows import UUIDRow

MOST_THEMES = 8  # rule 16


class ThemeSet(UUIDRow):
    """`window_id` names a window that only releases know. `edition` grows with every change of the themes."""

    window_id = models.UUIDField()
    form = models.CharField(max_length=20)
    title = models.CharField(max_length=160)
    edition = models.PositiveIntegerField(default=1)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-made_at"]
        constraints = [models.UniqueConstraint(fields=["window_id", "form"], name="one_theme_set_per_form")]

    def __str__(self) -> str:
        return self.title


class Theme(UUIDRow):
    """`name` is what readers of the report see; `meaning` helps two people to sort alike."""

    set = models.ForeignKey(ThemeSet, on_delete=models.CASCADE, related_name="themes")
    place = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=60)
    meaning = models.CharField(max_length=160, blank=True)

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["set", "place"], name="one_theme_at_a_place"),
            models.CheckConstraint(condition=Q(place__gte=1, place__lte=MOST_THEMES), name="eight_themes_at_most"),
        ]

    def __str__(self) -> str:
        return self.name
