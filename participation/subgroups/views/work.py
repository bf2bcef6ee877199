"""Staff pages for looking after groups. They show who is in a group and what was shared, and no figure."""

import uuid
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access import allow
from accounts.requests import StaffRequest
from participation.subgroups.domain import groups, members
from participation.subgroups.domain.shelf import packs_of, releases_to_share, share_with_group
from participation.subgroups.domain.young import free_places
from participation.subgroups.forms import GroupForm, MemberForm, ShareForm
from participation.subgroups.models import Membership, Subgroup
from participation.subgroups.permissions import can_look_after_groups, can_read_challenges

ON_A_PAGE = 25
LONGEST_SEARCH = 120


@allow(can_look_after_groups)
@require_safe
def work_groups(request: StaffRequest) -> HttpResponse:
    words = request.GET.get("q", "").replace("\0", "")[:LONGEST_SEARCH]
    found = Subgroup.objects.called(words).prefetch_related("aliases")
    in_it = Count("memberships", filter=Q(memberships__until__isnull=True), distinct=True)
    page = Paginator(found.annotate(people=in_it).order_by("name"), ON_A_PAGE).get_page(request.GET.get("page"))
    query = "&" + urlencode({"q": words}) if words else ""
    return render(request, "pages/subgroups/work_groups.html", {"page": page, "words": words, "query": query})


@allow(can_look_after_groups)
@require_http_methods(["GET", "HEAD", "POST"])
def work_group_new(request: StaffRequest) -> HttpResponse:
    form = GroupForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        group = groups.create_group(**form.cleaned_data, by=request.user, now=timezone.now())
        messages.success(request, _("The group is set up. Now add its members."))
        return redirect("work_group", group.pk)
    return render(request, "pages/subgroups/work_group_new.html", {"form": form})


@allow(can_look_after_groups)
@require_http_methods(["GET", "HEAD", "POST"])
def work_group(request: StaffRequest, group_id: uuid.UUID) -> HttpResponse:
    group = _group(group_id)
    if request.method != "POST":
        return _show(request, group)
    form = GroupForm(request.POST, group=group)
    if not form.is_valid():
        return _show(request, group, form=form)
    groups.describe_group(group, **form.cleaned_data, by=request.user, now=timezone.now())
    messages.success(request, _("Saved."))
    return redirect("work_group", group.pk)


@allow(can_look_after_groups)
@require_POST
def work_group_add_member(request: StaffRequest, group_id: uuid.UUID) -> HttpResponse:
    group = _group(group_id)
    form = MemberForm(request.POST)
    if not form.is_valid():
        return _show(request, group, member_form=form)
    try:
        members.add_member(group, **form.cleaned_data, by=request.user, now=timezone.now())
    except members.MemberRefused as refused:
        form.add_error("user", refused.reason)
        return _show(request, group, member_form=form)
    messages.success(request, _("Added. They can open the group’s packs now."))
    return redirect("work_group", group.pk)


@allow(can_look_after_groups)
@require_http_methods(["GET", "HEAD", "POST"])
def work_group_remove_member(request: StaffRequest, group_id: uuid.UUID, member_id: int) -> HttpResponse:
    rows = Membership.objects.select_related("user", "subgroup")
    member = get_object_or_404(rows, pk=member_id, subgroup_id=group_id, until__isnull=True)
    if request.method != "POST":
        return render(request, "pages/subgroups/work_group_remove_member.html", {"member": member})
    members.remove_member(member, by=request.user, now=timezone.now())
    messages.success(request, _("Removed. They cannot open the group’s pages any more."))
    return redirect("work_group", group_id)


@allow(can_look_after_groups)
@require_POST
def work_group_share(request: StaffRequest, group_id: uuid.UUID) -> HttpResponse:
    group = _group(group_id)
    form = ShareForm(request.POST, releases=releases_to_share(group))
    if not form.is_valid():
        return _show(request, group, share_form=form)
    share_with_group(group, form.cleaned_data["release"], by=request.user, now=timezone.now())
    messages.success(request, _("Shared. Everyone in the group can open it from now."))
    return redirect("work_group", group.pk)


def _group(group_id: uuid.UUID) -> Subgroup:
    return get_object_or_404(Subgroup.objects.prefetch_related("aliases"), pk=group_id)


def _show(
    request: StaffRequest,
    group: Subgroup,
    *,
    form: GroupForm | None = None,
    member_form: MemberForm | None = None,
    share_form: ShareForm | None = None,
) -> HttpResponse:
    aliases = "\n".join(alias.name for alias in group.aliases.all())
    start = {"name": group.name, "remit": group.remit, "aliases": aliases}
    context = {
        "group": group,
        "form": form or GroupForm(initial=start, group=group),
        "member_form": member_form or MemberForm(),
        "share_form": share_form or ShareForm(releases=releases_to_share(group)),
        "memberships": group.memberships.filter(until__isnull=True).select_related("user", "supporter"),
        "packs": packs_of(group),
        "free_places": free_places(group, now=timezone.now()),
        "reads_questions": can_read_challenges(request.user),
    }
    return render(request, "pages/subgroups/work_group.html", context)
