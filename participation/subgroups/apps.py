from django.apps import AppConfig


class SubgroupsConfig(AppConfig):
    name = "participation.subgroups"
    label = "subgroups"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from participation.subgroups.models import Subgroup
        from surveys.releases.registry import Audience, register_audiences

        def groups() -> list[Audience]:
            return [Audience(f"subgroup:{each.slug}", each.name) for each in Subgroup.objects.all()]

        register_audiences(groups)
