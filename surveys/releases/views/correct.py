"""Putting a summary right: what will happen is said first, and no number is."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.access import allow
from surveys.releases.domain.sharing import standing_of
from surveys.releases.forms import CorrectionForm
from surveys.releases.models import Release
from surveys.releases.permissions import can_run_releases
from surveys.releases.tasks import correct_one
from surveys.releases.views.person import person_of


@allow(can_run_releases)
@require_http_methods(["GET", "HEAD", "POST"])
def work_release_correct(request: HttpRequest, release_id: UUID) -> HttpResponse:
    release = get_object_or_404(Release.objects.select_related("window__programme"), pk=release_id)
    if standing_of(release) != release:
        messages.info(request, "A corrected summary has taken the place of this one already. Here it is.")
        return redirect("work_release", release_id=standing_of(release).pk)
    form = CorrectionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        asked = (form.cleaned_data["reason"], str(person_of(request).pk), timezone.now().isoformat())
        correct_one.enqueue(str(release.pk), *asked)
        messages.success(request, "It is being counted and checked again. Look in again in a few minutes.")
        return redirect("work_release", release_id=standing_of(release).pk)
    context = {"release": release, "form": form}
    return render(request, "pages/releases/work_release_correct.html", context, status=422 if form.errors else 200)
