"""Headers by zone, set by maintained middleware from our one table (D18, D23, M16)."""

from collections.abc import Callable

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from core.zones import CHILD, PRIVATE, PUBLIC, cookie_name, zone_of


def _is_inner_preview(request: HttpRequest) -> bool:
    """Wagtail's preview runs the middleware a second time for the page inside: the outer address decides."""
    return bool(getattr(request, "is_dummy", False))


def _looks_as_chosen(request: HttpRequest) -> bool:
    """A public page drawn in the letters and colours of one reader is nobody else's."""
    return zone_of(request.path) is PUBLIC and cookie_name(CHILD) in request.COOKIES


class ZoneCSPMiddleware(CSPMiddleware):
    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if _is_inner_preview(request):
            return response
        response._csp_config = zone_of(request.path).csp  # type: ignore[attr-defined]  # django-csp's own name
        return super().process_response(request, response)


class ZoneHeadersMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if _is_inner_preview(request):
            return response
        zone = zone_of(request.path)
        response["X-Frame-Options"] = zone.frames
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        response.setdefault("X-Robots-Tag", "noindex, noarchive")
        if settings.SECURE_HSTS_SECONDS and "Strict-Transport-Security" not in response:
            response["Strict-Transport-Security"] = f"max-age={settings.SECURE_HSTS_SECONDS}; includeSubDomains"
        if (zone.cache_control or _looks_as_chosen(request)) and not request.path.startswith(settings.STATIC_URL):
            response["Cache-Control"] = zone.cache_control or PRIVATE
        return response
