"""Staff pages of who we are not hearing from: how many young people live here, and what we will do."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.access import allow
from accounts.models import User
from surveys.releases.domain import populations
from surveys.releases.domain.populations import SomebodyElse
from surveys.releases.domain.reach import shown_reach
from surveys.releases.domain.reach_actions import action_of, last_action, write_action
from surveys.releases.models import Release, Tampered
from surveys.releases.permissions import can_run_releases, can_see_releases
from surveys.releases.reach_forms import PopulationForm, ReachActionForm, start_values

CLASH = "Somebody else changed this while you were writing. What stands now is shown here; yours was not kept."


@allow(can_see_releases)
@require_GET
def work_populations(request: HttpRequest) -> HttpResponse:
    context = {"years": populations.overview(now=timezone.now()), "can_run": can_run_releases(_person(request))}
    return render(request, "pages/releases/work_populations.html", context)


@allow(can_run_releases)
@require_http_methods(["GET", "HEAD", "POST"])
def work_population(request: HttpRequest, year: int, about: str) -> HttpResponse:
    title = _title_or_404(year, about)
    row = populations.standing(year, about)
    if request.method != "POST":
        return _population(request, year, about, title, PopulationForm(about, initial=start_values(row)))
    form = PopulationForm(about, request.POST)
    if not form.is_valid():
        return _population(request, year, about, title, form, status=422)
    try:
        seen = form.cleaned_data["seen"]
        populations.enter(year, about, form.entered(), seen=seen, by=_person(request), now=timezone.now())
    except SomebodyElse:
        return _clash(request, year, about, title, form)
    messages.success(request, "Saved. The next frozen summary uses these figures. Frozen ones stay as they are.")
    return redirect("work_populations")


@allow(can_run_releases)
@require_POST
def work_population_undo(request: HttpRequest, year: int, about: str) -> HttpResponse:
    _title_or_404(year, about)
    seen = request.POST.get("seen", "")
    if not (seen.isdecimal() and len(seen) < 9) or not int(seen):
        messages.error(request, "There is nothing to undo.")
        return redirect("work_population", year, about)
    try:
        populations.take_back(year, about, seen=int(seen), by=_person(request), now=timezone.now())
        messages.success(request, "The last entry is undone. Nothing was deleted.")
    except SomebodyElse:
        messages.error(request, CLASH)
    return redirect("work_population", year, about)


@allow(can_see_releases)
@require_GET
def work_release_reach(request: HttpRequest, release_id: UUID) -> HttpResponse:
    release = _release_or_404(release_id)
    return _reach(request, release, _action_form(release))


@allow(can_run_releases)
@require_POST
def work_release_action(request: HttpRequest, release_id: UUID) -> HttpResponse:
    """The one action, written by the participation worker; those who check only read it."""
    release = _release_or_404(release_id)
    form = ReachActionForm(request.POST)
    if not form.is_valid():
        return _reach(request, release, form, status=422)
    try:
        given = form.cleaned_data
        write_action(release, given["text"], seen=given["seen"], by=_person(request), now=timezone.now())
        messages.success(request, "Saved. It stands in the pack from now on.")
    except SomebodyElse:
        messages.error(request, CLASH)
    return redirect("work_release_reach", release.pk)


def _release_or_404(release_id: UUID) -> Release:
    return get_object_or_404(Release.objects.select_related("window__programme"), pk=release_id)


def _person(request: HttpRequest) -> User:
    """Whom `allow` has let in."""
    return cast(User, request.user)


def _title_or_404(year: int, about: str) -> str:
    title = dict(populations.abouts()).get(about)
    if title is None or year not in populations.years_with_figures(now=timezone.now()):
        raise Http404
    return title


def _population(
    request: HttpRequest, year: int, about: str, title: str, form: PopulationForm, *, status: int = 200, clash: str = ""
) -> HttpResponse:
    rows = populations.entries(year, about)
    context = {"year": year, "about": about, "title": title, "form": form, "entries": rows, "clash": clash}
    return render(request, "pages/releases/work_population.html", context, status=status)


def _clash(request: HttpRequest, year: int, about: str, title: str, form: PopulationForm) -> HttpResponse:
    """What the person typed stays in the boxes; saving again puts it on top of what is stored now."""
    last = populations.standing(year, about)
    again = request.POST.copy()
    again["seen"] = str(last.number if last else 0)
    form = PopulationForm(about, again)
    form.is_valid()
    words = "Somebody else saved figures while you were typing. Yours are still in the boxes; theirs are listed below."
    return _population(request, year, about, title, form, status=409, clash=words)


def _action_form(release: Release) -> ReachActionForm:
    last, stands = last_action(release), action_of(release)
    return ReachActionForm(initial={"seen": last.number if last else 0, "text": stands.text if stands else ""})


def _reach(request: HttpRequest, release: Release, form: ReachActionForm, *, status: int = 200) -> HttpResponse:
    try:
        content = release.verified()
    except Tampered:
        return render(request, "pages/releases/work_release_broken.html", {"release": release}, status=409)
    context = {
        "release": release,
        "content": content,
        "reach": shown_reach(content),
        "form": form,
        "action": action_of(release),
        "can_run": can_run_releases(_person(request)),
    }
    return render(request, "pages/releases/work_release_reach.html", context, status=status)
