"""Staff pages for recommendations: the list, writing, changing, closing, opening again, undoing."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access import allow
from accounts.requests import StaffRequest, posted_with_version, version_in
from participation.influence.domain import recommendations as rules
from participation.influence.domain.shown import shown
from participation.influence.models import Recommendation
from participation.influence.permissions import can_write_replies
from participation.influence.recommendation_forms import CloseForm, RecommendationForm, start_values

ON_A_PAGE = 25


@allow(can_write_replies)
@require_safe
def work_recommendations(request: StaffRequest) -> HttpResponse:
    today = timezone.localdate()
    page = Paginator(Recommendation.objects.open_first(), ON_A_PAGE).get_page(request.GET.get("page"))
    rows = [(row, shown(row, today=today)) for row in page]
    return render(request, "pages/influence/work_recommendations.html", {"page": page, "rows": rows})


@allow(can_write_replies)
@require_http_methods(["GET", "HEAD", "POST"])
def work_recommendation_new(request: StaffRequest) -> HttpResponse:
    form = RecommendationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            row = rules.write_recommendation(by=request.user, now=timezone.now(), **form.given())
        except rules.NotFit as missing:
            form.add_reasons(missing.reasons)
        else:
            messages.success(request, _("Saved."))
            return redirect("work_recommendation", row.pk)
    status = 422 if request.method == "POST" else 200
    return render(request, "pages/influence/work_recommendation.html", {"form": form}, status=status)


@allow(can_write_replies)
@require_http_methods(["GET", "HEAD", "POST"])
def work_recommendation(request: StaffRequest, recommendation_id: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(Recommendation, pk=recommendation_id)
    if request.method != "POST":
        return _show(request, row, RecommendationForm(initial=start_values(row)))
    form = RecommendationForm(request.POST)
    if not form.is_valid():
        return _show(request, row, form, status=422)
    version = form.cleaned_data["version"] or 0
    try:
        rules.rewrite_recommendation(row.pk, version=version, by=request.user, now=timezone.now(), **form.given())
    except rules.ChangedMeanwhile as clash:
        form = RecommendationForm(posted_with_version(request, clash.current.version))
        return _show(request, clash.current, form, clash=True, status=409)
    except rules.NotFit as missing:
        form.add_reasons(missing.reasons)
        return _show(request, row, form, status=422)
    messages.success(request, _("Saved."))
    return redirect("work_recommendation", row.pk)


@allow(can_write_replies)
@require_POST
def work_recommendation_close(request: StaffRequest, recommendation_id: uuid.UUID) -> HttpResponse:
    row = get_object_or_404(Recommendation, pk=recommendation_id)
    form = CloseForm(request.POST)
    if not form.is_valid():
        return _show(request, row, RecommendationForm(initial=start_values(row)), close=form, status=422)
    try:
        rules.close_recommendation(
            row.pk, **form.cleaned_data, version=version_in(request), by=request.user, now=timezone.now()
        )
    except rules.ChangedMeanwhile as clash:
        start = RecommendationForm(initial=start_values(clash.current))
        return _show(request, clash.current, start, close=form, clash=True, status=409)
    except rules.NotFit as missing:
        form.add_reasons(missing.reasons)
        return _show(request, row, RecommendationForm(initial=start_values(row)), close=form, status=422)
    messages.success(request, _("Closed. What changed stands in the group’s list."))
    return redirect("work_recommendation", row.pk)


@allow(can_write_replies)
@require_POST
def work_recommendation_reopen(request: StaffRequest, recommendation_id: uuid.UUID) -> HttpResponse:
    return _act(request, recommendation_id, rules.reopen_recommendation, _("Open again. Nothing was deleted."))


@allow(can_write_replies)
@require_POST
def work_recommendation_undo(request: StaffRequest, recommendation_id: uuid.UUID) -> HttpResponse:
    return _act(request, recommendation_id, rules.undo_last_step, _("The last change is undone."))


def _act(
    request: StaffRequest, recommendation_id: uuid.UUID, action: Callable[..., Recommendation], done: str
) -> HttpResponse:
    row = get_object_or_404(Recommendation, pk=recommendation_id)
    try:
        action(row.pk, version=version_in(request), by=request.user, now=timezone.now())
    except rules.ChangedMeanwhile:
        messages.warning(request, _("Somebody else changed this just now. Here is what it says. Nothing was lost."))
    except rules.NothingToUndo:
        messages.info(request, _("There is nothing to undo: this is how it was first written."))
    else:
        messages.success(request, done)
    return redirect("work_recommendation", row.pk)


def _show(
    request: StaffRequest,
    row: Recommendation,
    form: RecommendationForm,
    *,
    close: CloseForm | None = None,
    clash: bool = False,
    status: int = 200,
) -> HttpResponse:
    context = {
        "form": form,
        "close": close or CloseForm(),
        "row": row,
        "shown": shown(row, today=timezone.localdate()),
        "steps": row.steps.select_related("by").order_by("-number"),
        "clash": clash,
    }
    return render(request, "pages/influence/work_recommendation.html", context, status=status)
