"""One release as staff see it: the published figures, who has it, what stands beside it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from accounts.access import allow
from surveys.releases.disclosure.parameters import CHARACTERISTICS
from surveys.releases.domain.by_groups import characteristic_words, characteristics_of, grouped_sheets
from surveys.releases.domain.notes import notes_of
from surveys.releases.domain.overview import earlier_contents
from surveys.releases.domain.sharing import share, standing_of, stop_sharing
from surveys.releases.domain.shown import METHOD, NOT_SHOWN, shown_sheets
from surveys.releases.domain.tampering import report_tampering
from surveys.releases.forms import ShareForm
from surveys.releases.models import Release, Tampered
from surveys.releases.permissions import can_run_releases, can_see_releases
from surveys.releases.registry import audiences
from surveys.releases.views.person import person_of


@allow(can_see_releases)
@require_GET
def work_release(request: HttpRequest, release_id: UUID) -> HttpResponse:
    release = _release(release_id)
    try:
        content = release.verified()
        sheets = shown_sheets(content, earlier=earlier_contents(release))
    except Tampered:
        return _broken(request, release)
    labels = {audience.key: audience.label for audience in audiences()}
    keys = [share.audience_key for share in release.shares.all()]
    standing = standing_of(release)
    context = {
        "release": release,
        "content": content,
        "sheets": sheets,
        "by": characteristics_of(content),
        "method": METHOD,
        "notes": notes_of(release),
        "replaced_by": standing if standing != release else None,
        "shares": [(key, labels.get(key, key)) for key in keys],
        "share_form": ShareForm() if labels else None,
        "can_run": can_run_releases(person_of(request)),
    }
    return render(request, "pages/releases/work_release.html", context)


@allow(can_see_releases)
@require_GET
def work_release_by(request: HttpRequest, release_id: UUID, characteristic: str) -> HttpResponse:
    """A fixed list of pages, no filter. Not told and could not be told look the same (P16)."""
    release = _release(release_id)
    if characteristic not in CHARACTERISTICS:
        raise Http404
    try:
        content = release.verified()
    except Tampered:
        return _broken(request, release)
    context = {
        "release": release,
        "content": content,
        "title": characteristic_words(characteristic),
        "sheets": grouped_sheets(content, characteristic),
        "method": METHOD,
        "not_shown": NOT_SHOWN,
    }
    return render(request, "pages/releases/work_release_by.html", context)


@allow(can_run_releases)
@require_POST
def work_release_share(request: HttpRequest, release_id: UUID) -> HttpResponse:
    release = get_object_or_404(Release, pk=release_id)
    form = ShareForm(request.POST)
    if form.is_valid():
        share(release, form.cleaned_data["audience_key"], by=person_of(request), now=timezone.now())
        messages.success(request, "They can open it now.")
    else:
        messages.error(request, "Pick a group from the list.")
    return redirect("work_release", release_id=release.pk)


@allow(can_run_releases)
@require_POST
def work_release_unshare(request: HttpRequest, release_id: UUID) -> HttpResponse:
    release = get_object_or_404(Release, pk=release_id)
    stop_sharing(release, request.POST.get("audience_key", "")[:80], by=person_of(request), now=timezone.now())
    messages.success(request, "They can not open it any more.")
    return redirect("work_release", release_id=release.pk)


def _release(release_id: UUID) -> Release:
    return get_object_or_404(Release.objects.select_related("window__programme"), pk=release_id)


def _broken(request: HttpRequest, release: Release) -> HttpResponse:
    """None of it is shown, and those who can act are told."""
    report_tampering(release, seen_by=person_of(request), now=timezone.now())
    return render(request, "pages/releases/work_release_broken.html", {"release": release}, status=409)
