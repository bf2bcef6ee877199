"""What was published, once and for good; which responses it used up; and who was given it."""

import datetime as dt
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from core import seals
from core.models.audit import AddOnly
from core.sealed_rows import UUIDRow
from surveys.releases.disclosure.content import ReleaseContent, canonical_bytes
from surveys.releases.enums import Counted
from surveys.releases.models.programme import Window

SEAL_PURPOSE = "release"


class Tampered(Exception):
    """The stored release is not the one that was sealed. Show nothing from it."""


class Release(AddOnly, UUIDRow):
    """One frozen report: a sheet per form, no exact count. Never changed; only superseded (rule 13).

    `audited` says that every table has passed the attack of rule 11. Until then a release holds
    tables for everyone only.
    """

    window = models.ForeignKey(Window, on_delete=models.PROTECT, related_name="releases")
    ref = models.CharField(max_length=80, unique=True)
    frozen_at = models.DateTimeField()
    content = models.JSONField()
    signature = models.CharField(max_length=64)
    supersedes = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="superseded_by"
    )
    audited = models.BooleanField(default=False)

    class Meta:
        verbose_name = "release"
        ordering = ["-frozen_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["window"], condition=Q(supersedes=None), name="one_first_release_per_window"
            ),
            models.UniqueConstraint(
                fields=["supersedes"], condition=Q(supersedes__isnull=False), name="superseded_once"
            ),
        ]

    def __str__(self) -> str:
        return self.ref

    def sealed_bytes(self) -> bytes:
        """Everything a reader relies on, in one canonical form. Moments are in UTC."""
        return canonical_bytes(
            {
                "id": str(self.id),
                "window": str(self.window_id),
                "ref": self.ref,
                "frozen_at": self.frozen_at.astimezone(dt.UTC).isoformat(),
                "supersedes": str(self.supersedes_id or ""),
                "audited": self.audited,
                "content": self.content,
            }
        )

    def seal(self) -> None:
        self.signature = seals.sign(self.sealed_bytes(), purpose=SEAL_PURPOSE)

    def verified(self) -> ReleaseContent:
        """The content, if it is byte for byte what was sealed. Raises Tampered (P27)."""
        if not seals.verify(self.sealed_bytes(), self.signature, purpose=SEAL_PURPOSE):
            raise Tampered(f"Release {self.id} does not match its seal.")
        return ReleaseContent.from_json(self.content)


class ReleaseNote(AddOnly, UUIDRow):
    """Something to know beside a release that is too small to correct: no number in it (rule 13)."""

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="notes")
    words = models.TextField(max_length=600)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )

    class Meta:
        verbose_name = "release note"
        ordering = ["written_at", "id"]

    def __str__(self) -> str:
        return f"{self.release_id}: a note"


class Contribution(models.Model):
    """This response has had its turn in this way (rule 12). Not for readers: the job's own memory.

    `counted` is false for an earlier answer of a child whose later one was counted. `group` is the place
    of its group in the release, for everyone the place of its age band: some questions are for some ages.
    With them the attack on a later release knows whom every earlier number counts.
    """

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="contributions")
    response_id = models.UUIDField()
    form = models.CharField(max_length=20, help_text="The sheet it was counted on.")
    characteristic = models.CharField(max_length=20, choices=Counted.choices)
    counted = models.BooleanField(default=True)
    group = models.PositiveSmallIntegerField(null=True)
    superseded = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["response_id", "characteristic"],
                condition=Q(superseded=False),
                name="each_response_once",
            ),
            models.CheckConstraint(condition=Q(characteristic__in=Counted.values), name="counted_in_a_known_way"),
        ]
        indexes = [models.Index(fields=["response_id"], name="where_a_response_stood")]

    def __str__(self) -> str:
        return f"{self.release_id} {self.characteristic}"


class ReleaseShare(UUIDRow):
    """Who may open a release: "subgroup:<slug>" or "champions" (D6)."""

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="shares")
    audience_key = models.CharField(max_length=80)
    shared_at = models.DateTimeField()
    shared_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["audience_key"]
        constraints = [
            models.UniqueConstraint(fields=["release", "audience_key"], name="shared_once_with_each"),
        ]

    def __str__(self) -> str:
        return f"{self.release_id} {self.audience_key}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.audience_key != "champions" and not self.audience_key.startswith("subgroup:"):
            raise ValueError("A release is shared with a subgroup or with champions.")
        super().save(*args, **kwargs)
