from django.apps import AppConfig


class ChampionsConfig(AppConfig):
    name = "participation.champions"
    label = "champions"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from surveys.releases.registry import Audience, register_audiences

        register_audiences(lambda: [Audience("champions", "Champions")])
