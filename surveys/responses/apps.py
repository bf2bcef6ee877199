from django.apps import AppConfig


class ResponsesConfig(AppConfig):
    name = "surveys.responses"
    label = "responses"
    default_auto_field = "django.db.models.BigAutoField"
