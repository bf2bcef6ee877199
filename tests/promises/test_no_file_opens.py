"""Every file that anybody ever uploaded, asked for by a stranger at every address one could think of (M2, AC-24)."""

import io
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.core.cache import caches
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from wagtail.images import get_image_model
from wagtail.models import Page

from accounts.models import Role
from home.domain.cms_rights import give_cms_rights
from surveys.responses.models import DraftPiece
from tests.factories import leaflets
from tests.factories.made import a_drawing, a_voice_note
from tests.promises.world import World, signed_in

pytestmark = pytest.mark.django_db
MARK = b"zq-what-was-uploaded"
DRAW, ALOUD = "/me/say/before/draw/Q09/", "/me/say/before/aloud/Q09/"


@pytest.fixture
def roots(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every folder that the site writes to, under one roof."""
    for name in ("media", "temp", "static"):
        (tmp_path / name).mkdir()
    settings.MEDIA_ROOT, settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "media", str(tmp_path / "temp")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    (tmp_path / "keys.json").write_bytes(MARK)
    (tmp_path / "store.sqlite3").write_bytes(MARK)
    caches["default"].clear()
    return tmp_path


def a_photo() -> SimpleUploadedFile:
    out = io.BytesIO()
    Image.effect_noise((60, 40), 50).save(out, "PNG")
    return SimpleUploadedFile("at-home.png", out.getvalue(), "image/png")


def files_under(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*") if path.is_file())


def addresses_of(file: Path, settings: Any) -> Iterator[str]:
    """Every way that a server, a proxy or a guess could put this file into an address."""
    inside, static = file.relative_to(settings.MEDIA_ROOT.parent), Path(settings.STATIC_ROOT)
    names = {file.name, str(inside), str(inside.relative_to(inside.parts[0])) if len(inside.parts) > 1 else file.name}
    for prefix in ("/", "/media/", "/documents/", "/images/", "/static/", "/leaflets/", "/me/", "/cms/images/"):
        for name in names:
            yield from (f"{prefix}{name}", f"{prefix}{name}/", f"{prefix}./{name}", f"{prefix}{name}%00.png")
    for start, folder in (("/static/", static), ("/media/", settings.MEDIA_ROOT)):
        way = os.path.relpath(file, folder)
        yield f"{start}{way}"
        yield f"{start}{way.replace('../', '%2e%2e/')}"
        yield f"{start}{quote(way, safe='')}"
        yield f"{start}{quote(quote(way, safe=''), safe='')}"
        yield f"{start}{way.replace('../', '..%5c')}"
        yield f"{start}{way.replace('../', '....//')}"
        yield f"{start}/{file}"
        yield f"{start}{quote(str(file), safe='')}"


def opened_by_a_stranger(root: Path, settings: Any) -> list[tuple[str, int]]:
    """(address, status) of every answer that is a page of its own or carries a piece of the file."""
    stranger, found = Client(), []
    for file in files_under(root):
        start = file.read_bytes()[:64]
        for address in addresses_of(file, settings):
            answer = stranger.get(address, follow=True)
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            elsewhere = bool(answer.redirect_chain)  # to the sign-in of the studio, or with a slash
            if (start and start in body) or (answer.status_code not in (400, 404) and not elsewhere):
                found.append((address, answer.status_code))
    return found


@pytest.fixture
def uploaded(world: World, child: Client, roots: Path) -> Path:
    """By an editor: a picture with renditions, a document. By a young person: a drawing and a voice note."""
    give_cms_rights()
    editor = signed_in(world.people[Role.ADMINISTRATOR])
    fields = {"title": "At home", "description": "At home", "collection": "1"}
    assert editor.post("/cms/images/add/", {**fields, "file": a_photo()}).status_code == 302
    picture = get_image_model().objects.get()
    for spec in ("max-30x30", "original", "format-webp"):
        picture.get_rendition(spec)
    paper = SimpleUploadedFile("notes.pdf", b"%PDF-1.4 " + MARK, "application/pdf")
    assert editor.post("/cms/documents/add/", {"title": "Notes", "collection": "1", "file": paper}).status_code == 302
    for address, data, name, kind in (
        (DRAW, a_drawing(), "made.png", "image/png"),
        (ALOUD, a_voice_note(3), "v.wav", "audio/wav"),
        (DRAW, b"\x89PNG\r\n\x1a\n" + b"\0" * 50_000_000, "large.png", "image/png"),
        (DRAW, b"<svg xmlns='http://www.w3.org/2000/svg'/>", "made.svg", "image/svg+xml"),
    ):
        assert child.post(address, {"made": SimpleUploadedFile(name, data, kind)}).status_code in (302, 422)
    assert DraftPiece.objects.count() == 2
    return roots


def test_no_stranger_opens_any_file_whatever_the_address(uploaded: Path, settings: Any) -> None:
    assert len(files_under(uploaded / "media")) >= 4
    assert opened_by_a_stranger(uploaded, settings) == []


def test_what_a_young_person_makes_never_touches_a_disk_and_what_is_refused_leaves_nothing(uploaded: Path) -> None:
    """Drawings and voice notes are in the database, sealed; nothing of a form lies about in a folder for a while."""
    assert files_under(uploaded / "temp") == []
    kept = [file.name for file in files_under(uploaded / "media")]
    assert not [name for name in kept if "made" in name or "large" in name or name.endswith((".wav", ".svg"))]


def test_the_walk_sees_a_file_that_does_open(uploaded: Path, settings: Any) -> None:
    """A picture of a live page is public by its rule; the same walk finds exactly its renditions."""
    leaflets.council()
    index = Page.get_first_root_node().add_child(title="Leaflets", slug="all-leaflets")
    page = leaflets.version(leaflets.family(index))
    page.body.append(("image", {"image": get_image_model().objects.get(), "alt": "At home"}))
    page.save()
    found = opened_by_a_stranger(uploaded, settings)
    assert {status for _, status in found} == {200}
    assert found
    assert all(address.startswith("/media/") and "original_images" not in address for address, _ in found)
