"""Rendered bytes of public pages, kept for a little while. Only what is proven the same for all is kept.

Kept: the answer to a GET without query, from a browser without any cookie of ours, that read no session,
set no cookie, does not vary by cookie and was 200. The stamp is shared by all workers; any change of a page
changes it.
"""

from hashlib import sha256
from uuid import uuid4

from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

SECONDS = 60
STAMP = "leaflets-stamp"
STAMP_LIVES = 7 * 24 * 3600


def forget_all(**_: object) -> None:
    """Called when any page is published, taken down, moved or deleted, and when the help numbers change."""
    caches["default"].set(STAMP, uuid4().hex, STAMP_LIVES)


def find(request: HttpRequest) -> HttpResponse | None:
    if not _may_share(request):
        return None
    body = caches["pages"].get(_key(request))
    return HttpResponse(body) if body is not None else None


def keep(request: HttpRequest, response: HttpResponse) -> None:
    if _may_share(request) and _is_public(request, response):
        caches["pages"].set(_key(request), bytes(response.content), SECONDS)


def _may_share(request: HttpRequest) -> bool:
    return request.method == "GET" and not request.META.get("QUERY_STRING") and not request.COOKIES


def _is_public(request: HttpRequest, response: HttpResponse) -> bool:
    untouched = not getattr(getattr(request, "session", None), "accessed", False)
    same_for_all = not response.cookies and not response.has_header("Cache-Control")
    plain = (
        response.get("Content-Type", "").startswith("text/html") and "cookie" not in response.get("Vary", "").lower()
    )
    return response.status_code == 200 and untouched and same_for_all and plain and not response.streaming


def _key(request: HttpRequest) -> str:
    stamp = caches["default"].get_or_set(STAMP, lambda: uuid4().hex, STAMP_LIVES)
    return sha256(f"{stamp}|{request.get_host()}|{get_language()}|{request.path}".encode()).hexdigest()
