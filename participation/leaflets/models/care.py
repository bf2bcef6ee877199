"""What every page for children and parents has: an owner, a review date, and a gate in front of "live"."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from core.blocks import FactsBlock, PlainContentBlock
from core.wording import passages
from participation.leaflets.domain.gate import NotReady, blockers
from participation.leaflets.panels import WordChecksPanel
from participation.leaflets.permissions import ChildContentTester

BOOKKEEPING = frozenset(
    {
        *("draft_title", "has_unpublished_changes", "latest_revision", "latest_revision_created_at"),
        *("live_revision", "first_published_at", "last_published_at", "expired", "wagtail_admin_comments"),
        *("locked", "locked_at", "locked_by", "url_path", "numchild", "alias_of_id"),
    }
)
"""Columns that change no word a reader sees; saving only these needs no gate."""


class CaredForPage(Page):
    """Every way to "live" (publish, save, copy, alias) ends in `save`, so the gate stands there (D3)."""

    content_owner = models.CharField("who looks after this page", max_length=120, blank=True)
    review_by = models.DateField("look at it again by", null=True, blank=True)
    contacts_reviewed_on = models.DateField("help numbers last rung on", null=True, blank=True)
    written_with = models.CharField(
        "written with young people: which group",
        max_length=120,
        blank=True,
        help_text="Only when it is true. The name of a group, never of a child. Empty shows nothing.",
    )
    written_with_on = models.DateField("when they last looked at it", null=True, blank=True)
    body = StreamField(PlainContentBlock(), blank=True)
    facts = StreamField(FactsBlock(), blank=True, verbose_name="facts from outside to check")

    care_panels = [
        MultiFieldPanel(
            [FieldPanel("content_owner"), FieldPanel("review_by"), FieldPanel("contacts_reviewed_on")],
            heading="Looking after this page",
        ),
        MultiFieldPanel([FieldPanel("written_with"), FieldPanel("written_with_on")], heading="Young people's part"),
        FieldPanel("facts"),
        WordChecksPanel(heading="Checks on words"),
    ]
    settings_panels: list[Any] = []
    search_fields: list[Any] = []
    preview_modes: list[tuple[str, str]] = [("", "As readers see it")]

    class Meta:
        abstract = True

    @property
    def reading_audience(self) -> str:
        """The audience whose targets the words are held to."""
        return "12-15"

    @property
    def is_stale(self) -> bool:
        return self.review_by is None or self.review_by < timezone.localdate()

    @property
    def own_words(self) -> tuple[str, ...]:
        """The texts outside the body that readers see."""
        return (self.title,)

    def all_words(self) -> list[str]:
        """Everything a reader reads on this page except other people's words and numbers."""
        own = (part.text for part in passages(self.body.get_prep_value()) if part.kind == "own")
        return [*(text for text in self.own_words if text), *own]

    def more_blockers(self) -> list[str]:
        """Reasons of one page type only; the shared ones are in `domain.gate`."""
        return []

    def save(self, clean: bool = True, user: Any = None, log_action: Any = False, **kwargs: Any) -> Any:
        if self.alias_of_id:
            self.live = False  # a mirrored page is somebody else's text: it never goes live by itself (D14)
        if self.live and _changes_words(kwargs.get("update_fields")) and not self._stands_already():
            reasons = blockers(self, today=timezone.localdate())
            if reasons:
                raise NotReady(reasons)
        return super().save(clean=clean, user=user, log_action=log_action, **kwargs)

    def _gated_values(self) -> tuple[Any, ...]:
        return (
            self.own_words,
            self.slug,
            self.seo_title,
            self.body.get_prep_value(),
            self.contacts_reviewed_on,
        )

    def _stands_already(self) -> bool:
        """True where the same words are live already: a lock or a move is not a new publication."""
        stored = type(self).objects.filter(pk=self.pk, live=True).first() if self.pk else None
        return stored is not None and stored._gated_values() == self._gated_values()

    def permissions_for_user(self, user: Any) -> ChildContentTester:
        return ChildContentTester(user, self)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().serve(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex, noarchive"
        return response


def _changes_words(update_fields: Iterable[str] | None) -> bool:
    return update_fields is None or bool(set(update_fields) - BOOKKEEPING)
