"""Drawings and voice notes come in as bare pixels and bare sound; nothing else of the file is ever stored (S19).

Only what our own page makes is taken: a PNG of the canvas's size, a WAV of telephone quality. A photo, a document or a
song is refused kindly, so that no picture of a person can be sent by mistake.
"""

import io
import wave
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image

from surveys.responses.enums import PieceKind

CANVAS = (800, 600)  # pixels
RATE, SAMPLE_BYTES = 8_000, 2  # the quality of a telephone, one channel
LONGEST_SECONDS = 120
MOST_BYTES = {PieceKind.DRAWING: 1_500_000, PieceKind.VOICE: (LONGEST_SECONDS + 1) * RATE * SAMPLE_BYTES + 4_096}
REFUSED = {
    PieceKind.DRAWING: _("We could not keep that drawing. Please try again, or write instead."),
    PieceKind.VOICE: _("We could not keep that voice note. It can be up to two minutes. Try again, or write instead."),
}


@dataclass(frozen=True)
class Made:
    data: bytes
    seconds: int = 0

    def __repr__(self) -> str:
        return f"Made({len(self.data)} bytes)"


def made_again(kind: PieceKind, data: bytes) -> Made:
    """The same drawing on fresh pixels, or the same sound in a fresh file. Raises ValidationError in plain words."""
    if not 0 < len(data) <= MOST_BYTES[kind]:
        raise ValidationError(REFUSED[kind])
    try:
        return _redrawn(data) if kind == PieceKind.DRAWING else _said_again(data)
    except Exception:
        # a hostile file makes the readers raise all sorts (M5): the answer is one plain sentence
        raise ValidationError(REFUSED[kind]) from None


def _redrawn(data: bytes) -> Made:
    with Image.open(io.BytesIO(data), formats=["PNG"]) as opened:
        if opened.size != CANVAS or getattr(opened, "n_frames", 1) > 1:
            raise ValueError
        on_paper = Image.new("RGB", CANVAS, "white")
        on_paper.paste(opened.convert("RGBA"), mask=opened.convert("RGBA").getchannel("A"))
    out = io.BytesIO()
    on_paper.save(out, "PNG", optimize=True)
    return Made(out.getvalue())


def _said_again(data: bytes) -> Made:
    with wave.open(io.BytesIO(data), "rb") as heard:
        if (heard.getnchannels(), heard.getsampwidth(), heard.getframerate()) != (1, SAMPLE_BYTES, RATE):
            raise ValueError
        frames = heard.readframes((LONGEST_SECONDS + 1) * RATE)
    seconds = -(-len(frames) // (RATE * SAMPLE_BYTES))
    if not 0 < seconds <= LONGEST_SECONDS or len(frames) % SAMPLE_BYTES:
        raise ValueError
    out = io.BytesIO()
    with wave.open(out, "wb") as fresh:
        fresh.setnchannels(1)
        fresh.setsampwidth(SAMPLE_BYTES)
        fresh.setframerate(RATE)
        fresh.writeframes(frames)
    return Made(out.getvalue(), seconds)
