"""Pages of a group: my groups, one group, the pack and its plainer twin."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import allow
from participation.subgroups.domain.members import people_of
from participation.subgroups.domain.packs import build_pack
from participation.subgroups.domain.prompts import questions_to_ask
from participation.subgroups.domain.shelf import earlier_packs, find_pack, packs_of
from participation.subgroups.models import Membership, Subgroup
from participation.subgroups.permissions import may_have_groups, membership_of
from participation.subgroups.views.requests import StaffRequest
from surveys.releases.domain.shown import METHOD, NOT_YET
from surveys.releases.domain.tampering import report_tampering
from surveys.releases.models import Tampered


@allow(may_have_groups)
@require_safe
def groups(request: StaffRequest) -> HttpResponse:
    mine = Subgroup.objects.of_member(request.user, now=timezone.now()).prefetch_related("aliases")
    return render(request, "pages/subgroups/groups.html", {"groups": mine})


@allow(may_have_groups)
@require_safe
def group(request: StaffRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    found, member = _group_of(request, slug)
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
    return _pack(request, slug, release, "pages/subgroups/pack.html")


@allow(may_have_groups)
@require_safe
def pack_plain(request: StaffRequest, slug: str, release: str) -> HttpResponse:
    return _pack(request, slug, release, "pages/subgroups/pack_plain.html")


def _pack(request: StaffRequest, slug: str, key: str, template: str) -> HttpResponse:
    """Reads nothing of the address but its path: parameters cannot change a byte (P4, P16)."""
    now = timezone.now()
    found, _member = _group_of(request, slug)
    release = find_pack(found, key)
    if release is None:
        raise Http404
    try:
        shown = build_pack(found, release, earlier=earlier_packs(found, release), now=now)
    except Tampered:
        report_tampering(release, seen_by=request.user, now=now)
        return render(request, "pages/subgroups/pack_closed.html", {"group": found}, status=409)
    context = {"pack": shown, "prompts": questions_to_ask(shown), "method": METHOD, "not_yet": NOT_YET}
    return render(request, template, context)


def _group_of(request: StaffRequest, slug: str) -> tuple[Subgroup, Membership]:
    """Somebody else's group and no group at all are the same 404."""
    found = Subgroup.objects.filter(slug=slug).prefetch_related("aliases").first()
    member = membership_of(request.user, found, now=timezone.now()) if found else None
    if found is None or member is None:
        raise Http404
    return found, member
