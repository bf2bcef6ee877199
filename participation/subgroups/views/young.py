"""The young member's note for one pack, and what their supporter does: read, agree, "we went through it"."""

from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.access import allow
from accounts.requests import StaffRequest, version_in
from participation.subgroups.domain import notes, young
from participation.subgroups.domain.hints import looks_like_names
from participation.subgroups.domain.members import people_of
from participation.subgroups.models import Part, Subgroup, YoungNote
from participation.subgroups.permissions import may_have_groups
from participation.subgroups.question_forms import BriefingForm, NoteForm
from participation.subgroups.registry import can_be_worried
from participation.subgroups.views.opening import group_of
from participation.subgroups.views.places import release_of
from surveys.releases.models import Release

GONE = "This page is from before a change. Look again, and press the button once more."


@allow(may_have_groups)
@require_http_methods(["GET", "HEAD", "POST"])
def group_note(request: StaffRequest, slug: str, release: str) -> HttpResponse:
    now = timezone.now()
    group, member = group_of(request, slug)
    pack = release_of(group, release)
    if member.part == Part.YOUNG_MEMBER:
        return _own(request, group, pack, now=now)
    supported = young.supported_by(request.user, group, now=now)
    if not supported and not notes.notes_to_read(request.user, group, release=pack):
        raise Http404
    form = BriefingForm(
        request.POST if request.POST.get("do") == "brief" else None,
        young=supported,
        today=timezone.localdate(now),
        initial={"held_on": timezone.localdate(now)},
    )
    if request.method == "POST":
        return _support(request, group, pack, form, now=now)
    return _show_supporter(request, group, pack, form, now=now)


def _own(request: StaffRequest, group: Subgroup, pack: Release, *, now: datetime) -> HttpResponse:
    note = notes.own_note(group, pack, request.user)
    if request.method != "POST":
        return _show_own(request, group, pack, note, now=now)
    if request.POST.get("do") == "withdraw":
        return _withdraw(request, group, pack, note, now=now)
    form, ready = NoteForm(request.POST), request.POST.get("do") == "ready"
    if not form.is_valid():
        return _show_own(request, group, pack, note, form=form, status=422, now=now)
    names = looks_like_names(form.cleaned_data["words"]) if ready else []
    if names and form.cleaned_data["seen"] != "yes":
        return _show_own(request, group, pack, note, form=form, names=names, status=422, now=now)
    words, version = form.cleaned_data["words"], form.cleaned_data["version"]
    try:
        notes.write_note(group, pack, words=words, writer=request.user, ready=ready, version=version, now=now)
    except notes.NoteRefused as refused:
        form.add_error("words", refused.reason)
        return _show_own(request, group, pack, note, form=form, status=422, now=now)
    messages.success(request, _("Your supporter can read it now.") if ready else _("Saved. Nobody else can read it."))
    return redirect("group_note", group.slug, pack.ref)


def _withdraw(
    request: StaffRequest, group: Subgroup, pack: Release, note: YoungNote | None, *, now: datetime
) -> HttpResponse:
    if note is not None:
        notes.withdraw_note(note, by=request.user, now=now)
    messages.success(request, _("Your note is gone: from the pack, and from here."))
    return redirect("group_note", group.slug, pack.ref)


def _support(
    request: StaffRequest, group: Subgroup, pack: Release, form: BriefingForm, *, now: datetime
) -> HttpResponse:
    if request.POST.get("do") == "brief":
        if not form.is_valid():
            return _show_supporter(request, group, pack, form, status=422, now=now)
        given = form.cleaned_data
        young.record_briefing(
            group, pack, young=given["young_member"], supporter=request.user, held_on=given["held_on"], now=now
        )
        messages.success(request, _("Written down: you went through this pack together."))
        return redirect("group_note", group.slug, pack.ref)
    try:
        done = _do_to_note(request, group, pack, now=now)
    except notes.NoteRefused as refused:
        return _show_supporter(request, group, pack, form, reason=refused.reason, status=409, now=now)
    messages.success(request, done)
    return redirect("group_note", group.slug, pack.ref)


def _do_to_note(request: StaffRequest, group: Subgroup, pack: Release, *, now: datetime) -> str:
    mine = {str(row.pk): row for row in notes.notes_to_read(request.user, group, release=pack)}
    row, do = mine.get(request.POST.get("note", "")), request.POST.get("do", "")
    if row is None or do not in ("agree", "hand_back", "withdraw", "worried"):
        raise notes.NoteRefused(_(GONE))
    if do == "worried":
        notes.be_worried_by_note(row, by=request.user, now=now)
        return _("Thank you. The people who keep young people safe get these words in the next few minutes.")
    if do == "withdraw":
        notes.withdraw_note(row, by=request.user, now=now)
        return _("The note is gone: from the pack, and from here.")
    act = notes.agree_note if do == "agree" else notes.hand_back_note
    act(row, by=request.user, version=version_in(request), now=now)
    return _("It stands on the front of the pack now.") if do == "agree" else _("Handed back. They can change it.")


def _show_own(
    request: StaffRequest,
    group: Subgroup,
    pack: Release,
    note: YoungNote | None,
    *,
    form: NoteForm | None = None,
    names: list[str] | None = None,
    status: int = 200,
    now: datetime,
) -> HttpResponse:
    words, version = (note.words.open(), note.version) if note else ("", 0)
    context = {
        "group": group,
        "release": pack,
        "note": note,
        "words": words,
        "form": form or NoteForm(initial={"words": words, "version": version}),
        "names": names or [],
        "supporters": young.supporters_of(request.user, group, now=now),
        "readers": people_of(group, now=now).adults,
    }
    return render(request, "pages/subgroups/note.html", context, status=status)


def _show_supporter(
    request: StaffRequest,
    group: Subgroup,
    pack: Release,
    form: BriefingForm,
    *,
    reason: str = "",
    status: int = 200,
    now: datetime,
) -> HttpResponse:
    waiting = notes.notes_to_read(request.user, group, release=pack)
    context = {
        "group": group,
        "release": pack,
        "form": form,
        "reason": reason,
        "can_be_worried": can_be_worried(),
        "notes": [(row, row.words.open()) for row in waiting],
        "briefed": young.briefings_of(group, pack, young.supported_by(request.user, group, now=now)),
    }
    return render(request, "pages/subgroups/note_supporter.html", context, status=status)
