"""The versions of a leaflet: which there are, which the reader sees, and that there is one of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from wagtail.models import Page

from core.age_bands import Audience
from core.languages import autonym

if TYPE_CHECKING:
    from participation.leaflets.models import LeafletIndexPage, LeafletPage, LeafletVersionPage

SOURCE_LANGUAGE = "en"
ORDER = {audience.value: place for place, audience in enumerate(Audience)}


@dataclass(frozen=True)
class Version:
    """One line of "Choose the one for you"."""

    label: str
    url: str
    language: str
    language_name: str
    audience: str
    is_here: bool = False


@dataclass(frozen=True)
class Choice:
    """What a reader can choose: by age or Easy Read, the twin for parents and carers, other languages."""

    young: list[Version] = field(default_factory=list)
    parent: list[Version] = field(default_factory=list)
    languages: list[Version] = field(default_factory=list)


@dataclass(frozen=True)
class Shelf:
    leaflets: list[Page]
    summaries: list[Page]
    campaigns: list[Page]


def shelf_of(index: LeafletIndexPage) -> Shelf:
    from participation.leaflets.models import CampaignPage, LeafletPage, SummaryPage

    def live(model: type[Page]) -> list[Page]:
        return list(model.objects.child_of(index).live().public().order_by("path"))

    return Shelf(live(LeafletPage), live(SummaryPage), live(CampaignPage))


def choice_of(family: LeafletPage, *, now_at: LeafletVersionPage | None = None) -> Choice:
    """Live and public versions only: a draft's title appears nowhere (M7)."""
    from participation.leaflets.models import LeafletVersionPage

    pages = LeafletVersionPage.objects.child_of(family).live().public()
    found = sorted(pages, key=lambda page: (ORDER.get(page.audience, 99), page.language))
    language = now_at.language if now_at else SOURCE_LANGUAGE
    audience = now_at.audience if now_at else ""
    own = [_version(page, now_at) for page in found if page.language == language]
    return Choice(
        young=[one for one in own if one.audience != Audience.PARENT_CARER],
        parent=[one for one in own if one.audience == Audience.PARENT_CARER],
        languages=[
            _version(page, now_at)
            for page in found
            if page.audience == audience or not audience
            if page.language != language
        ],
    )


def _version(page: LeafletVersionPage, now_at: LeafletVersionPage | None) -> Version:
    here = now_at is not None and page.pk == now_at.pk
    url = page.get_url() or ""
    label = str(Audience(page.audience).label)
    return Version(label, url, page.language, autonym(page.language), page.audience, here)


def parent_of(page: Page) -> Page:
    """The parent by the tree's own path, not a remembered one: a copy remembers the page it came from."""
    return Page.objects.get(path=page.path[: -Page.steplen]).specific


def new_parent(target: Page, pos: str | None) -> Page:
    return target.specific if pos in ("first-child", "last-child", "sorted-child") else parent_of(target)


def versions_like(version: LeafletVersionPage, *, family: Any) -> QuerySet[LeafletVersionPage]:
    from participation.leaflets.models import LeafletVersionPage

    same = LeafletVersionPage.objects.filter(family_id=family.pk, audience=version.audience, language=version.language)
    return same.exclude(pk=version.pk)


def second_version_message(version: LeafletVersionPage) -> str:
    label = Audience(version.audience).label
    return f"This leaflet already has a version “{label}” in {autonym(version.language)}. Change that one."


def refuse_a_second(version: LeafletVersionPage, *, family: LeafletPage) -> None:
    if versions_like(version, family=family).exists():
        raise ValidationError({"audience": second_version_message(version)})


def translation_blockers(version: LeafletVersionPage) -> list[str]:
    """R14: a translation needs a person who reads it, after the English last changed."""
    if version.language == SOURCE_LANGUAGE:
        return []
    name = autonym(version.language)
    if not version.translation_checked_by or not version.translation_checked_on:
        return [f"A person who reads {name} has to check this translation first."]
    source = (
        type(version)
        .objects.filter(family_id=version.family_id, audience=version.audience, language=SOURCE_LANGUAGE)
        .first()
    )
    changed = source.last_published_at if source else None
    if changed and changed.date() > version.translation_checked_on:
        return [f"The English text is newer than the check of the {name} one. Ask for a new check."]
    if version.recording_on and version.recording_on > version.translation_checked_on:
        return [f"The recording is newer than the check of the {name} text. Ask the checker to hear it, too."]
    return []


def missing_twins(index: Page) -> list[LeafletPage]:
    """Live leaflets for children without a live twin for parents and carers (DB18 §4.10)."""
    from participation.leaflets.models import LeafletPage, LeafletVersionPage

    twins = LeafletVersionPage.objects.live().filter(audience=Audience.PARENT_CARER).values("family_id")
    return list(LeafletPage.objects.descendant_of(index).live().exclude(pk__in=twins))
