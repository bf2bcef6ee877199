"""A film for leaflets, kept by us with its captions (ACC7). Never changed, only added: live pages stay as they are."""

import hashlib
from typing import Any

from django.core.files.base import ContentFile
from django.db import models
from django.utils import timezone

from participation.leaflets.film_forms import FilmForm


class Film(models.Model):
    """`name` stays in the studio. The file went through `core.films`, its name says nothing."""

    name = models.CharField("name in the studio", max_length=120, help_text="Readers never see it.")
    file = models.FileField(upload_to="films/", editable=False)
    kind = models.CharField(max_length=20, editable=False)
    captions = models.TextField(editable=False)
    added_at = models.DateTimeField(default=timezone.now, editable=False)

    base_form_class = FilmForm

    class Meta:
        ordering = ["-added_at"]

    def __str__(self) -> str:
        return self.name

    def put(self, data: bytes, kind: str) -> None:
        ending = kind.rpartition("/")[2]
        self.kind = kind
        self.file.save(f"{hashlib.sha256(data).hexdigest()[:32]}.{ending}", ContentFile(data), save=False)


def delete_file(instance: Film, **_: Any) -> None:
    instance.file.delete(save=False)
