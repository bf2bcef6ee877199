from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "participation.meetings"
    label = "meetings"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from surveys.releases import registry

        from . import registrations
        from .domain import counts

        registrations.register_all()
        registry.register_asked(counts.count_asked)
        registry.register_taking_part(counts.count_taking_part)
        registry.register_promises(counts.count_promises)
