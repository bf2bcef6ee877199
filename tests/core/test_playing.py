"""What is long is given out in pieces that fit in the hand, and the next piece is where the last one ended."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.db.models.fields.files import FieldFile
from django.http import Http404
from django.test import RequestFactory

from core import playing
from core.playing import played_file
from participation.leaflets.models import Film

DATA = bytes(range(256)) * 40


@pytest.fixture
def file(tmp_path):
    field = Film._meta.get_field("file")
    stored = FieldFile(Film(), field, "film.mp4")
    stored.storage = FileSystemStorage(tmp_path)
    stored.storage.save("film.mp4", ContentFile(DATA))
    return stored


def asked(file, wanted):
    return played_file(RequestFactory().get("/", headers={"Range": wanted}), file, kind="video/mp4")


def test_a_film_is_heard_to_its_end_in_short_pieces(file, monkeypatch):
    monkeypatch.setattr(playing, "LARGEST_PIECE", 1_000)
    got = b""
    while len(got) < len(DATA):
        answer = asked(file, f"bytes={len(got)}-")
        assert answer.status_code == 206
        assert len(answer.content) <= 1_000
        assert answer["Content-Range"] == f"bytes {len(got)}-{len(got) + len(answer.content) - 1}/{len(DATA)}"
        got += answer.content
    assert got == DATA
    assert asked(file, f"bytes={len(DATA)}-").status_code == 416


def test_a_file_that_is_gone_is_not_found(file):
    file.storage.delete("film.mp4")
    with pytest.raises(Http404):
        asked(file, "bytes=0-")
