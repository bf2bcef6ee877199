"""Every table is readable, machinery or walled. What nobody has sorted is walled."""

from functools import cache

from django.apps import apps
from django.conf import settings
from django.db.models import Model

READABLE, MACHINERY, WALLED = "readable", "machinery", "walled"


def kind_of(model: type[Model]) -> str:
    """A model named by itself goes before its app; the lists stand in config/settings/wall.py."""
    kinds: dict[str, str] = settings.READER_WALL
    return kinds.get(model._meta.label_lower) or kinds.get(model._meta.app_label) or WALLED


def is_sorted(model: type[Model]) -> bool:
    return bool({model._meta.label_lower, model._meta.app_label} & set(settings.READER_WALL))


@cache
def tables(kind: str) -> frozenset[str]:
    """Tables of one kind, those between two models included."""
    models = apps.get_models(include_auto_created=True)
    return frozenset(model._meta.db_table for model in models if kind_of(model) == kind)
