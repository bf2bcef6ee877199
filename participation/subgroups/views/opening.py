"""Finding a group and one of its packs for whoever asks; everything else is the same 404.

Reads nothing of the address but its path: parameters cannot change a byte (P4, P16).
"""

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.requests import StaffRequest
from participation.subgroups.domain.packs import Pack, build_pack
from participation.subgroups.domain.shelf import earlier_packs, find_pack, quarters_of
from participation.subgroups.models import Membership, Part, Subgroup
from participation.subgroups.permissions import membership_of
from surveys.releases.disclosure.content import ReleaseContent
from surveys.releases.domain.shown import METHOD, NOT_SHOWN, NOT_YET
from surveys.releases.domain.tampering import report_tampering
from surveys.releases.models import Release, Tampered

WORDS = {"method": METHOD, "not_yet": NOT_YET, "not_shown": NOT_SHOWN}


@dataclass(frozen=True)
class Opened:
    """`content` is what was sealed; `pack` is what a group reads."""

    group: Subgroup
    member: Membership
    release: Release
    content: ReleaseContent
    pack: Pack


class BrokenSeal(Exception):
    """Carries the page that says so; the lead has been told."""

    def __init__(self, page: HttpResponse) -> None:
        super().__init__("A release does not match its seal.")
        self.page = page


def group_of(request: StaffRequest, slug: str) -> tuple[Subgroup, Membership]:
    """Somebody else's group and no group at all are the same 404."""
    found = Subgroup.objects.filter(slug=slug).prefetch_related("aliases").first()
    member = membership_of(request.user, found, now=timezone.now()) if found else None
    if found is None or member is None:
        raise Http404
    return found, member


def open_pack(request: StaffRequest, slug: str, key: str, *, now: datetime) -> Opened:
    """Raises Http404, and BrokenSeal where the stored release is not the one that was sealed."""
    group, member = group_of(request, slug)
    release = find_pack(group, key)
    if release is None:
        raise Http404
    try:
        content = release.verified()
        pack = build_pack(
            group, release, earlier=earlier_packs(group, release), quarters=quarters_of(group, content), now=now
        )
    except Tampered as broken:
        report_tampering(release, seen_by=request.user, now=now)
        page = render(request, "pages/subgroups/pack_closed.html", {"group": group}, status=409)
        raise BrokenSeal(page) from broken
    return Opened(group, member, release, content, pack)


def open_as_adult(request: StaffRequest, slug: str, key: str, *, now: datetime) -> Opened:
    """Files go to adults only: nothing is kept on a young person's own device (S1, AC-31)."""
    _group, member = group_of(request, slug)
    if member.part == Part.YOUNG_MEMBER:
        raise Http404
    return open_pack(request, slug, key, now=now)
