"""Evidence for an inspection: choose the days, read the set, print it or keep it as a PDF.

The pages are made behind the readers' wall: no table of answers can be reached from here (D26).
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import allow
from core.paper import NoPaper, as_pdf
from core.to_keep import file_to_keep
from core.wall.zone import behind_the_wall
from participation.evidence.domain.gathering import Evidence, gather
from participation.evidence.domain.period import Period, parts_of
from participation.evidence.forms import PeriodForm, last_year_until
from participation.evidence.permissions import can_print_evidence
from surveys.releases.domain.shown import METHOD, NOT_YET

STYLES = ("tokens", "base", "pieces", "evidence")
View = Callable[[HttpRequest], HttpResponse]


@dataclass(frozen=True)
class Place:
    """Which part of a long period this is; `number` counts from 1."""

    number: int
    parts: list[Period]
    whole: Period

    @property
    def part(self) -> Period:
        return self.parts[self.number - 1]


def _behind_the_wall(view: View) -> View:
    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        with behind_the_wall(settings.READ_FROM):
            return view(request)

    return guarded


@allow(can_print_evidence)
@require_safe
def work_evidence(request: HttpRequest) -> HttpResponse:
    form = PeriodForm(initial=last_year_until(timezone.localdate()))
    return render(request, "pages/evidence/work_evidence.html", {"form": form})


@allow(can_print_evidence)
@require_safe
@_behind_the_wall
def work_evidence_set(request: HttpRequest) -> HttpResponse:
    form = PeriodForm(request.GET)
    if not form.is_valid():
        return _ask_again(request, form)
    place = _place(form.period, request.GET.get("part", "1"))
    evidence = gather(place.part, now=timezone.now())
    return render(request, "pages/evidence/work_evidence_set.html", _context(evidence, place))


@allow(can_print_evidence)
@require_safe
@_behind_the_wall
def work_evidence_pdf(request: HttpRequest) -> HttpResponse:
    form = PeriodForm(request.GET)
    if not form.is_valid():
        return _ask_again(request, form)
    place = _place(form.period, request.GET.get("part", "1"))
    evidence = gather(place.part, now=timezone.now())
    try:
        body = as_pdf(render_to_string("pages/evidence/evidence_paper.html", _context(evidence, place)))
    except NoPaper:
        context = _context(evidence, place) | {"no_paper": True}
        return render(request, "pages/evidence/work_evidence_set.html", context, status=503)
    name = f"evidence-{place.part.first:%Y-%m-%d}-{place.part.last:%Y-%m-%d}.pdf"
    return file_to_keep(body, content_type="application/pdf", name=name)


def _ask_again(request: HttpRequest, form: PeriodForm) -> HttpResponse:
    return render(request, "pages/evidence/work_evidence.html", {"form": form}, status=422)


def _place(period: Period, asked: str) -> Place:
    parts = parts_of(period)
    if not (asked.isascii() and asked.isdecimal() and len(asked) < 3 and 1 <= int(asked) <= len(parts)):
        raise Http404
    return Place(int(asked), parts, period)


def _context(evidence: Evidence, place: Place) -> dict[str, object]:
    return {
        "evidence": evidence,
        "place": place,
        "made_on": timezone.localdate(),
        "method": METHOD,
        "not_yet": NOT_YET,
        "styles": STYLES,
    }
