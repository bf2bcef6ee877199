"""Staff pages of releases. Nothing here reads an answer; what is shown was stored before."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from accounts.access import allow
from accounts.models import User
from surveys.releases.domain.freezing import NotEnough, TooEarly, freeze_window
from surveys.releases.domain.overview import earlier_contents, programmes_with_windows
from surveys.releases.domain.sharing import share, stop_sharing
from surveys.releases.domain.shown import METHOD, shown_sheets
from surveys.releases.domain.windows import Overlap, make_quarter_windows, quarterly_programme
from surveys.releases.forms import QuartersForm, ShareForm
from surveys.releases.models import Release, Tampered, Window
from surveys.releases.permissions import can_run_releases, can_see_releases
from surveys.releases.registry import audiences


def _person(request: HttpRequest) -> User:
    """Whom `allow` has let in."""
    return cast(User, request.user)


@allow(can_see_releases)
@require_GET
def work_releases(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "pages/releases/work_releases.html",
        {
            "programmes": programmes_with_windows(now=timezone.now()),
            "form": QuartersForm(),
            "can_run": can_run_releases(_person(request)),
        },
    )


@allow(can_run_releases)
@require_POST
def work_windows_new(request: HttpRequest) -> HttpResponse:
    form = QuartersForm(request.POST)
    if not form.is_valid():
        context = {"programmes": programmes_with_windows(now=timezone.now()), "form": form, "can_run": True}
        return render(request, "pages/releases/work_releases.html", context, status=422)
    try:
        made = make_quarter_windows(quarterly_programme(), **form.cleaned_data)
        messages.success(request, f"{len(made)} quarters are in the list.")
    except Overlap as reason:
        messages.error(request, str(reason))
    return redirect("work_releases")


@allow(can_run_releases)
@require_POST
def work_window_freeze(request: HttpRequest, window_id: UUID) -> HttpResponse:
    """Two people pressing at once get one and the same release."""
    window = get_object_or_404(Window.objects.select_related("programme"), pk=window_id)
    try:
        outcome = freeze_window(window, now=timezone.now(), by=_person(request))
    except TooEarly as reason:
        messages.error(request, str(reason))
        return redirect("work_releases")
    if isinstance(outcome, NotEnough):
        messages.info(request, "Not enough answers yet. They are kept for the next summary.")
        return redirect("work_releases")
    messages.success(request, "This summary is frozen. Nothing in it changes any more.")
    return redirect("work_release", release_id=outcome.pk)


@allow(can_see_releases)
@require_GET
def work_release(request: HttpRequest, release_id: UUID) -> HttpResponse:
    release = get_object_or_404(Release.objects.select_related("window__programme"), pk=release_id)
    try:
        content = release.verified()
        sheets = shown_sheets(content, earlier=earlier_contents(release))
    except Tampered:
        return render(request, "pages/releases/work_release_broken.html", {"release": release}, status=409)
    labels = {audience.key: audience.label for audience in audiences()}
    shares = [
        (share.audience_key, labels.get(share.audience_key, share.audience_key)) for share in release.shares.all()
    ]
    context = {
        "release": release,
        "content": content,
        "sheets": sheets,
        "method": METHOD,
        "shares": shares,
        "share_form": ShareForm() if labels else None,
        "can_run": can_run_releases(_person(request)),
    }
    return render(request, "pages/releases/work_release.html", context)


@allow(can_run_releases)
@require_POST
def work_release_share(request: HttpRequest, release_id: UUID) -> HttpResponse:
    release = get_object_or_404(Release, pk=release_id)
    form = ShareForm(request.POST)
    if form.is_valid():
        share(release, form.cleaned_data["audience_key"], by=_person(request), now=timezone.now())
        messages.success(request, "They can open it now.")
    else:
        messages.error(request, "Pick a group from the list.")
    return redirect("work_release", release_id=release.pk)


@allow(can_run_releases)
@require_POST
def work_release_unshare(request: HttpRequest, release_id: UUID) -> HttpResponse:
    release = get_object_or_404(Release, pk=release_id)
    stop_sharing(release, request.POST.get("audience_key", "")[:80], by=_person(request), now=timezone.now())
    messages.success(request, "They can not open it any more.")
    return redirect("work_release", release_id=release.pk)
