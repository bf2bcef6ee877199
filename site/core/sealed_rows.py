"""Rows that exist under their own random name before they are saved, so that words can be bound to them."""

import uuid

from django.db import models


class UUIDRow(models.Model):
    """Random keys: nothing about order or number can be read from one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True


class SealedRow(UUIDRow):
    """A row with sealed fields. `sealing_context` never changes during the row's life."""

    class Meta:
        abstract = True

    def sealing_context(self) -> tuple[str, ...]:
        return (self._meta.label_lower, str(self.id))
