"""The editor's form: pressing Publish shows every reason in the way, and nothing is lost."""

from typing import Any

from wagtail.admin.forms.models import WagtailAdminModelForm


class QuestionnaireForm(WagtailAdminModelForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            for name in ("named", "slug"):
                if name in self.fields:
                    self.fields[name].disabled = True

    def _post_clean(self) -> None:
        """After the instance holds what was typed: the checks need the whole questionnaire."""
        from surveys.questionnaires.domain.readiness import reasons_against

        super()._post_clean()
        if "action-publish" in self.data and not self.errors:
            for reason in reasons_against(self.instance):
                self.add_error(None, reason)
