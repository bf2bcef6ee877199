from django.apps import AppConfig


class ListeningConfig(AppConfig):
    name = "participation.listening"
    label = "listening"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from participation.listening.domain import hooks
        from participation.listening.domain.counts import count_read_on_time
        from surveys.releases.registry import register_promises

        hooks.register()
        register_promises(count_read_on_time)
