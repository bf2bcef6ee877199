"""The editor's form says at once that a version exists, before the database does."""

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm

from core.read_aloud import ReadAloudForm
from participation.leaflets.domain.families import second_version_message, versions_like


class VersionForm(ReadAloudForm, WagtailAdminPageForm):
    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        audience, language = cleaned.get("audience"), cleaned.get("language")
        if audience and language and self.parent_page is not None:
            self.instance.audience, self.instance.language = audience, language
            if versions_like(self.instance, family=self.parent_page).exists():
                self.add_error("audience", second_version_message(self.instance))
        return cleaned
