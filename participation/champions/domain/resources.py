"""What champions can hand on: the live leaflets, and the summaries shared with champions."""

from dataclasses import dataclass

from django.db.models import QuerySet

from participation.champions.domain.programme import AUDIENCE_KEY
from participation.leaflets.domain.families import shelf_of
from participation.leaflets.models import LeafletIndexPage
from surveys.releases.domain.sharing import find_shared
from surveys.releases.models import Release


def summaries() -> QuerySet[Release]:
    """Releases shared with champions, newest first, corrected ones left out; the figures stay unread."""
    return _shared().select_related("window__programme").defer("content")


def find_summary(ref: str) -> Release | None:
    """The summary with this ref, or what took its place. What was not shared with champions does not exist for them."""
    return find_shared(AUDIENCE_KEY, ref)


def _shared() -> QuerySet[Release]:
    shared = Release.objects.filter(shares__audience_key=AUDIENCE_KEY, superseded_by=None)
    return shared.order_by("-window__closes_at", "ref")


@dataclass(frozen=True)
class Resource:
    title: str
    url: str


def resources() -> list[Resource]:
    """Live leaflets, plain summaries and campaigns, in the order of the shelf."""
    index = LeafletIndexPage.objects.live().public().first()
    if index is None:
        return []
    shelf = shelf_of(index)
    pages = [*shelf.leaflets, *shelf.summaries, *shelf.campaigns]
    return [Resource(page.title, page.url) for page in pages if page.url]
