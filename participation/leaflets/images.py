"""Pictures come in as bare pixels: nothing the camera wrote (place, maker, comment) is stored (M1, M4)."""

import io
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

FORMATS = ("JPEG", "PNG", "WEBP")
MAX_PIXELS = 20_000_000
LONGEST_SIDE = 2_000
NOT_A_PICTURE = _("This file is not a picture we can use. Try a photo or drawing saved as JPG or PNG, up to 5 MB.")


class ScrubbedFile(ContentFile[bytes]):
    """A picture that has been through `scrub`; its name says nothing about who sent it."""


def scrub(file: File[bytes]) -> ScrubbedFile:
    """The same picture on fresh pixels. Raises ValidationError for anything that is not a plain picture."""
    try:
        return _redrawn(file)
    except Exception:
        # Pillow raises many kinds for a hostile file (M5): the answer is the same plain sentence
        raise ValidationError(NOT_A_PICTURE, code="not_a_picture") from None


def _redrawn(file: File[bytes]) -> ScrubbedFile:
    file.seek(0)
    with Image.open(file, formats=FORMATS) as opened:  # never let it guess: EPS, TIFF and SVG stay out
        if opened.width * opened.height > MAX_PIXELS or getattr(opened, "n_frames", 1) > 1:
            raise ValueError
        upright = ImageOps.exif_transpose(opened)
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        mode = "RGBA" if upright.has_transparency_data else "RGB"
        fresh = Image.new(mode, upright.size)
        fresh.paste(upright.convert(mode))
    kind, ending, options = ("PNG", "png", {}) if mode == "RGBA" else ("JPEG", "jpg", {"quality": 85})
    out = io.BytesIO()
    fresh.save(out, kind, optimize=True, **options)
    return ScrubbedFile(out.getvalue(), name=f"{uuid4().hex}.{ending}")
