"""The words of a reply: which kind it is, and how young people were told."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReplyKind(models.TextChoices):
    OPEN = "open", _("We are working it out")
    WE_DID = "we_did", _("We did")
    WE_WILL = "we_will", _("We will")
    WE_CANT_BECAUSE = "we_cant_because", _("We can’t because")


class Telling(models.TextChoices):  # for staff
    """The four parts of good feedback to children (Lundy's four Fs)."""

    FULL = "full", _("Full: we said everything we could")
    FRIENDLY = "friendly", _("Friendly: in words and a way they liked")
    FAST = "fast", _("Fast: soon after we knew")
    FOLLOWED_UP = "followed_up", _("Followed up: we came back later")


class StepKind(models.TextChoices):  # for staff
    WRITTEN = "written", _("Written")
    CHANGED = "changed", _("Changed")
    PUBLISHED = "published", _("Put on the page")
    TAKEN_OFF = "taken_off", _("Taken off the page")
    UNDONE = "undone", _("Last change undone")


class CameFrom(models.TextChoices):  # for staff
    """Who made a recommendation (domain.md §7.4)."""

    TASK_AND_FINISH = "task_and_finish", _("A task-and-finish group")
    GROUP = "vyp", _("A group that decides")
    SURVEY = "survey", _("What young people answered")
    INSPECTION = "inspection", _("An inspection")


class Verdict(models.TextChoices):  # for staff
    WAITING = "waiting", _("No answer yet")
    ACCEPTED = "accepted", _("Yes")
    PART = "part", _("Yes, in part")
    NOT = "not", _("No")


class Progress(models.TextChoices):  # for staff
    """How it goes, in the words of whoever does it; the colour only helps (domain.md §7.4: RAG plus word)."""

    ON_TRACK = "green", _("Going well")
    SLOW = "amber", _("Slow")
    STUCK = "red", _("Stuck")


class DidItFix(models.TextChoices):  # for staff
    """What young people say about it: “Did this fix it?”"""

    YES = "yes", _("Yes")
    PARTLY = "partly", _("Partly")
    NO = "no", _("No")


class RecommendationStepKind(models.TextChoices):  # for staff
    WRITTEN = "written", _("Written")
    CHANGED = "changed", _("Changed")
    CLOSED = "closed", _("Closed")
    REOPENED = "reopened", _("Opened again")
    UNDONE = "undone", _("Last change undone")
