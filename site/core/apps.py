from typing import Any

from django.apps import AppConfig
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate


def build_wall_again(using: str, **kwargs: Any) -> None:
    """New tables are granted, or stay walled. Without the right to, the check of the database says what to do."""
    from core.wall.postgres import WallNotBuilt, build_wall

    if using != DEFAULT_DB_ALIAS or connections[using].vendor != "postgresql":
        return
    try:
        build_wall(using=using)
    except WallNotBuilt:
        print("Readers' pages need `manage.py build_reader_wall` now.")  # noqa: T201  told to whoever migrates


class CoreConfig(AppConfig):
    name = "core"
    label = "core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from core.wall.sqlite import blind_the_reader

        connection_created.connect(blind_the_reader)
        post_migrate.connect(build_wall_again, sender=self)
