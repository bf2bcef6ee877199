from django.apps import AppConfig


class ThemesConfig(AppConfig):
    name = "surveys.themes"
    label = "themes"
    verbose_name = "themes"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from surveys.themes import registrations

        registrations.register_all()
