from django.apps import AppConfig


class ReleasesConfig(AppConfig):
    name = "surveys.releases"
    label = "releases"
    verbose_name = "releases"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from surveys.releases import checks  # noqa: F401  registers the start-up checks
        from surveys.releases.domain.coding import windows_to_code
        from surveys.themes.registry import register_windows

        register_windows(windows_to_code)
