from django.apps import AppConfig


class InfluenceConfig(AppConfig):
    name = "participation.influence"
    label = "influence"
    default_auto_field = "django.db.models.BigAutoField"
