"""What the invite says, one text per kind of meeting and audience, edited in the CMS (D14)."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin

from accounts.models import Role
from core.age_bands import Audience
from core.languages import LANGUAGE_CHOICES
from core.models import ReadAloud
from participation.meetings.enums import MeetingKind

AUDIENCES = [choice for choice in Audience.choices if choice[0] != Audience.PARENT_CARER]


class InviteWording(PreviewableMixin, DraftStateMixin, RevisionMixin, ReadAloud):
    """`{worker}` and `{chair}` in a text become first names. It holds nothing about one young person."""

    kind = models.CharField(max_length=20, choices=MeetingKind.choices)
    audience = models.CharField(max_length=20, choices=AUDIENCES)
    language = models.CharField(max_length=8, choices=LANGUAGE_CHOICES, default="en")
    title = models.CharField("Heading", max_length=120)
    what = models.TextField("What it is")
    why = models.TextField("Why adults want to meet", help_text="What others may be doing, never what the child did.")
    not_blame = models.TextField("Not to blame you")
    your_say = models.TextField("You get a say")
    before = models.TextField("How it works: before")
    on_the_day = models.TextField("How it works: on the day")
    afterwards = models.TextField("How it works: after")
    choices = models.TextField("What you can choose", help_text="One choice on each line.")
    no_is_ok = models.TextField("Saying no is OK")
    who_reads = models.TextField("Who reads what you say")
    advocate = models.TextField("An advocate")
    rights = models.TextField("Your rights", help_text="One right on each line.")

    class Meta:
        ordering = ["kind", "audience", "language"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "audience", "language"], name="one_wording_a_kind_and_audience")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.get_audience_display()}"

    def all_words(self) -> list[str]:
        """What the recording says. Nothing about one young person is in it."""
        parts = (self.title, self.what, self.why, self.not_blame, self.your_say, self.before, self.on_the_day)
        return [*parts, self.afterwards, self.choices, self.no_is_ok, self.who_reads, self.advocate, self.rights]

    def publish(self, revision: Any, user: Any = None, **options: Any) -> None:
        """Gated here because every way of publishing ends here (D3, D32). Raises PermissionDenied."""
        if user is not None and not user.has_role(Role.ADMINISTRATOR):
            raise PermissionDenied("Only an administrator may publish what children read.")
        super().publish(revision, user=user, **options)

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "pages/meetings/invite_preview.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        from participation.meetings.domain.invites import preview_page

        return {"request": request, "page": preview_page(self)}
