"""The site's own picture: redrawn without metadata before it is stored, and always described in words."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from wagtail.images.models import AbstractImage, AbstractRendition, ImageQuerySet

from participation.leaflets.images import ScrubbedFile, scrub


class PlainImage(AbstractImage):
    objects: ClassVar[models.Manager[PlainImage]] = ImageQuerySet.as_manager()

    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="uploaded by",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    admin_form_fields = ("title", "file", "description", "collection", "tags")

    def save(self, *args: Any, **kwargs: Any) -> None:
        upload: Any = self.file  # type: ignore[has-type]  # a field of Wagtail
        if upload and not upload._committed:
            if not isinstance(upload.file, ScrubbedFile):
                self.file = scrub(upload.file)
            self._set_image_file_metadata()
        super().save(*args, **kwargs)

    class Meta(AbstractImage.Meta):
        verbose_name = "picture"
        permissions = [("choose_image", "Can choose image")]


class PlainRendition(AbstractRendition):
    image = models.ForeignKey(PlainImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_each")
        ]
