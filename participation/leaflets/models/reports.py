"""Plain summaries of committee reports, and campaigns that the council takes part in."""

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

from core.age_bands import Audience
from participation.leaflets.models.care import CaredForPage


class SummaryPage(CaredForPage):
    """A report that adults wrote for a committee, said plainly, with its source (DB18 §1.5)."""

    intro = models.CharField(max_length=300, blank=True)
    audience = models.CharField(max_length=20, choices=Audience.choices, default=Audience.AGE_12_15)
    report_title = models.CharField(max_length=200)
    report_by = models.CharField("which council and committee", max_length=200)
    report_date = models.DateField(null=True, blank=True)
    report_parts = models.CharField("which parts", max_length=200, help_text="As in: 1.5 and 4.9 to 4.12")
    report_url = models.URLField("where the report is", blank=True)
    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        FieldPanel("audience"),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("report_title", "report_by", "report_date", "report_parts", "report_url")],
            heading="The report it is about",
        ),
        *CaredForPage.care_panels,
    ]
    promote_panels = [FieldPanel("slug")]
    template = "pages/leaflets/summary.html"
    parent_page_types = ["leaflets.LeafletIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "plain summary of a report"

    @property
    def reading_audience(self) -> str:
        return self.audience

    @property
    def own_words(self) -> tuple[str, ...]:
        return (self.title, self.intro)


class CampaignPage(CaredForPage):
    """A campaign under all the names it goes by. Plain "how to tell someone"; no reports are taken here."""

    intro = models.CharField(max_length=300, blank=True)
    audience = models.CharField(max_length=20, choices=Audience.choices, default=Audience.AGE_12_15)
    other_names = models.TextField("other names it goes by, one on each line", blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True, help_text="Empty: it goes on.")
    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        FieldPanel("audience"),
        MultiFieldPanel(
            [FieldPanel("other_names"), FieldPanel("starts_on"), FieldPanel("ends_on")],
            heading="The campaign",
        ),
        FieldPanel("body"),
        *CaredForPage.care_panels,
    ]
    promote_panels = [FieldPanel("slug")]
    template = "pages/leaflets/campaign.html"
    parent_page_types = ["leaflets.LeafletIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "campaign"

    @property
    def reading_audience(self) -> str:
        return self.audience

    @property
    def known_as(self) -> list[str]:
        """Every other name people may know it by."""
        return [line.strip() for line in self.other_names.splitlines() if line.strip()]

    @property
    def own_words(self) -> tuple[str, ...]:
        return (self.title, self.intro, self.other_names)
