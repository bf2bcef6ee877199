from django.apps import AppConfig


class LeafletsConfig(AppConfig):
    name = "participation.leaflets"
    label = "leaflets"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from participation.leaflets.signals import watch_pages

        watch_pages()
