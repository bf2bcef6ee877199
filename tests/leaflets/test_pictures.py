"""Pictures are redrawn before they are stored; what is not a picture gets a plain answer (M1, M4, M5)."""

import io
import struct
import zlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form

from participation.leaflets.images import NOT_A_PICTURE, scrub
from participation.leaflets.models import PlainImage
from tests.factories import leaflets as make

pytestmark = pytest.mark.django_db

SPECS = ("width-200", "original", "max-100x100", "fill-20x20", "format-png", "format-jpeg", "format-webp")


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def upload(file: SimpleUploadedFile):
    form = get_image_form(PlainImage)(
        {"title": "A picture", "description": "Someone waves", "collection": 1}, {"file": file}
    )
    return form


def stored_bytes(tmp_path) -> bytes:
    return b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


@pytest.mark.parametrize(("name", "kind"), [("at-home.jpg", "JPEG"), ("at-home.png", "PNG"), ("at-home.webp", "WEBP")])
def test_nothing_the_camera_wrote_is_stored_in_original_or_renditions(tmp_path, name, kind):
    assert get_image_model() is PlainImage
    file = make.photo(name, kind=kind)
    assert b"CANARY" in file.read()
    form = upload(file)
    assert form.is_valid(), form.errors
    picture = form.save()
    for spec in SPECS:
        picture.get_rendition(spec)
    everything = stored_bytes(tmp_path)
    for trace in (b"CANARY", b"Exif", b"GPS", b"xmpmeta"):
        assert trace not in everything
    for path in (path for path in tmp_path.rglob("*") if path.is_file()):
        assert not Image.open(path).getexif()
        assert "at-home" not in path.name


def test_a_picture_saved_in_code_is_scrubbed_too(tmp_path):
    picture = PlainImage(title="x", description="y", file=ContentFile(make.photo().read(), name="secret-place.jpg"))
    picture.save()
    assert b"CANARY" not in stored_bytes(tmp_path)
    assert picture.file_size == picture.file.size
    assert "secret-place" not in picture.file.name


def bomb() -> bytes:
    """A PNG that says it is 30,000 pixels square."""
    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    return b"\x89PNG\r\n\x1a\n" + chunk


def text_bomb() -> bytes:
    """A small PNG with a text part that swells when it is unpacked (M5)."""
    out = io.BytesIO()
    Image.new("RGB", (2, 2)).save(out, "PNG")
    data = out.getvalue()
    body = b"zTXt" + b"k\x00\x00" + zlib.compress(b"a" * 80_000_000)
    part = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return data[:33] + part + data[33:]


def moving() -> bytes:
    out = io.BytesIO()
    frames = [Image.new("RGB", (4, 4), colour) for colour in ("red", "blue")]
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:])
    return out.getvalue()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.svg", SVG),
        ("a.png", SVG),
        ("a.jpg", b"<!doctype html><script>1</script>"),
        ("a.html", b"<html>"),
        ("a.png", bomb()),
        ("a.png", text_bomb()),
        ("a.webp", moving()),
        ("a.png", b""),
        ("a.jpg", b"\xff\xd8\xff" + b"x" * 500),
        ("a.gif", b"GIF89a"),
        ("a.jpg", b"%PDF-1.4"),
        ("noending", make.photo().read()),
    ],
)
def test_what_is_not_a_picture_gets_a_plain_answer(tmp_path, name, content):
    form = upload(SimpleUploadedFile(name, content))
    assert not form.is_valid()
    assert "file" in form.errors
    assert stored_bytes(tmp_path) == b""


def test_scrub_never_raises_anything_but_the_plain_sentence():
    for content in (b"", b"x", SVG, bomb(), text_bomb()):
        with pytest.raises(ValidationError) as caught:
            scrub(ContentFile(content, name="a.png"))
        assert caught.value.messages == [str(NOT_A_PICTURE)]


def test_too_big_a_file_is_refused_before_it_is_opened(settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 100
    assert not upload(make.photo()).is_valid()


def test_a_picture_needs_words():
    form = get_image_form(PlainImage)(
        {"title": "A picture", "description": "", "collection": 1}, {"file": make.photo()}
    )
    assert "description" in form.errors
