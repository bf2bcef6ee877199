"""Champions: adults in homes, teams and schools who help young people speak up, and young champions.

A young champion is on no list that others see (S22): no name, home or school is kept here, only the sign-in,
if there is one, and the supporter.
"""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.sealed_rows import UUIDRow


class SettingKind(models.TextChoices):
    HOME = "home", _("Children’s home")
    TEAM = "social_work_team", _("Social work team")
    SCHOOL = "school", _("School")
    HEALTH = "health", _("Health")
    POLICE = "police", _("Police")
    VOLUNTARY = "voluntary", _("Voluntary group")


class ChampionKind(models.TextChoices):
    ADULT = "adult", _("Adult")
    YOUNG = "young", _("Young person")


class Setting(models.Model):
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=16, choices=SettingKind.choices)
    district = models.CharField(max_length=80, blank=True, default="")

    class Meta:
        ordering = ["kind", "name"]
        constraints = [models.UniqueConstraint(fields=["kind", "name"], name="a_setting_once_per_kind")]

    def __str__(self) -> str:
        return self.name


class ChampionQuerySet(models.QuerySet["Champion"]):
    def active(self) -> "ChampionQuerySet":
        return self.filter(active=True)

    def adults(self) -> "ChampionQuerySet":
        return self.filter(kind=ChampionKind.ADULT)

    def young(self) -> "ChampionQuerySet":
        """Only the champions' lead may use this (S22)."""
        return self.filter(kind=ChampionKind.YOUNG)

    def refresher_late(self, *, now: datetime) -> "ChampionQuerySet":
        return self.active().filter(refresher_due__lt=timezone.localdate(now))


class Champion(UUIDRow):
    kind = models.CharField(max_length=8, choices=ChampionKind.choices, default=ChampionKind.ADULT)
    name = models.CharField(max_length=120, blank=True, default="", help_text="Adults only.")
    setting = models.ForeignKey(Setting, null=True, blank=True, on_delete=models.PROTECT, related_name="champions")
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="champion"
    )
    supporter = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    trained_on = models.DateField(null=True, blank=True)
    refresher_due = models.DateField(null=True, blank=True)
    active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

    objects = ChampionQuerySet.as_manager()

    class Meta:
        ordering = ["name", "created_at"]
        constraints = [
            models.CheckConstraint(
                name="a_young_champion_has_no_name_or_place_here",
                condition=~models.Q(kind=ChampionKind.YOUNG) | (models.Q(name="") & models.Q(setting__isnull=True)),
            ),
            models.CheckConstraint(
                name="an_adult_champion_has_a_setting",
                condition=~models.Q(kind=ChampionKind.ADULT) | models.Q(setting__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"Champion {self.pk}"
