"""Reporting years: making one, and planning what is told once a year and what every quarter."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from accounts.access import allow
from surveys.releases.domain.plans import PlanFixed, is_fixed, plan_of, plan_year
from surveys.releases.domain.rules import rules_in_force
from surveys.releases.domain.windows import Overlap, year_words
from surveys.releases.domain.years import (
    YearFixed,
    make_year_window,
    may_choose_month,
    start_years_in,
    yearly_programme,
    yearly_starts,
)
from surveys.releases.forms import QuartersForm, YearForm, YearPlanForm
from surveys.releases.permissions import can_run_releases
from surveys.releases.views.person import person_of
from surveys.releases.views.windows import list_of_windows

FIRST, LAST = 2000, 2100


@allow(can_run_releases)
@require_POST
def work_year_new(request: HttpRequest) -> HttpResponse:
    form = YearForm(request.POST, ask_month=may_choose_month())
    if not form.is_valid():
        return list_of_windows(request, QuartersForm(), form, status=422)
    try:
        if "starts" in form.cleaned_data:
            start_years_in(form.cleaned_data["starts"])
        make_year_window(yearly_programme(), first=form.cleaned_data["day"])
        messages.success(request, "The year is in the list.")
    except (Overlap, YearFixed) as reason:
        messages.error(request, str(reason))
    return redirect("work_releases")


@allow(can_run_releases)
@require_http_methods(["GET", "HEAD", "POST"])
def work_year_plan(request: HttpRequest, year: int) -> HttpResponse:
    if not FIRST <= year <= LAST:
        raise Http404
    plan = plan_of(year, rules=rules_in_force())
    form = YearPlanForm(request.POST if request.method == "POST" else None, plan=plan)
    if request.method == "POST" and form.is_valid():
        try:
            plan_year(year, form.cleaned_data, by=person_of(request), now=timezone.now())
            messages.success(request, "Saved. It holds for the whole year.")
        except PlanFixed as reason:
            messages.error(request, str(reason))
        return redirect("work_year_plan", year)
    context = {
        "form": form,
        "year": year,
        "title": year_words(year, starts=yearly_starts()),
        "is_fixed": is_fixed(year),
        "plan": [(form.fields[name].label, cadence.label) for name, cadence in plan.items()],
    }
    return render(request, "pages/releases/work_year_plan.html", context, status=422 if form.errors else 200)
