"""The word checks, shown in the editor in plain words."""

from typing import Any

from django.utils import timezone
from wagtail.admin.panels import Panel

from core.wording import readability, target_for


class WordChecksPanel(Panel):
    """Read-only. Checks the last saved words; a score never replaces asking young people, and it says so."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "pages/leaflets/word_checks_panel.html"

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            from participation.leaflets.domain.gate import blockers, word_findings

            context: dict[str, Any] = super().get_context_data(parent_context)
            page = self.instance
            if page.pk is None:
                return context | {"unsaved": True}
            text = "\n".join(part for part in page.all_words())
            return context | {
                "blockers": blockers(page, today=timezone.localdate()),
                "findings": [one for one in word_findings(page) if not one.blocks],
                "reading": readability(text),
                "target": target_for(page.reading_audience),
                "unchecked": [one.value for one in page.facts if not one.value.get("checked_on")],
                "is_stale": page.is_stale,
            }
