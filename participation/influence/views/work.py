"""Staff pages for replies: the list, writing, changing, publishing, undoing."""

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
from participation.influence.domain import changes
from participation.influence.domain.readiness import NotReady, reasons_not_to_publish
from participation.influence.domain.words import findings
from participation.influence.forms import ReplyForm, start_values
from participation.influence.models import YouSaid
from participation.influence.permissions import can_write_replies

ON_A_PAGE = 25


@allow(can_write_replies)
@require_safe
def work_changes(request: StaffRequest) -> HttpResponse:
    today = timezone.localdate()
    page = Paginator(YouSaid.objects.newest_first(), ON_A_PAGE).get_page(request.GET.get("page"))
    rows = [{"reply": row, "late": row.is_late(today)} for row in page]
    return render(request, "pages/influence/work_changes.html", {"page": page, "rows": rows})


@allow(can_write_replies)
@require_http_methods(["GET", "HEAD", "POST"])
def work_change_new(request: StaffRequest) -> HttpResponse:
    form = ReplyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        you_said = changes.write_reply(by=request.user, now=timezone.now(), **form.reply())
        messages.success(request, _("Saved. It is not on the page yet."))
        if "publish" not in request.POST:
            return redirect("work_change", you_said.pk)
        return _publish_from_form(request, you_said, form)
    return render(request, "pages/influence/work_change.html", {"form": form})


@allow(can_write_replies)
@require_http_methods(["GET", "HEAD", "POST"])
def work_change(request: StaffRequest, you_said_id: uuid.UUID) -> HttpResponse:
    you_said = get_object_or_404(YouSaid, pk=you_said_id)
    if request.method != "POST":
        return _show(request, you_said, ReplyForm(initial=start_values(you_said)))
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return _show(request, you_said, form)
    return _save(request, you_said, form)


@allow(can_write_replies)
@require_POST
def work_change_publish(request: StaffRequest, you_said_id: uuid.UUID) -> HttpResponse:
    return _act(request, you_said_id, changes.publish_reply, _("It is on the page now. Everyone can read it."))


@allow(can_write_replies)
@require_POST
def work_change_take_off(request: StaffRequest, you_said_id: uuid.UUID) -> HttpResponse:
    return _act(request, you_said_id, changes.take_off_page, _("It is off the page now. Nothing was deleted."))


@allow(can_write_replies)
@require_POST
def work_change_undo(request: StaffRequest, you_said_id: uuid.UUID) -> HttpResponse:
    return _act(request, you_said_id, changes.undo_last_change, _("The last change is undone."))


def _save(request: StaffRequest, you_said: YouSaid, form: ReplyForm) -> HttpResponse:
    version = form.cleaned_data["version"] or 0
    try:
        saved = changes.rewrite_reply(you_said.pk, version=version, by=request.user, now=timezone.now(), **form.reply())
    except changes.ChangedMeanwhile as clash:
        return _show_clash(request, clash.current)
    except NotReady as missing:
        form.add_reasons(missing.reasons)
        return _show(request, you_said, form)
    if "publish" in request.POST and not saved.is_published:
        return _publish_from_form(request, saved, form)
    messages.success(request, _("Saved."))
    return redirect("work_change", saved.pk)


def _publish_from_form(request: StaffRequest, you_said: YouSaid, form: ReplyForm) -> HttpResponse:
    try:
        changes.publish_reply(you_said.pk, version=you_said.version, by=request.user, now=timezone.now())
    except NotReady as missing:
        form = ReplyForm(posted_with_version(request, you_said.version))
        form.is_valid()
        form.add_reasons(missing.reasons)
        return _show(request, you_said, form, saved_only=True)
    messages.success(request, _("It is on the page now. Everyone can read it."))
    return redirect("work_change", you_said.pk)


def _show_clash(request: StaffRequest, current: YouSaid) -> HttpResponse:
    """What the person wrote stays in the form, what is stored stands beside it; saving again replaces it."""
    form = ReplyForm(posted_with_version(request, current.version))
    form.is_valid()
    return _show(request, current, form, clash=True, status=409)


def _act(request: StaffRequest, you_said_id: uuid.UUID, action: Callable[..., YouSaid], done: str) -> HttpResponse:
    you_said = get_object_or_404(YouSaid, pk=you_said_id)
    try:
        action(you_said.pk, version=version_in(request), by=request.user, now=timezone.now())
    except changes.ChangedMeanwhile:
        messages.warning(
            request, _("Somebody else changed this reply just now. Here is what it says. Nothing was lost.")
        )
    except changes.NothingToUndo:
        messages.info(request, _("There is nothing to undo: this is how it was first written."))
    except NotReady as missing:
        form = ReplyForm(start_values(you_said))
        form.is_valid()
        form.add_reasons(missing.reasons)
        return _show(request, you_said, form)
    else:
        messages.success(request, done)
    return redirect("work_change", you_said.pk)


def _show(
    request: StaffRequest,
    you_said: YouSaid,
    form: ReplyForm,
    *,
    clash: bool = False,
    saved_only: bool = False,
    status: int = 200,
) -> HttpResponse:
    today = timezone.localdate()
    context = {
        "form": form,
        "reply": you_said,
        "late": you_said.is_late(today),
        "missing": reasons_not_to_publish(you_said, today=today),
        "hints": [finding for _field, finding in findings(you_said) if not finding.blocks],
        "steps": you_said.steps.select_related("by").order_by("-number"),
        "clash": clash,
        "saved_only": saved_only,
    }
    return render(request, "pages/influence/work_change.html", context, status=status)
