"""A leaflet is a family page with one child page for each audience and language (D14)."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from core.age_bands import Audience
from core.languages import LANGUAGE_CHOICES, autonym, is_right_to_left
from core.models import ReadAloud
from core.read_aloud import READ_ALOUD
from participation.leaflets.blocks import LeafletContentBlock
from participation.leaflets.domain import families
from participation.leaflets.domain.films import film_blockers
from participation.leaflets.forms import VersionForm
from participation.leaflets.models.care import CaredForPage


class LeafletIndexPage(CaredForPage):
    """The root of the public site, at /leaflets/."""

    intro = models.CharField(max_length=300, blank=True)
    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        FieldPanel("body"),
        *CaredForPage.care_panels,
    ]
    promote_panels = [FieldPanel("slug")]
    template = "pages/leaflets/leaflet_index.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["leaflets.LeafletPage", "leaflets.SummaryPage", "leaflets.CampaignPage"]
    max_count = 1

    @property
    def reading_audience(self) -> str:
        return Audience.AGE_8_11

    @property
    def own_words(self) -> tuple[str, ...]:
        return (self.title, self.intro)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | {"shelf": families.shelf_of(self)}

    class Meta:
        verbose_name = "all leaflets"


class LeafletPage(CaredForPage):
    """The family: says what the leaflet is about and lets the reader choose a version."""

    intro = models.CharField(max_length=300, blank=True)
    content_panels = [*Page.content_panels, FieldPanel("intro"), *CaredForPage.care_panels]
    promote_panels = [FieldPanel("slug")]
    template = "pages/leaflets/leaflet.html"
    parent_page_types = ["leaflets.LeafletIndexPage"]
    subpage_types = ["leaflets.LeafletVersionPage"]

    @property
    def reading_audience(self) -> str:
        return Audience.AGE_8_11

    @property
    def own_words(self) -> tuple[str, ...]:
        return (self.title, self.intro)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | {"choice": families.choice_of(self)}

    class Meta:
        verbose_name = "leaflet"


class LeafletVersionPage(CaredForPage, ReadAloud):  # type: ignore[django-manager-missing]  # ReadAloud is abstract, Page has the manager
    """One leaflet for one audience in one language. The words live here."""

    family = models.ForeignKey(LeafletPage, null=True, on_delete=models.SET_NULL, related_name="+", editable=False)
    audience = models.CharField(max_length=20, choices=Audience.choices)
    language = models.CharField(max_length=8, choices=LANGUAGE_CHOICES, default="en")
    body = StreamField(LeafletContentBlock(), blank=True)
    translation_checked_by = models.CharField(
        max_length=120,
        blank=True,
        help_text="A person who reads this language well. Empty: not checked, cannot go live.",
    )
    translation_checked_on = models.DateField(null=True, blank=True)
    content_panels = [
        *Page.content_panels,
        MultiFieldPanel([FieldPanel("audience"), FieldPanel("language")], heading="Who it is for"),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("translation_checked_by"), FieldPanel("translation_checked_on")],
            heading="Checked translation",
        ),
        MultiFieldPanel([FieldPanel(name) for name in READ_ALOUD], heading="Read aloud by a person"),
        *CaredForPage.care_panels,
    ]
    promote_panels = [FieldPanel("slug")]
    base_form_class = VersionForm
    template = "pages/leaflets/leaflet_version.html"
    parent_page_types = ["leaflets.LeafletPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "leaflet version"
        constraints = [models.UniqueConstraint(fields=["family", "audience", "language"], name="one_version_each")]

    @property
    def reading_audience(self) -> str:
        return self.audience

    @property
    def is_easy_read(self) -> bool:
        return self.audience == Audience.EASY_READ

    @property
    def language_name(self) -> str:
        return autonym(self.language)

    @property
    def direction(self) -> str:
        return "rtl" if is_right_to_left(self.language) else "ltr"

    def more_blockers(self) -> list[str]:
        return [*families.translation_blockers(self), *film_blockers(self.body.get_prep_value())]

    def save(self, *args: Any, **kwargs: Any) -> Any:
        update_fields = kwargs.get("update_fields")
        if self.path and (update_fields is None or "path" in update_fields):
            parent = families.parent_of(self)
            if not isinstance(parent, LeafletPage):
                raise ValidationError("A leaflet version stands under a leaflet.")
            self.family = parent
            families.refuse_a_second(self, family=parent)
        return super().save(*args, **kwargs)

    def move(self, target: Page, pos: str | None = None, user: Any = None) -> Any:
        parent = families.new_parent(target, pos)
        if not isinstance(parent, LeafletPage):
            raise ValidationError("A leaflet version stands under a leaflet.")
        families.refuse_a_second(self, family=parent)
        moved = super().move(target, pos=pos, user=user)
        type(self).objects.filter(pk=self.pk).update(family=parent)
        return moved

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | {
            "choice": families.choice_of(families.parent_of(self), now_at=self)
        }
