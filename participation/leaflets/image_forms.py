"""The upload forms of the CMS: a file we cannot use gets a plain sentence, never a broken page (M5)."""

from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from participation.leaflets.images import NOT_A_PICTURE, scrub


class PlainImageField(WagtailImageField):
    """Any trouble with a file is a form error in plain words, never a broken page."""

    def to_python(self, data: Any) -> Any:
        if data in self.empty_values:
            return super().to_python(data)
        if PurePath(str(data.name)).suffix.lower().lstrip(".") not in self.allowed_image_extensions:
            raise ValidationError(NOT_A_PICTURE, code="not_a_picture")
        if data.size > self.max_upload_size:
            raise ValidationError(NOT_A_PICTURE, code="not_a_picture")
        picture = scrub(data)
        try:
            return super().to_python(picture)
        except Exception:
            raise ValidationError(NOT_A_PICTURE, code="not_a_picture") from None


class PlainImageForm(BaseImageForm):
    """Set as WAGTAILIMAGES_IMAGE_FORM_BASE: every upload form of the CMS is made from it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            old = self.fields["file"]
            self.fields["file"] = PlainImageField(required=old.required, label=old.label, widget=old.widget)
        if "description" in self.fields:
            self.fields["description"].required = True
