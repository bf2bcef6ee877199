"""Sound made on the spot: silence and a tone. Nobody speaks in it."""

import io
import math
import wave
from array import array

MPEG_2_32_KBIT_16_KHZ = bytes.fromhex("fff34840")
FRAME_BYTES = 72 * 32_000 // 16_000
TONE = 440


def a_wav(*, seconds: float = 1.0, rate: int = 16_000, channels: int = 1, width: int = 2) -> bytes:
    steps = range(int(seconds * rate))
    tone = array("h", (int(8_000 * math.sin(step * TONE * math.tau / rate)) for step in steps for _ in range(channels)))
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(rate)
        file.writeframes(tone.tobytes())
    return out.getvalue()


def a_frame(filling: bytes = b"") -> bytes:
    return (MPEG_2_32_KBIT_16_KHZ + b"\x00" * 9 + filling).ljust(FRAME_BYTES, b"\x00")


def an_mp3(*, frames: int = 50) -> bytes:
    """36 ms a frame."""
    return a_frame() * frames


def tagged(text: bytes, *, version: bytes = b"\x04\x00\x00") -> bytes:
    """A tag as music programs put it in front of an MP3."""
    size = len(text)
    places = bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3" + version + places + text
