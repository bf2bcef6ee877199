"""Someone asked to talk: who has it, what was done, was the young person told."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.access import allow
from accounts.requests import StaffRequest
from core import audit
from participation.listening.domain import alerts
from participation.listening.domain.alert_list import closed_alerts, line_of, open_alerts
from participation.listening.domain.drill import report_drills
from participation.listening.domain.ears import can_see_alert
from participation.listening.enums import StepKind
from participation.listening.forms import StepForm
from participation.listening.models import Alert
from participation.listening.permissions import can_listen, is_safeguarding_lead
from participation.listening.shown import shown_words

ON_A_PAGE = 20


@allow(can_listen)
@require_safe
def work_alerts(request: StaffRequest) -> HttpResponse:
    now = timezone.now()
    lines = open_alerts(request.user, now=now)
    context = {
        "page": Paginator(lines, ON_A_PAGE).get_page(request.GET.get("page")),
        "total": len(lines),
        "nobody": sum(1 for line in lines if not line.acknowledged_by),
        "closed": closed_alerts(request.user, now=now),
        "drills": report_drills(last=3) if is_safeguarding_lead(request.user) else [],
    }
    return render(request, "pages/listening/work_alerts.html", context)


@allow(can_listen)
@require_safe
def work_alert(request: StaffRequest, alert_id: UUID) -> HttpResponse:
    now = timezone.now()
    return _page(
        request,
        _alert(request, alert_id),
        StepForm(now=now, initial={"happened_at": timezone.localtime(now)}),
    )


@allow(can_listen)
@require_POST
def work_alert_acknowledge(request: StaffRequest, alert_id: UUID) -> HttpResponse:
    alert = _alert(request, alert_id)
    step = alerts.acknowledge(alert, by=request.user, now=timezone.now())
    if step.by_id == request.user.pk:
        messages.success(request, "You have it now. Everyone who sees this page can see your name.")
    else:
        messages.warning(request, f"{step.by.display_name if step.by else 'Someone'} already has it.")
    return redirect("work_alert", alert.pk)


@allow(can_listen)
@require_POST
def work_alert_step(request: StaffRequest, alert_id: UUID) -> HttpResponse:
    alert, now = _alert(request, alert_id), timezone.now()
    form = StepForm(request.POST, now=now)
    if not form.is_valid():
        return _page(request, alert, form, status=422)
    data = form.cleaned_data
    try:
        alerts.record_step(
            alert,
            kind=StepKind(data["kind"]),
            by=request.user,
            now=now,
            note=data["note"],
            happened_at=data["happened_at"],
            who_told=data["who_told"],
            child_told={"yes": True, "no": False}.get(data["child_told"]),
        )
    except alerts.AlreadyClosed:
        messages.warning(request, "This is closed. Nothing more was written down.")
    else:
        messages.success(request, "Written down.")
    return redirect("work_alert", alert.pk)


@allow(can_listen)
@require_POST
def work_alert_close(request: StaffRequest, alert_id: UUID) -> HttpResponse:
    alert = _alert(request, alert_id)
    try:
        alerts.close(alert, by=request.user, now=timezone.now())
    except alerts.CannotCloseYet as not_yet:
        for reason in not_yet.reasons:
            messages.warning(request, f"Not closed yet. {reason}")
        return redirect("work_alert", alert.pk)
    messages.success(request, "Closed. What was written down stays.")
    return redirect("work_alerts")


def _alert(request: StaffRequest, alert_id: UUID) -> Alert:
    alert = get_object_or_404(Alert.objects.select_related("ticket", "response", "raised_by"), pk=alert_id)
    if not can_see_alert(request.user, alert, now=timezone.now()):
        raise Http404
    return alert


def _page(request: StaffRequest, alert: Alert, form: StepForm, status: int = 200) -> HttpResponse:
    now = timezone.now()
    audit.record("alert.read", actor=request.user, subject=alert, detail={}, now=now)
    steps = list(alert.steps.select_related("by"))
    context = {
        "alert": alert,
        "line": line_of(alert, now=now),
        "first_name": shown_words(alert.first_name.open()),
        "about": shown_words(alert.about.open()),
        "safe_contact": shown_words(alert.safe_contact.open()),
        "steps": [(step, shown_words(step.note.open()), shown_words(step.who_told.open())) for step in steps],
        "missing": alerts.missing_to_close(alert),
        "closed": any(step.kind == StepKind.CLOSED for step in steps),
        "form": form,
    }
    return render(request, "pages/listening/work_alert.html", context, status=status)
