"""Puts the shipped texts into the page tree and publishes them through the same gate as everyone's."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Site

from participation.leaflets.content.boys import BOYS
from participation.leaflets.content.campaigns import CAMPAIGNS
from participation.leaflets.content.meeting import MEETING
from participation.leaflets.content.reports import SUMMARIES
from participation.leaflets.content.rights import RIGHTS
from participation.leaflets.content.shapes import Campaign, Fact, Family, Summary
from participation.leaflets.content.worries import WORRIES
from participation.leaflets.domain.gate import NotReady
from participation.leaflets.domain.plain_format import stream_from
from participation.leaflets.models import (
    CampaignPage,
    LeafletIndexPage,
    LeafletPage,
    LeafletVersionPage,
    SummaryPage,
)
from participation.leaflets.models.care import CaredForPage

FAMILIES: tuple[Family, ...] = (MEETING, WORRIES, RIGHTS, BOYS)
REVIEW_AFTER = dt.timedelta(days=365)
OWNER = "Participation team"
INDEX_SLUG = "leaflets"


@dataclass
class Started:
    """What `load_starter` did: titles that went live, and why others stayed drafts."""

    live: list[str] = field(default_factory=list)
    held_back: dict[str, list[str]] = field(default_factory=dict)


@transaction.atomic
def load_starter(*, now: dt.datetime) -> Started:
    """Safe to run again: a page that exists is left as people made it, and tried once more if it is a draft.

    Without a day on which the council's help numbers were rung, every page stays a draft (R10).
    """
    started = Started()
    index = _site_root(now, started)
    for family in FAMILIES:
        page = _page(LeafletPage, index, family.slug, now, started, title=family.title, intro=family.intro)
        for audience, version in family.versions.items():
            _page(
                LeafletVersionPage,
                page,
                audience,
                now,
                started,
                title=version.title,
                audience=audience,
                body=stream_from(version.text, seed=f"{family.slug}/{audience}"),
                facts=_facts(family.facts),
            )
    for summary in SUMMARIES:
        _summary(index, summary, now, started)
    for campaign in CAMPAIGNS:
        _campaign(index, campaign, now, started)
    return started


def _site_root(now: dt.datetime, started: Started) -> LeafletIndexPage:
    """The index becomes the root of the only site; Wagtail's welcome page goes."""
    root = Page.get_first_root_node()
    index = _page(
        LeafletIndexPage,
        root,
        INDEX_SLUG,
        now,
        started,
        title="Leaflets",
        intro="Read what you like. You don't need a code for this.",
    )
    site = Site.objects.filter(is_default_site=True).first() or Site(hostname="localhost", is_default_site=True)
    if site.root_page_id != index.pk:
        site.root_page, site.site_name = index, "Your Turn"
        site.save()
    for page in root.get_children().exclude(pk=index.pk).filter(slug="home", content_type__model="page"):
        page.delete()
    return index


def _page(model: type[CaredForPage], parent: Page, slug: str, now: dt.datetime, started: Started, **values: Any) -> Any:
    page = model.objects.child_of(parent).filter(slug=slug).first()
    if page is None:
        page = model(
            slug=slug,
            live=False,
            content_owner=OWNER,
            review_by=timezone.localdate(now) + REVIEW_AFTER,
            **values,
        )
        parent.add_child(instance=page)
        page.save_revision(clean=False)
        parent.refresh_from_db()
    if not page.live:
        _publish(page, started)
    return model.objects.get(pk=page.pk)


def _publish(page: CaredForPage, started: Started) -> None:
    try:
        with transaction.atomic():
            page.get_latest_revision().publish()
    except NotReady as refusal:
        started.held_back[f"{page.slug}: {page.title}"] = refusal.messages
    else:
        started.live.append(page.title)


def _facts(facts: tuple[Fact, ...]) -> list[dict[str, Any]]:
    return [{"type": "fact", "value": {"fact": fact.fact, "source": fact.source, "checked_on": None}} for fact in facts]


def _summary(index: Page, summary: Summary, now: dt.datetime, started: Started) -> None:
    _page(
        SummaryPage,
        index,
        summary.slug,
        now,
        started,
        title=summary.title,
        intro=summary.intro,
        audience=summary.audience,
        body=stream_from(summary.text, seed=summary.slug),
        facts=_facts(summary.facts),
        report_title=summary.report_title,
        report_by=summary.report_by,
        report_parts=summary.report_parts,
        report_date=dt.date.fromisoformat(summary.report_date) if summary.report_date else None,
    )


def _campaign(index: Page, campaign: Campaign, now: dt.datetime, started: Started) -> None:
    _page(
        CampaignPage,
        index,
        campaign.slug,
        now,
        started,
        title=campaign.title,
        intro=campaign.intro,
        audience=campaign.audience,
        body=stream_from(campaign.text, seed=campaign.slug),
        facts=_facts(campaign.facts),
        other_names="\n".join(campaign.other_names),
    )
