"""Drawings and voice notes as our own pages make them, and files that only look like them."""

import io
import struct
import wave
import zlib

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from surveys.responses.domain.made import CANVAS, RATE

PLACE = "51.5007N 0.1246W"


def a_drawing(size: tuple[int, int] = CANVAS, *, told: str = "") -> bytes:
    """`told`: what a camera or a program would have written beside the pixels."""
    picture = Image.new("RGBA", size, (0, 0, 0, 0))
    ImageDraw.Draw(picture).line([(10, 10), (200, 300), (400, 90)], fill=(23, 33, 59, 255), width=6)
    notes = PngInfo()
    if told:
        notes.add_text("Comment", told)
        notes.add_itxt("GPS", told)
    out = io.BytesIO()
    picture.save(out, "PNG", pnginfo=notes)
    return out.getvalue()


def a_voice_note(seconds: float = 2, *, rate: int = RATE, channels: int = 1, told: bytes = b"") -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as made:
        made.setnchannels(channels)
        made.setsampwidth(2)
        made.setframerate(rate)
        made.writeframes(b"\x10\x00" * int(seconds * rate) * channels)
    plain = out.getvalue()
    return plain if not told else plain + b"LIST" + struct.pack("<I", len(told)) + told


def a_png_bomb() -> bytes:
    """30,000 by 30,000 white pixels in a few kilobytes."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * 4_000_000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def as_format(kind: str, size: tuple[int, int] = CANVAS) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "white").save(out, kind)
    return out.getvalue()
