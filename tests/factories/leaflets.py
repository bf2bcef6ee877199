"""Leaflets for tests: a council whose numbers were rung, a tree, pages in any state."""

import datetime as dt
import io
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image, PngImagePlugin
from wagtail.models import Page

from core.models import Council
from participation.leaflets.domain.plain_format import stream_from
from participation.leaflets.domain.starter import load_starter
from participation.leaflets.models import LeafletIndexPage, LeafletPage, LeafletVersionPage

GOOD = "## What it is\nYou can say what you think. We listen.\n- You can say no.\n"


def council(**fields: Any) -> Council:
    found = Council.objects.first() or Council(name="Testshire", duty_phone="01632 960000")
    fields = {"contacts_reviewed_on": timezone.localdate()} | fields
    for name, value in fields.items():
        setattr(found, name, value)
    found.save()
    return found


def shipped_tree(now: dt.datetime | None = None) -> LeafletIndexPage:
    council()
    load_starter(now=now or timezone.now())
    return LeafletIndexPage.objects.get()


def family(index: Page, *, slug: str = "a-leaflet", live: bool = True, **fields: Any) -> LeafletPage:
    index.refresh_from_db()
    page = LeafletPage(slug=slug, live=live, **{"title": "A leaflet", "intro": "What it says."} | fields)
    index.add_child(instance=page)
    return page


def version(parent: LeafletPage, *, audience: str = "12-15", live: bool = True, **fields: Any) -> LeafletVersionPage:
    parent.refresh_from_db()
    text = fields.pop("text", GOOD)
    fields = {"title": "A version", "slug": audience, "language": "en"} | fields
    page = LeafletVersionPage(audience=audience, live=live, body=stream_from(text, seed="test"), **fields)
    parent.add_child(instance=page)
    return page


SECRET = b"51.5-north-CANARY"


def photo(name: str = "at-home.jpg", *, kind: str = "JPEG", size: tuple[int, int] = (60, 40)) -> SimpleUploadedFile:
    """A picture that carries a place, a maker, a comment and XMP."""
    picture = Image.new("RGB", size, "#ffcb47")
    exif = Image.Exif()
    exif[0x010F] = "CANARY-maker"
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 55.0, 0.0), 29: "CANARY-gps"})
    out = io.BytesIO()
    options: dict[str, Any] = {"exif": exif.tobytes()}
    if kind == "JPEG":
        options |= {"comment": SECRET, "xmp": b"<x:xmpmeta>CANARY-xmp</x:xmpmeta>"}
    if kind == "PNG":
        notes = PngImagePlugin.PngInfo()
        notes.add_text("Comment", "CANARY-text")
        options["pnginfo"] = notes
    picture.save(out, kind, **options)
    return SimpleUploadedFile(name, out.getvalue(), f"image/{kind.lower()}")
