"""The champions' page: what young people told us, and what to hand on. No champion is listed here (S22)."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import allow
from accounts.requests import StaffRequest
from participation.champions.domain.resources import find_summary, resources, summaries
from participation.champions.permissions import can_open_champions
from surveys.releases.domain.notes import notes_of
from surveys.releases.domain.shown import METHOD, NOT_YET, shown_sheets
from surveys.releases.domain.standing import standing_sections
from surveys.releases.domain.tampering import report_tampering
from surveys.releases.models import Tampered


@allow(can_open_champions)
@require_safe
def champions(request: StaffRequest) -> HttpResponse:
    context = {"summaries": summaries(), "resources": resources()}
    return render(request, "pages/champions/champions.html", context)


@allow(can_open_champions)
@require_safe
def champion_summary(request: StaffRequest, ref: str) -> HttpResponse:
    """Reads nothing of the address but its path: parameters cannot change a byte (P4, P16)."""
    release = find_summary(ref)
    if release is None:
        raise Http404
    try:
        content = release.verified()
    except Tampered:
        report_tampering(release, seen_by=request.user, now=timezone.now())
        return render(request, "pages/champions/summary_closed.html", status=409)
    sheets = shown_sheets(content)
    context = {
        "content": content,
        "sheets": sheets,
        "sections": standing_sections(sheets),
        "notes": notes_of(release),
        "method": METHOD,
        "not_yet": NOT_YET,
    }
    return render(request, "pages/champions/champion_summary.html", context)
