"""The words of a reply: which kind it is, and how young people were told."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReplyKind(models.TextChoices):
    OPEN = "open", _("We are working it out")
    WE_DID = "we_did", _("We did")
    WE_WILL = "we_will", _("We will")
    WE_CANT_BECAUSE = "we_cant_because", _("We can’t because")


class Telling(models.TextChoices):
    """The four parts of good feedback to children (Lundy's four Fs)."""

    FULL = "full", _("Full: we said everything we could")
    FRIENDLY = "friendly", _("Friendly: in words and a way they liked")
    FAST = "fast", _("Fast: soon after we knew")
    FOLLOWED_UP = "followed_up", _("Followed up: we came back later")


class StepKind(models.TextChoices):
    WRITTEN = "written", _("Written")
    CHANGED = "changed", _("Changed")
    PUBLISHED = "published", _("Put on the page")
    TAKEN_OFF = "taken_off", _("Taken off the page")
    UNDONE = "undone", _("Last change undone")
