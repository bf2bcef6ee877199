from django.apps import AppConfig


class ListeningConfig(AppConfig):
    name = "participation.listening"
    label = "listening"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from participation.listening.domain import hooks

        hooks.register()
