"""The site's own picture: redrawn without metadata before it is stored, and always described in words."""

from typing import Any

from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition

from participation.leaflets.images import ScrubbedFile, scrub


class PlainImage(AbstractImage):
    admin_form_fields = ("title", "file", "description", "collection", "tags")

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.file and not self.file._committed:
            if not isinstance(self.file.file, ScrubbedFile):
                self.file = scrub(self.file.file)
            self._set_image_file_metadata()
        super().save(*args, **kwargs)

    class Meta(AbstractImage.Meta):
        verbose_name = "picture"
        permissions = [("choose_image", "Can choose image")]


class PlainRendition(AbstractRendition):
    image = models.ForeignKey(PlainImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_each"
            )
        ]
