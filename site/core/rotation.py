"""Moving every sealed word to the newest key, in batches that can stop and start again (security.md §3.7, R-13)."""

from collections.abc import Iterator

from django.apps import apps
from django.db import models, transaction
from django.db.models.functions import Cast

from core.fields import SealedTextField
from core.key_ring import key_ring

BATCH = 200


def sealed_fields() -> Iterator[tuple[type[models.Model], SealedTextField]]:
    for model in apps.get_models():
        for field in model._meta.local_concrete_fields:
            if isinstance(field, SealedTextField):
                yield model, field


def _behind(model: type[models.Model], field: SealedTextField) -> models.QuerySet[models.Model]:
    """Rows whose token was sealed with another key than today's; the prefix tells without opening (`k1:`)."""
    as_text = Cast(models.F(field.attname), models.TextField())
    rows = model._default_manager.annotate(_token=as_text).exclude(_token="")
    return rows.exclude(_token__startswith=f"k{key_ring().write}:").order_by("pk")


def count_behind() -> int:
    return sum(_behind(model, field).count() for model, field in sealed_fields())


def rotate_batch(model: type[models.Model], field: SealedTextField) -> int:
    """Re-seals up to BATCH rows in one transaction. Raises CannotOpen if a row does not open: nothing is skipped."""
    with transaction.atomic():
        rows = list(_behind(model, field).select_for_update()[:BATCH])
        for row in rows:
            setattr(row, field.attname, getattr(row, field.attname).open())
            row.save(update_fields=[field.attname])
    return len(rows)


def rotate_all() -> Iterator[tuple[str, int]]:
    """Yields (table and field, rows moved) after every batch."""
    for model, field in sealed_fields():
        while moved := rotate_batch(model, field):
            yield f"{model._meta.label}.{field.name}", moved
