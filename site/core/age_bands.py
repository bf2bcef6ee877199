"""Age band and reading level are two axes (D2); an audience is what one text is written for."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AgeBand(models.TextChoices):
    """Ages in whole years, both ends included. 10 and 18 matter in law; support lasts to 25."""

    B8_11 = "8-11", _("8 to 11")
    B12_15 = "12-15", _("12 to 15")
    B16_17 = "16-17", _("16 and 17")
    B18_25 = "18-25", _("18 to 25")


class ReadingLevel(models.TextChoices):  # for staff
    STANDARD = "standard", _("Standard")
    EASY_READ = "easy-read", _("Easy Read")


class Audience(models.TextChoices):
    AGE_8_11 = "8-11", _("Age 8 to 11")
    AGE_12_15 = "12-15", _("Age 12 to 15")
    AGE_16_17 = "16-17", _("Age 16 and 17")
    AGE_18_25 = "18-25", _("Age 18 to 25")
    EASY_READ = "easy-read", _("Easy Read")
    PARENT_CARER = "parent-carer", _("For parents and carers")


def audience_for(band: str, level: str) -> Audience:
    """The audience whose texts this young person is given; easier words come first (S6)."""
    if level == ReadingLevel.EASY_READ:
        return Audience.EASY_READ
    return Audience(band)
