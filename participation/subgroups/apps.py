from django.apps import AppConfig


class SubgroupsConfig(AppConfig):
    name = "participation.subgroups"
    label = "subgroups"
    default_auto_field = "django.db.models.BigAutoField"
