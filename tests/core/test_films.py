"""Films come in by what they are: nothing moves, and what is written beside picture and sound is gone (ACC7, S19)."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st

from core import films
from core.films import MP4, WEBM, scrubbed_film
from tests.factories.films import SECRET, a_track, a_webm, an_mp4, box, element
from tests.factories.sounds import a_wav, an_mp3

PLACES = box(b"udta", box(b"\xa9xyz", SECRET))


@pytest.mark.parametrize(
    "film",
    [
        an_mp4(PLACES),
        an_mp4(box(b"meta", bytes(4), SECRET)),
        an_mp4(box(b"free", SECRET)),
        an_mp4() + box(b"uuid", SECRET),
        box(b"ftyp", b"isom") + box(b"moov", a_track(b"vide", PLACES)) + box(b"moof", box(b"uuid", SECRET)),
        an_mp4() + b"\0\0\0\0mdta" + SECRET,
        an_mp4() + b"\0\0\0\1udta" + (16 + len(SECRET)).to_bytes(8, "big") + SECRET,
        a_webm(),
        a_webm(element("1254c367", SECRET)),
        a_webm(element("1941a469", SECRET * 10)),
        a_webm(element("bf", SECRET)),
    ],
)
def test_names_places_and_days_are_gone_and_every_byte_of_the_film_stays_where_it_was(film):
    assert SECRET in film
    made, kind = scrubbed_film(film)
    assert kind == (MP4 if film[4:8] == b"ftyp" else WEBM)
    assert SECRET not in made
    assert b"DAYS" not in made
    assert len(made) == len(film)
    for kept in (b"PICTURES" * 20, b"where the pictures are"):
        assert made.find(kept) == film.find(kept)
    assert scrubbed_film(made) == (made, kind)


@pytest.mark.parametrize(
    "file",
    [
        b"",
        b"\0" * 400,
        b"<html><script>alert(1)</script></html>",
        a_wav(),
        an_mp3(),
        b"GIF89a" + an_mp4(),
        an_mp4()[:-1],
        an_mp4() + b"<script>",
        an_mp4()[:300],
        an_mp4(tracks=(b"soun",)),
        an_mp4(tracks=(b"vide", b"text")),
        an_mp4(tracks=(b"vide", b"meta")),
        box(b"ftyp", b"isom"),
        box(b"ftyp", b"isom") + b"\0\0\0\4moov",
        box(b"ftyp", b"isom") + box(b"moov", box(b"mvhd", b"\1")),
        a_webm(doc_type=b"matroska"),
        a_webm(kinds=b"\x02"),
        a_webm(kinds=b"\x01\x11"),
        a_webm()[:-1],
        element("18538067", b""),
        element("1a45dfa3", element("4282", b"webm")) + b"\x18\x53\x80\x67\x01",
    ],
)
def test_whatever_is_no_film_or_more_than_one_is_refused_in_one_plain_sentence(file):
    with pytest.raises(ValidationError, match="not a film we can use"):
        scrubbed_film(file)


def test_a_film_that_is_too_large_is_refused(monkeypatch):
    film = an_mp4()
    monkeypatch.setattr(films, "MOST_BYTES", len(film) - 1)
    with pytest.raises(ValidationError):
        scrubbed_film(film)


def test_a_webm_whose_length_nobody_knew_when_it_began_is_a_film():
    film = a_webm()
    place = film.index(bytes.fromhex("18538067")) + 4
    made, _ = scrubbed_film(film[:place] + b"\x01" + b"\xff" * 7 + film[place + 8 :])
    assert SECRET not in made


@settings(max_examples=200)
@given(st.sampled_from([an_mp4(PLACES), a_webm()]), st.integers(0, 10_000), st.binary(min_size=1, max_size=9))
def test_a_broken_film_never_breaks_the_reader_and_never_grows(film, place, bytes_put_in):
    place %= len(film)
    broken = film[:place] + bytes_put_in + film[place + len(bytes_put_in) :]
    try:
        made, _ = scrubbed_film(broken)
    except ValidationError:
        return
    assert len(made) == len(broken)
