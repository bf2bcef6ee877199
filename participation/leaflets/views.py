"""The public door to the pages: Wagtail's own view, with kept bytes in front of it."""

from django.http import HttpRequest, HttpResponse
from django.template.response import SimpleTemplateResponse
from django.views.decorators.http import require_safe
from wagtail.views import serve

from core.access import open_to_all
from participation.leaflets import kept_pages


@open_to_all
@require_safe
def leaflet(request: HttpRequest, path: str = "") -> HttpResponse:
    """Any live page below the leaflets; what is a draft, private or absent is one and the same 404."""
    kept = kept_pages.find(request)
    if kept is not None:
        return kept
    response: HttpResponse = serve(request, path)
    if isinstance(response, SimpleTemplateResponse):
        response = response.render()
    kept_pages.keep(request, response)
    return response
