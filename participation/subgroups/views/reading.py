"""Pages of a group: my groups, one group, the pack, its plainer twin, its large print, and group by group."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import allow
from accounts.requests import StaffRequest
from participation.subgroups.domain.breakdowns import breakdown_of
from participation.subgroups.domain.members import people_of
from participation.subgroups.domain.prompts import questions_to_ask
from participation.subgroups.domain.sheet import one_sheet
from participation.subgroups.domain.shelf import packs_of
from participation.subgroups.models import Part, Subgroup
from participation.subgroups.permissions import may_have_groups
from participation.subgroups.views.opening import WORDS, BrokenSeal, group_of, open_pack


@allow(may_have_groups)
@require_safe
def groups(request: StaffRequest) -> HttpResponse:
    mine = Subgroup.objects.of_member(request.user, now=timezone.now()).prefetch_related("aliases")
    return render(request, "pages/subgroups/groups.html", {"groups": mine})


@allow(may_have_groups)
@require_safe
def group(request: StaffRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    found, member = group_of(request, slug)
    context = {
        "group": found,
        "member": member,
        "packs": packs_of(found),
        "people": people_of(found, now=now),
    }
    return render(request, "pages/subgroups/group.html", context)


@allow(may_have_groups)
@require_safe
def pack(request: StaffRequest, slug: str, release: str) -> HttpResponse:
    return _pack(request, slug, release, "pages/subgroups/pack.html", is_one_sheet=True)


@allow(may_have_groups)
@require_safe
def pack_plain(request: StaffRequest, slug: str, release: str) -> HttpResponse:
    return _pack(request, slug, release, "pages/subgroups/pack_plain.html")


@allow(may_have_groups)
@require_safe
def pack_large(request: StaffRequest, slug: str, release: str) -> HttpResponse:
    return _pack(request, slug, release, "pages/subgroups/pack_large.html")


@allow(may_have_groups)
@require_safe
def pack_by(request: StaffRequest, slug: str, release: str, characteristic: str) -> HttpResponse:
    """Too few, withheld and never heard of are one page, one status, one mark (P16)."""
    try:
        opened = open_pack(request, slug, release, now=timezone.now())
    except BrokenSeal as broken:
        return broken.page
    breakdown = breakdown_of(opened.content, characteristic)
    context = {"pack": opened.pack, "breakdown": breakdown, **WORDS}
    return render(request, "pages/subgroups/pack_by.html", context)


def _pack(request: StaffRequest, slug: str, key: str, template: str, *, is_one_sheet: bool = False) -> HttpResponse:
    try:
        opened = open_pack(request, slug, key, now=timezone.now())
    except BrokenSeal as broken:
        return broken.page
    shown = one_sheet(opened.pack) if is_one_sheet else opened.pack
    gets_files = opened.member.part != Part.YOUNG_MEMBER
    context = {"pack": shown, "prompts": questions_to_ask(opened.pack), "gets_files": gets_files, **WORDS}
    return render(request, template, context)
