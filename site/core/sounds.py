"""Recordings by people, checked by content: WAV and MP3 come in, bare sound is kept and nothing else (ACC2, S19).

A WAV (16 bit) is written anew in one channel and at no more than 22 kHz, for old phones on slow lines. Of an MP3 only
the sound frames are kept, one after the other: names, pictures and places in its tags are gone. Everything else, and
whatever hides behind or between the sound, is refused.
"""

import hashlib
import io
import wave
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property

MOST_SENT, MOST_KEPT = 12_000_000, 1_500_000  # bytes
LONGEST_SECONDS = 180
HIGHEST_RATE, LOWEST_RATE = 22_050, 8_000
SAMPLE_BYTES = 2
NOT_A_SOUND = (
    "This file is not a recording we can use. Save it as MP3, or as WAV with 16 bits, up to three minutes and 1.5 MB."
)
WAV, MP3 = "audio/wav", "audio/mpeg"

BITRATES = {
    3: (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),  # MPEG 1
    2: (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),  # MPEG 2 and 2.5
}
RATES = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
LAYER_3 = 1


@dataclass(frozen=True)
class MadeSound:
    data: bytes
    kind: str
    seconds: int

    def __repr__(self) -> str:
        return f"MadeSound({self.kind}, {len(self.data)} bytes)"

    @cached_property
    def digest(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def made_sound(data: bytes) -> MadeSound:
    """The same sound in a fresh file. Raises ValidationError in plain words."""
    try:
        if not 0 < len(data) <= MOST_SENT:
            raise ValueError
        made = _wav_again(data) if data[:4] == b"RIFF" else _mp3_again(data)
    except Exception:
        # a hostile file makes the readers raise all sorts (M5): the answer is one plain sentence
        raise ValidationError(NOT_A_SOUND) from None
    if not 0 < made.seconds <= LONGEST_SECONDS or len(made.data) > MOST_KEPT:
        raise ValidationError(NOT_A_SOUND)
    return made


def wav_of(frames: bytes, *, rate: int) -> bytes:
    """One channel, 16 bit, no other chunk."""
    out = io.BytesIO()
    with wave.open(out, "wb") as fresh:
        fresh.setnchannels(1)
        fresh.setsampwidth(SAMPLE_BYTES)
        fresh.setframerate(rate)
        fresh.writeframes(frames)
    return out.getvalue()


def _wav_again(data: bytes) -> MadeSound:
    with wave.open(io.BytesIO(data), "rb") as heard:
        channels, rate = heard.getnchannels(), heard.getframerate()
        if heard.getsampwidth() != SAMPLE_BYTES or channels not in (1, 2) or not LOWEST_RATE <= rate <= 48_000:
            raise ValueError
        samples = array("h", heard.readframes(LONGEST_SECONDS * rate + rate))
    step = -(-rate // HIGHEST_RATE)
    even = len(samples) - len(samples) % (step * channels)
    mixed = _averages(samples[:even], step * channels)
    return MadeSound(wav_of(mixed.tobytes(), rate=rate // step), WAV, -(-len(mixed) * step // rate))


def _averages(samples: "array[int]", width: int) -> "array[int]":
    if width == 1:
        return samples
    lanes = [samples[start::width] for start in range(width)]
    return array("h", (sum(together) // width for together in zip(*lanes, strict=True)))


def _mp3_again(data: bytes) -> MadeSound:
    frames = list(_frames(data))
    if len({(frame.version, frame.rate) for frame in frames}) != 1:
        raise ValueError
    sounding = frames[1:] if _is_about_the_file(data, frames[0]) else frames
    first = frames[0]
    per_frame = 1152 if first.version == 3 else 576
    seconds = -(-len(sounding) * per_frame // first.rate)
    return MadeSound(b"".join(data[each.start : each.end] for each in sounding), MP3, seconds)


@dataclass(frozen=True, slots=True)
class _Frame:
    start: int
    end: int
    version: int
    rate: int


def _frames(data: bytes) -> Iterator[_Frame]:
    """From the end of the tags at the front to the end of the file, or to the tags at its back; with no gap."""
    place = _after_front_tags(data)
    while place < len(data):
        if data[place : place + 8] == b"APETAGEX" or (data[place : place + 3] == b"TAG" and len(data) - place == 128):
            return
        frame = _frame_at(data, place)
        yield frame
        place = frame.end


def _after_front_tags(data: bytes) -> int:
    place = 0
    while data[place : place + 3] == b"ID3":
        high, upper, lower, low = data[place + 6 : place + 10]
        footer = 10 if data[place + 5] & 0x10 else 0
        place += 10 + (high << 21 | upper << 14 | lower << 7 | low) + footer
    while place < len(data) and data[place] == 0:
        place += 1
    return place


def _frame_at(data: bytes, place: int) -> _Frame:
    """Raises ValueError, IndexError or KeyError where no whole frame of layer 3 begins."""
    head = int.from_bytes(data[place : place + 4], "big")
    version, layer = head >> 19 & 3, head >> 17 & 3
    if head >> 21 != 0x7FF or layer != LAYER_3:
        raise ValueError
    bitrate = BITRATES[3 if version == 3 else 2][(head >> 12 & 15) - 1] if head >> 12 & 15 else 0
    rate = RATES[version][head >> 10 & 3]
    if not bitrate:
        raise ValueError
    size = (144 if version == 3 else 72) * bitrate * 1000 // rate + (head >> 9 & 1)
    if place + size > len(data):
        raise ValueError
    return _Frame(place, place + size, version, rate)


def _is_about_the_file(data: bytes, frame: _Frame) -> bool:
    """A first frame that carries no sound but the name of the program that made it."""
    inside = data[frame.start : frame.end]
    return any(mark in inside[:64] for mark in (b"Xing", b"Info", b"VBRI"))
