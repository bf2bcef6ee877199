"""Puts the wall around every request that reads (D26). Last in the list of middleware, so that all of a page is inside.

Sessions and sign-in have been looked up by then, on the site's own connection.
"""

import logging
from collections.abc import Callable

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from accounts.models import User
from core.wall.guard import WallTouched
from core.wall.zone import behind_the_wall, connection_for
from core.zones import PUBLIC, zone_of

logger = logging.getLogger("your_turn.wall")
STAFF_ROOM = "/work/"


class ReaderWallMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        reads_from = _reads_from(request)
        if reads_from is None:
            return self.get_response(request)
        try:
            with behind_the_wall(reads_from):
                return _read_to_the_end(self.get_response(request))
        except WallTouched as touched:
            logger.error("wall_touched", extra={"table": str(touched), "view": _name_of(request)})
            raise


def only_reads(user: object) -> bool:
    """A person whose roles are all readers' roles; somebody with another role besides is staff at work."""
    return isinstance(user, User) and bool(user.roles) and user.roles <= settings.READER_ROLES


def _reads_from(request: HttpRequest) -> str | None:
    """The connection for this request's reading; None where the wall does not stand."""
    if alias := connection_for(request.path_info, request.method):
        return alias
    at_work = request.path_info.startswith(STAFF_ROOM) and only_reads(request.user)
    if at_work or zone_of(request.path_info) is PUBLIC:
        return DEFAULT_DB_ALIAS
    return None


def _read_to_the_end(response: HttpResponseBase) -> HttpResponseBase:
    """A page that comes in pieces is made here, not after the wall is gone."""
    if not response.streaming:
        return response
    whole = HttpResponse(b"".join(response), status=response.status_code, headers=response.headers)
    response.close()
    whole.cookies = response.cookies
    return whole


def _name_of(request: HttpRequest) -> str:
    return request.resolver_match.view_name if request.resolver_match else ""
