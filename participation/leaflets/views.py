"""The public doors to pages and their pictures: Wagtail's own view with kept bytes in front, and ours for files."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.template.response import SimpleTemplateResponse
from django.utils.translation import override
from django.views.decorators.http import require_safe
from wagtail.views import serve

from core.access import open_to_all
from core.catalogues import spoken
from core.playing import played_file
from core.read_aloud import heard
from participation.leaflets import kept_pages
from participation.leaflets.domain.films import film_on
from participation.leaflets.domain.pictures import is_public, may_edit_pictures
from participation.leaflets.models import Film, LeafletVersionPage, PlainImage, PlainRendition

FIVE_MINUTES = "private, max-age=300"
NEVER_KEPT = "private, no-store"


@open_to_all
@require_safe
def leaflet(request: HttpRequest, path: str = "") -> HttpResponse:
    """Any live page below the leaflets; what is a draft, private or absent is one and the same 404."""
    kept = kept_pages.find(request)
    if kept is not None:
        return kept
    response: HttpResponse = serve(request, path)
    if isinstance(response, SimpleTemplateResponse):
        with override(_language_of(response)):
            response = response.render()
    kept_pages.keep(request, response)
    return response


def _language_of(response: SimpleTemplateResponse) -> str:
    """The words around a leaflet are in its own language where that is open, else in English."""
    page = (response.context_data or {}).get("page")
    return spoken(getattr(page, "language", "en"))


@open_to_all
@require_safe
def picture(request: HttpRequest, name: str) -> FileResponse:
    """A picture as a live page shows it; all others, and every original, for the editors alone (M2, AC-24)."""
    if "\x00" in name:
        raise Http404  # no file of ours; PostgreSQL would not take the question
    shown = PlainRendition.objects.filter(file=name).select_related("image").first()
    if shown is not None and is_public(shown.image):
        return _file(shown.file, FIVE_MINUTES)
    original = shown.image if shown else PlainImage.objects.filter(file=name).first()
    if original is None or not may_edit_pictures(request.user, original):
        raise Http404
    return _file(shown.file if shown else original.file, NEVER_KEPT)


@open_to_all
@require_safe
def leaflet_sound(request: HttpRequest, family: str, page: str) -> HttpResponse:
    """A live page read aloud by a person."""
    return heard(request, _live_version(family, page))


@open_to_all
@require_safe
def leaflet_film(request: HttpRequest, family: str, page: str, film: int) -> HttpResponse:
    """A film that a live page shows; of no other page, and of no draft."""
    shown = _shown_film(family, page, film)
    response = played_file(request, shown.file, kind=shown.kind)
    response["Cache-Control"] = NEVER_KEPT
    return response


@open_to_all
@require_safe
def leaflet_captions(request: HttpRequest, family: str, page: str, film: int) -> HttpResponse:
    words = _shown_film(family, page, film).captions
    return HttpResponse(words, content_type="text/vtt; charset=utf-8", headers={"Cache-Control": NEVER_KEPT})


def _live_version(family: str, page: str) -> LeafletVersionPage | None:
    return LeafletVersionPage.objects.live().public().filter(slug=page, family__slug=family).first()


def _shown_film(family: str, page: str, number: int) -> Film:
    found = _live_version(family, page)
    film = film_on(found, number) if found else None
    if film is None:
        raise Http404
    return film


def _file(stored: Any, cache_control: str) -> FileResponse:
    try:
        response = FileResponse(stored.open("rb"))
    except FileNotFoundError:
        raise Http404 from None
    response["Cache-Control"] = cache_control
    return response
