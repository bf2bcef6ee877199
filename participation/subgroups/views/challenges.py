"""The challenge log as the group sees it: the list, asking, and one question with what this person can do to it."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.access import allow
from accounts.requests import StaffRequest
from core.working_days import working_day_after, working_days_later
from participation.subgroups.domain import challenges
from participation.subgroups.domain.challenge_log import log_of, may_see, shown, to_read
from participation.subgroups.domain.challenge_people import is_reader
from participation.subgroups.domain.challenge_steps import ChallengeRefused
from participation.subgroups.domain.hints import looks_like_names
from participation.subgroups.domain.shelf import packs_of
from participation.subgroups.domain.young import participation_workers, supporters_of
from participation.subgroups.models import Challenge, DecisionAsked, Part, Subgroup
from participation.subgroups.permissions import may_have_groups
from participation.subgroups.question_forms import AskForm
from participation.subgroups.views.challenge_actions import Forms, NotDone, act, forms_for, rights
from participation.subgroups.views.opening import group_of
from participation.subgroups.views.places import challenge_of
from surveys.releases.models import Release

PACKS_TO_ASK_ABOUT, DECISIONS_TO_ASK_ABOUT = 8, 12


@allow(may_have_groups)
@require_safe
def group_challenges(request: StaffRequest, slug: str) -> HttpResponse:
    now = timezone.now()
    group, member = group_of(request, slug)
    context = {
        "group": group,
        "member": member,
        "log": log_of(group, request.user, now=now),
        "to_read": to_read(group, request.user, now=now),
    }
    return render(request, "pages/subgroups/challenges.html", context)


@allow(may_have_groups)
@require_http_methods(["GET", "HEAD", "POST"])
def group_challenge_new(request: StaffRequest, slug: str) -> HttpResponse:
    group, member = group_of(request, slug)
    choices = _about(group)
    if request.method != "POST":
        wanted = request.GET.get("about", "")
        return _ask(request, group, member.part, AskForm(about=choices, initial={"about": wanted}))
    form = AskForm(request.POST, about=choices)
    if not form.is_valid():
        return _ask(request, group, member.part, form, status=422)
    names = looks_like_names(form.cleaned_data["words"])
    if names and form.cleaned_data["seen"] != "yes":
        return _ask(request, group, member.part, form, names=names, status=422)
    try:
        row = _store(request, group, form)
    except ChallengeRefused as refused:
        form.add_error("words", refused.reason)
        return _ask(request, group, member.part, form, status=422)
    messages.success(request, _("Sent. You can see here what happens to it."))
    return redirect("group_challenge", group.slug, row.pk)


@allow(may_have_groups)
@require_http_methods(["GET", "HEAD", "POST"])
def group_challenge(request: StaffRequest, slug: str, challenge_id: uuid.UUID) -> HttpResponse:
    now = timezone.now()
    group, _member = group_of(request, slug)
    row = challenge_of(group, challenge_id)
    if not may_see(row, request.user) and not is_reader(request.user, row, now=now):
        raise Http404
    if request.method != "POST":
        return _show(request, group, row, forms_for(row, request.user, now=now))
    try:
        done = act(row, request.POST, user=request.user, now=now)
    except NotDone as refused:
        row = challenge_of(group, challenge_id)
        return _show(request, group, row, refused.forms, reason=refused.reason, status=refused.status)
    messages.success(request, done)
    return redirect("group_challenge", group.slug, row.pk)


def _store(request: StaffRequest, group: Subgroup, form: AskForm) -> Challenge:
    kind, _colon, key = form.cleaned_data["about"].partition(":")
    return challenges.ask(
        group,
        words=form.cleaned_data["words"],
        release=Release.objects.defer("content").get(pk=key) if kind == "release" else None,
        decision=DecisionAsked.objects.get(pk=key) if kind == "decision" else None,
        by=request.user,
        now=timezone.now(),
    )


def _about(group: Subgroup) -> list[tuple[str, str]]:
    packs = [
        (f"release:{each.pk}", f"{each.window.programme.title}, {each.ref}")
        for each in packs_of(group)[:PACKS_TO_ASK_ABOUT]
    ]
    newest = DecisionAsked.objects.filter(meeting__subgroup=group).order_by("-meeting__held_on", "number")
    return packs + [
        (f"decision:{each.pk}", _("The decision: %(asked)s") % {"asked": each.asked})
        for each in newest[:DECISIONS_TO_ASK_ABOUT]
    ]


def _ask(
    request: StaffRequest,
    group: Subgroup,
    part: str,
    form: AskForm,
    *,
    names: list[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Who reads it is said before anything is written, from the people who really do (S7, S18)."""
    now, young = timezone.now(), part == Part.YOUNG_MEMBER
    supporters = supporters_of(request.user, group, now=now) if young else []
    context = {
        "group": group,
        "form": form,
        "names": names or [],
        "young": young,
        "supporters": supporters,
        "workers": [each for each in participation_workers() if each not in supporters and each != request.user],
        "read_by": working_day_after(now),
        "answer_by": working_days_later(timezone.localdate(now), challenges.ANSWER_IN),
    }
    return render(request, "pages/subgroups/challenge_new.html", context, status=status)


def _show(
    request: StaffRequest, group: Subgroup, row: Challenge, forms: Forms, *, reason: str = "", status: int = 200
) -> HttpResponse:
    now = timezone.now()
    context = {
        "group": group,
        "row": shown(
            row, user=request.user, today=timezone.localdate(now), reads=is_reader(request.user, row, now=now)
        ),
        "steps": row.steps.order_by("number"),
        "may": rights(row, request.user, now=now),
        "forms": forms,
        "reason": reason,
        "read_by": row.read_by,
    }
    return render(request, "pages/subgroups/challenge.html", context, status=status)
