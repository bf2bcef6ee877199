from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "participation.meetings"
    label = "meetings"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import registrations

        registrations.register_all()
