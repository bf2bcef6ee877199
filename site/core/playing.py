"""Keeping a recording, and giving it out whole or in pieces: iOS plays nothing that cannot be had in pieces."""

import datetime as dt
import re

from django.http import Http404, HttpRequest, HttpResponse

from core.models import Sound
from core.sounds import MadeSound

RANGE = re.compile(r"^bytes=(\d{1,9})-(\d{0,9})$")
PARTIAL, NOT_THERE = 206, 416


def keep_sound(made: MadeSound, *, now: dt.datetime) -> Sound:
    about = {"kind": made.kind, "seconds": made.seconds, "data": made.data, "added_at": now}
    return Sound.objects.get_or_create(digest=made.digest, defaults=about)[0]


def played(request: HttpRequest, digest: str) -> HttpResponse:
    """Raises Http404 when there is no such sound."""
    sound = Sound.objects.filter(pk=digest).first()
    if sound is None:
        raise Http404
    data = bytes(sound.data)
    response = _piece(data, request.headers.get("Range", ""))
    response["Content-Type"] = sound.kind
    response["Accept-Ranges"] = "bytes"
    response["Content-Disposition"] = "inline"
    return response


def _piece(data: bytes, asked: str) -> HttpResponse:
    """One piece from a place on; any other wish for pieces gets the whole, as RFC 9110 allows."""
    wanted = RANGE.match(asked)
    if wanted is None:
        return HttpResponse(data)
    first, last = int(wanted[1]), min(int(wanted[2] or len(data)), len(data) - 1)
    if first > last:
        refused = HttpResponse(status=NOT_THERE)
        refused["Content-Range"] = f"bytes */{len(data)}"
        return refused
    response = HttpResponse(data[first : last + 1], status=PARTIAL)
    response["Content-Range"] = f"bytes {first}-{last}/{len(data)}"
    return response
