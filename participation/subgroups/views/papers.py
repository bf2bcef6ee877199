"""What can be printed and what can be kept. Files are for adults; no name of a file says what it is about."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.access import allow
from accounts.requests import StaffRequest
from core.paper import NoPaper, as_pdf
from core.to_keep import file_to_keep
from participation.subgroups.domain.files import as_csv, as_json
from participation.subgroups.domain.numbers import Numbers, numbers_of
from participation.subgroups.domain.packs import Pack
from participation.subgroups.domain.sheet import one_sheet
from participation.subgroups.domain.spreadsheet import as_ods
from participation.subgroups.models import Part
from participation.subgroups.permissions import may_have_groups
from participation.subgroups.views.opening import WORDS, BrokenSeal, open_as_adult, open_pack

STYLES = ("tokens", "base", "pieces", "packs", "paper")
KINDS = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}


@allow(may_have_groups)
@require_safe
def pack_papers(request: StaffRequest, slug: str, release: str) -> HttpResponse:
    try:
        opened = open_pack(request, slug, release, now=timezone.now())
    except BrokenSeal as broken:
        return broken.page
    gets_files = opened.member.part != Part.YOUNG_MEMBER
    return render(request, "pages/subgroups/pack_papers.html", {"pack": opened.pack, "gets_files": gets_files})


@allow(may_have_groups)
@require_safe
def pack_pdf(request: StaffRequest, slug: str, release: str) -> HttpResponse:
    return _pdf(request, slug, release, kind="sheet")


@allow(may_have_groups)
@require_safe
def pack_large_pdf(request: StaffRequest, slug: str, release: str) -> HttpResponse:
    return _pdf(request, slug, release, kind="large")


@allow(may_have_groups)
@require_safe
def pack_file(request: StaffRequest, slug: str, release: str, kind: str) -> HttpResponse:
    """The published numbers, as they were sealed. A kind we do not make is not found."""
    if kind not in KINDS:
        raise Http404
    try:
        opened = open_as_adult(request, slug, release, now=timezone.now())
    except BrokenSeal as broken:
        return broken.page
    numbers = numbers_of(opened.content, to_know=opened.pack.corrections)
    return file_to_keep(_bytes(numbers, kind), content_type=KINDS[kind], name=f"{numbers.ref}.{kind}")


def _bytes(numbers: Numbers, kind: str) -> bytes:
    if kind == "ods":
        return as_ods(numbers)
    return (as_json(numbers) if kind == "json" else "".join(as_csv(numbers))).encode()


def _pdf(request: StaffRequest, slug: str, key: str, *, kind: str) -> HttpResponse:
    try:
        opened = open_as_adult(request, slug, key, now=timezone.now())
    except BrokenSeal as broken:
        return broken.page
    name = "" if kind == "sheet" else "-large"
    try:
        body = as_pdf(paper_html(opened.pack, kind))
    except NoPaper:
        page = reverse("pack" if kind == "sheet" else "pack_large", args=[slug, key])
        return render(request, "pages/subgroups/pack_no_paper.html", {"page": page}, status=503)
    return file_to_keep(body, content_type="application/pdf", name=f"{opened.pack.ref}{name}.pdf")


def paper_html(pack: Pack, kind: str) -> str:
    """No request goes in: who asks can change nothing on the paper."""
    shown = one_sheet(pack) if kind == "sheet" else pack
    return render_to_string("pages/subgroups/pack_paper.html", {"pack": shown, "kind": kind, "styles": STYLES, **WORDS})
