"""The young member: their note for the front of a pack, and that their supporter went through a pack with them."""

from django.conf import settings
from django.db import models

from core.fields import SealedTextField
from core.sealed_rows import SealedRow, UUIDRow

NOTE_MAX = 600


class YoungNote(SealedRow):
    """Sealed for good. On the pack once the writer and their supporter both agreed; never with a name.

    `ready_at`: the writer is done and asks the supporter to read it. Before that, nobody reads it.
    """

    subgroup = models.ForeignKey("subgroups.Subgroup", on_delete=models.CASCADE, related_name="+")
    release = models.ForeignKey("releases.Release", on_delete=models.PROTECT, related_name="+")
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    words = SealedTextField(blank=True, default="")
    started_at = models.DateTimeField()
    ready_at = models.DateTimeField(null=True, blank=True)
    agreed_at = models.DateTimeField(null=True, blank=True)
    agreed_with = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    chased_at = models.DateTimeField(null=True, blank=True, editable=False)
    worried_at = models.DateTimeField(null=True, blank=True, editable=False)
    worried_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    passed_on_at = models.DateTimeField(null=True, blank=True, editable=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["started_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["subgroup", "release", "writer"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="one_note_of_a_writer_on_a_pack",
            )
        ]

    def __str__(self) -> str:
        return f"note {self.pk}"

    def sealing_context(self) -> tuple[str, ...]:
        return (str(self.subgroup_id), "young-note", str(self.id))

    @property
    def is_on_the_pack(self) -> bool:
        return self.agreed_at is not None and self.withdrawn_at is None


class Briefing(UUIDRow):
    """A supporter went through this pack with their young member. A record only: it opens and closes nothing."""

    subgroup = models.ForeignKey("subgroups.Subgroup", on_delete=models.CASCADE, related_name="+")
    release = models.ForeignKey("releases.Release", on_delete=models.PROTECT, related_name="+")
    young_member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    supporter = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    held_on = models.DateField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subgroup", "release", "young_member"], name="one_briefing_for_a_young_member_and_pack"
            )
        ]

    def __str__(self) -> str:
        return f"briefing {self.pk}"
