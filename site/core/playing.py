"""Keeping a recording; giving it, or a film, out whole or in pieces: iOS plays nothing that comes in no pieces."""

import datetime as dt
import re
from collections.abc import Callable

from django.db.models.fields.files import FieldFile
from django.http import Http404, HttpRequest, HttpResponse

from core.models import Sound
from core.sounds import MadeSound

RANGE = re.compile(r"^bytes=(\d{1,9})-(\d{0,9})$")
PARTIAL, NOT_THERE = 206, 416
LARGEST_PIECE = 1_000_000  # bytes; a longer one is asked for again and again, so that a film never fills the memory


def keep_sound(made: MadeSound, *, now: dt.datetime) -> Sound:
    about = {"kind": made.kind, "seconds": made.seconds, "data": made.data, "added_at": now}
    return Sound.objects.get_or_create(digest=made.digest, defaults=about)[0]


def played(request: HttpRequest, digest: str) -> HttpResponse:
    """Raises Http404 when there is no such sound."""
    sound = Sound.objects.filter(pk=digest).first()
    if sound is None:
        raise Http404
    data = bytes(sound.data)
    return _whole_or_piece(request, len(data), sound.kind, lambda first, count: data[first : first + count])


def played_file(request: HttpRequest, file: FieldFile, *, kind: str) -> HttpResponse:
    """Raises Http404 when the file is gone."""
    if not file.name or not file.storage.exists(file.name):
        raise Http404

    def read(first: int, count: int) -> bytes:
        with file.open("rb") as stored:
            stored.seek(first)
            return bytes(stored.read(count))

    return _whole_or_piece(request, file.size, kind, read)


def _whole_or_piece(request: HttpRequest, size: int, kind: str, read: Callable[[int, int], bytes]) -> HttpResponse:
    """One piece from a place on, never a long one; any other wish for pieces gets the whole (RFC 9110)."""
    wanted = RANGE.match(request.headers.get("Range", ""))
    if wanted is None:
        response = HttpResponse(read(0, size))
    else:
        first = int(wanted[1])
        last = min(int(wanted[2] or size), size - 1, first + LARGEST_PIECE - 1)
        if first > last:
            return HttpResponse(status=NOT_THERE, headers={"Content-Range": f"bytes */{size}"})
        response = HttpResponse(read(first, last + 1 - first), status=PARTIAL)
        response["Content-Range"] = f"bytes {first}-{last}/{size}"
    response["Content-Type"] = kind
    response["Accept-Ranges"] = "bytes"
    response["Content-Disposition"] = "inline"
    return response
