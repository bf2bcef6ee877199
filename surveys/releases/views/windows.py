"""The list of windows: what is being gathered, what can be frozen, what is frozen. Bands only."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from accounts.access import allow
from surveys.releases.domain.freezing import TooEarly, refuse_too_early
from surveys.releases.domain.overview import programmes_with_windows, years_to_plan
from surveys.releases.domain.windows import Overlap, make_quarter_windows, quarterly_programme
from surveys.releases.domain.years import may_choose_month
from surveys.releases.forms import QuartersForm, YearForm
from surveys.releases.models import Window
from surveys.releases.permissions import can_run_releases, can_see_releases
from surveys.releases.tasks import freeze_one
from surveys.releases.views.person import person_of


@allow(can_see_releases)
@require_GET
def work_releases(request: HttpRequest) -> HttpResponse:
    return list_of_windows(request, QuartersForm(), YearForm(ask_month=may_choose_month()))


@allow(can_run_releases)
@require_POST
def work_windows_new(request: HttpRequest) -> HttpResponse:
    form = QuartersForm(request.POST)
    if not form.is_valid():
        return list_of_windows(request, form, YearForm(ask_month=may_choose_month()), status=422)
    try:
        made = make_quarter_windows(quarterly_programme(), **form.cleaned_data)
        messages.success(request, f"{len(made)} quarters are in the list.")
    except Overlap as reason:
        messages.error(request, str(reason))
    return redirect("work_releases")


@allow(can_run_releases)
@require_POST
def work_window_freeze(request: HttpRequest, window_id: UUID) -> HttpResponse:
    """Hands it to the job worker. Two people pressing at once get one and the same release."""
    window = get_object_or_404(Window.objects.select_related("programme"), pk=window_id)
    person, now = person_of(request), timezone.now()
    try:
        refuse_too_early(window, now=now)
    except TooEarly as reason:
        messages.error(request, str(reason))
        return redirect("work_releases")
    freeze_one.enqueue(str(window.pk), str(person.pk), now.isoformat())
    window.refresh_from_db()
    return _told(request, window)


def list_of_windows(request: HttpRequest, quarters: QuartersForm, year: YearForm, *, status: int = 200) -> HttpResponse:
    now = timezone.now()
    context = {
        "programmes": programmes_with_windows(now=now),
        "years": years_to_plan(now=now),
        "form": quarters,
        "year_form": year,
        "can_run": can_run_releases(person_of(request)),
    }
    return render(request, "pages/releases/work_releases.html", context, status=status)


def _told(request: HttpRequest, window: Window) -> HttpResponse:
    """Usually the worker is still at it; where it was quick, or somebody else was, we say how it ended."""
    if window.frozen_at is None:
        messages.info(request, "It is being counted and checked. That takes a few minutes. Look in again.")
        return redirect("work_releases")
    if window.not_enough:
        messages.info(request, "Not enough answers yet. They are kept for the next summary.")
        return redirect("work_releases")
    messages.success(request, "This summary is frozen. Nothing in it changes any more.")
    return redirect("work_release", release_id=window.releases.get(superseded_by=None).pk)
