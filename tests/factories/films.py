"""Films made on the spot: whole containers with nothing to see in them."""

from core.captions import plain_captions
from core.films import scrubbed_film
from participation.leaflets.models import Film

SECRET = b"51.5-north Sam Example"
CAPTIONS = b"WEBVTT\n\n00:00.000 --> 00:02.000\nYou can say no.\n"


def box(name: bytes, *inside: bytes) -> bytes:
    data = b"".join(inside)
    return (len(data) + 8).to_bytes(4, "big") + name + data


def a_track(kind: bytes = b"vide", *more: bytes) -> bytes:
    handler = box(b"hdlr", bytes(8), kind, bytes(12), SECRET, b"\0")
    stored = box(b"minf", box(b"stbl", b"where the pictures are"))
    dated = box(b"mdhd", bytes(4), b"DAYSDAYS", bytes(12))
    return box(b"trak", box(b"tkhd", bytes(4), b"DAYSDAYS", bytes(72)), box(b"mdia", dated, handler, stored), *more)


def an_mp4(*more: bytes, tracks: tuple[bytes, ...] = (b"vide", b"soun")) -> bytes:
    """`more` stands beside the tracks."""
    about = box(b"mvhd", b"\x01\0\0\0", b"DAYSDAYS" * 2, bytes(92))
    film = box(b"moov", about, *(a_track(kind) for kind in tracks), *more)
    return box(b"ftyp", b"isom\0\0\2\0isomavc1") + film + box(b"mdat", b"PICTURES" * 20)


def element(name: str, *inside: bytes) -> bytes:
    data = b"".join(inside)
    return bytes.fromhex(name) + b"\x01" + len(data).to_bytes(7, "big") + data


def a_webm(*more: bytes, kinds: bytes = b"\x01\x02", doc_type: bytes = b"webm") -> bytes:
    about = element("1549a966", element("2ad7b1", b"\x0f\x42\x40"), element("5741", SECRET), element("7ba9", SECRET))
    tracks = (element("ae", element("d7", b"\1"), element("83", bytes([kind]))) for kind in kinds)
    film = (about, element("1654ae6b", *tracks), element("1f43b675", b"PICTURES" * 20))
    return element("1a45dfa3", element("4282", doc_type)) + element("18538067", *film, *more)


def kept_film(name: str = "At home, Sam Example") -> Film:
    film = Film(name=name, captions=plain_captions(CAPTIONS))
    film.put(*scrubbed_film(an_mp4()))
    film.save()
    return film
