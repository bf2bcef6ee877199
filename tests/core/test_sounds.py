"""A recording comes in as bare sound: whatever else its file carries stays out (S19, M5)."""

import io
import wave

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as some

from core.sounds import LONGEST_SECONDS, MOST_KEPT, made_sound
from tests.factories.sounds import FRAME_BYTES, a_frame, a_wav, an_mp3, tagged

TELLING = b"Recorded by Example Person at 51.5, -0.1"


def opened(data):
    return wave.open(io.BytesIO(data), "rb")


@pytest.mark.parametrize(("rate", "kept"), [(8_000, 8_000), (16_000, 16_000), (44_100, 22_050), (48_000, 16_000)])
@pytest.mark.parametrize("channels", [1, 2])
def test_a_wav_is_written_anew_in_one_channel_for_slow_lines(rate, kept, channels):
    made = made_sound(a_wav(seconds=2, rate=rate, channels=channels))
    with opened(made.data) as sound:
        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, kept)
        assert abs(sound.getnframes() / kept - 2) < 0.01
    assert (made.kind, made.seconds) == ("audio/wav", 2)


def test_what_a_program_wrote_into_a_wav_is_gone():
    plain = a_wav()
    chunk = b"LIST" + len(TELLING).to_bytes(4, "little") + TELLING
    assert TELLING in plain + chunk
    assert TELLING not in made_sound(plain + chunk).data


def test_an_mp3_keeps_its_sound_and_loses_its_tags():
    sound = an_mp3()
    behind = b"TAG" + TELLING.ljust(125, b"\x00")
    made = made_sound(tagged(TELLING) + tagged(TELLING) + b"\x00" * 7 + sound + behind)
    assert made.data == sound
    assert (made.kind, made.seconds) == ("audio/mpeg", 2)


def test_a_first_frame_that_names_the_program_is_left_out():
    made = made_sound(a_frame(b"Info....LAME3.100") + an_mp3())
    assert made.data == an_mp3()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"RIFF",
        b"not a sound at all",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"OggS" + b"\x00" * 400,
        b"\x00\x00\x00\x18ftypM4A ",
        b"%PDF-1.7 " * 50,
        b"PK\x03\x04" * 50,
        b"ID3\x04\x00\x00\x7f\x7f\x7f\x7f",
        an_mp3()[:-1],
        an_mp3() + b"<script>alert(1)</script>",
        an_mp3(frames=10) + b"hidden" + an_mp3(frames=10),
        a_wav()[:30],
        a_wav(width=1),
        a_wav(rate=96_000),
        a_wav(seconds=0),
        b"\x00" * 50_000_000,
    ],
    ids=lambda data: f"{data[:8]!r} {len(data)}",
)
def test_anything_else_gets_one_plain_sentence(data):
    with pytest.raises(ValidationError, match="not a recording we can use"):
        made_sound(data)


def test_a_recording_too_long_or_too_heavy_is_refused():
    too_many = LONGEST_SECONDS * 1000 // 36 + 10
    for data in (an_mp3(frames=too_many), a_wav(seconds=MOST_KEPT / 2 / 16_000 + 1)):
        with pytest.raises(ValidationError):
            made_sound(data)


@given(some.binary(max_size=600))
def test_no_bytes_break_it(data):
    for file in (data, b"RIFF" + data, b"ID3" + data, an_mp3(frames=1) + data):
        try:
            made_sound(file)
        except ValidationError:
            continue


def test_made_again_a_sound_stays_the_same():
    for data in (a_wav(), an_mp3()):
        once = made_sound(data)
        assert made_sound(once.data).digest == once.digest


def test_a_made_sound_shows_nothing_of_itself():
    assert len(repr(made_sound(an_mp3()))) < 60
    assert FRAME_BYTES == 144
