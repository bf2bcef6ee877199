"""Films, checked by content: MP4 and WebM come in, and what is written beside picture and sound is wiped (ACC7, S19).

Nothing moves: a box that is not needed for playing becomes an empty one of the same size, so every place in the file
stays right. Names, places, days and pictures that a camera or an editing program put there are gone. The picture and
the sound themselves are not touched: who can be seen or heard stays.
"""

from collections.abc import Iterator

from django.core.exceptions import ValidationError

MOST_BYTES = 40_000_000
NOT_A_FILM = (
    "This file is not a film we can use. Save it as MP4 for the web (H.264, with picture and sound only, no chapters), "
    "or as WebM, up to 40 MB: about four minutes."
)
MP4, WEBM = "video/mp4", "video/webm"
Box = tuple[bytes, int, int, int]
"""Name, where it starts, where what is inside starts, where it ends."""

# what a player needs of an MP4, by the box it is in; a box that is a key here holds boxes of its own
BOXES = {
    b"": {b"ftyp", b"moov", b"mdat", b"moof", b"sidx", b"styp", b"mfra"},
    b"moov": {b"mvhd", b"trak", b"mvex"},
    b"trak": {b"tkhd", b"edts", b"mdia"},
    b"mdia": {b"mdhd", b"hdlr", b"minf"},
    b"moof": {b"mfhd", b"traf"},
    b"traf": {b"tfhd", b"tfdt", b"trun"},
}
DATED = (b"mvhd", b"tkhd", b"mdhd")

EBML, SEGMENT = b"\x1a\x45\xdf\xa3", b"\x18\x53\x80\x67"
INFO, TRACKS, TRACK = b"\x15\x49\xa9\x66", b"\x16\x54\xae\x6b", b"\xae"
DOC_TYPE, TRACK_TYPE = b"\x42\x82", b"\x83"
PROGRAMS = (b"\x4d\x80", b"\x57\x41")


def _ids(plain: str) -> set[bytes]:
    return {bytes.fromhex(one) for one in plain.split()}


ELEMENTS = {
    b"": {EBML, SEGMENT},
    EBML: _ids("4286 42f7 42f2 42f3 4282 4287 4285"),
    SEGMENT: {INFO, TRACKS} | _ids("114d9b74 1f43b675 1c53bb6b"),
    INFO: _ids("2ad7b1 4489 4d80 5741"),
    TRACKS: {TRACK},
    TRACK: _ids("d7 73c5 83 b9 88 55aa 9c 6de7 6df8 23e383 55ee 22b59c 86 63a2 56aa 56bb e0 e1"),
}


def scrubbed_film(data: bytes) -> tuple[bytes, str]:
    """The same film without what is written beside it, and its media type. Raises ValidationError in plain words."""
    film = bytearray(data)
    try:
        if not 0 < len(film) <= MOST_BYTES:
            raise ValueError
        if film[4:8] == b"ftyp":
            return _mp4(film), MP4
        return _webm(film), WEBM
    except (ValueError, IndexError):
        raise ValidationError(NOT_A_FILM) from None


def _mp4(film: bytearray) -> bytes:
    tracks: list[bytes] = []
    _wipe_boxes(film, 0, len(film), b"", tracks)
    if b"vide" not in tracks or set(tracks) - {b"vide", b"soun"}:
        raise ValueError  # a third kind of track carries text or places, and its words lie in the middle of the sound
    return bytes(film)


def _wipe_boxes(film: bytearray, start: int, end: int, inside: bytes, tracks: list[bytes]) -> None:
    for name, at, body, stop in _boxes(film, start, end):
        if name not in BOXES[inside]:
            film[at + 4 : at + 8] = b"free"
            _blank(film, body, stop)
        elif name in BOXES:
            _wipe_boxes(film, body, stop, name, tracks)
        elif name in DATED:
            _blank(film, body + 4, body + 4 + (16 if film[body] == 1 else 8), within=stop)
        elif name == b"hdlr":
            tracks.append(bytes(film[body + 8 : body + 12]))
            _blank(film, body + 24, stop)


def _boxes(film: bytearray, start: int, end: int) -> Iterator[Box]:
    while start < end:
        size, head = int.from_bytes(film[start : start + 4], "big"), 8
        if size == 1:
            size, head = int.from_bytes(film[start + 8 : start + 16], "big"), 16
        stop = start + size if size else end
        if stop > end or stop < start + head:
            raise ValueError
        yield bytes(film[start + 4 : start + 8]), start, start + head, stop
        start = stop


def _blank(film: bytearray, start: int, stop: int, *, within: int | None = None) -> None:
    if stop < start or (within is not None and stop > within):
        raise ValueError
    film[start:stop] = bytes(stop - start)


def _webm(film: bytearray) -> bytes:
    tracks: list[bytes] = []
    _wipe_elements(film, 0, len(film), b"", tracks)
    if b"\x01" not in tracks or set(tracks) - {b"\x01", b"\x02"}:
        raise ValueError
    return bytes(film)


def _wipe_elements(film: bytearray, start: int, end: int, inside: bytes, tracks: list[bytes]) -> None:
    for name, at, body, stop in _elements(film, start, end):
        if not inside and at == 0 and name != EBML:
            raise ValueError
        if name not in ELEMENTS[inside]:
            film[at:stop] = _void(stop - at)
        elif name in ELEMENTS:
            _wipe_elements(film, body, stop, name, tracks)
        elif name in PROGRAMS:
            _blank(film, body, stop)
        elif name == DOC_TYPE and film[body:stop] != b"webm":
            raise ValueError
        elif name == TRACK_TYPE:
            tracks.append(bytes(film[body:stop]))


def _elements(film: bytearray, start: int, end: int) -> Iterator[Box]:
    while start < end:
        sized = start + _width(film[start], most=4)
        body = sized + _width(film[sized], most=8)
        room = 1 << 7 * (body - sized)
        size = int.from_bytes(film[sized:body], "big") & (room - 1)
        name = bytes(film[start:sized])
        stop = end if size == room - 1 and name == SEGMENT else body + size
        if stop > end:
            raise ValueError
        yield name, start, body, stop
        start = stop


def _width(first: int, *, most: int) -> int:
    width = 9 - first.bit_length()
    if width > most:
        raise ValueError
    return width


def _void(size: int) -> bytes:
    """An element that says nothing, of this size."""
    head = b"\xec" + (bytes([0x80 | size - 2]) if size < 128 else b"\x01" + (size - 9).to_bytes(7, "big"))
    return head.ljust(size, b"\0")
