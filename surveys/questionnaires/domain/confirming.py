"""Publishing is two steps: look at what is different, then say yes to exactly that."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction

from surveys.questionnaires.domain.changes import Change, changes_between
from surveys.questionnaires.domain.freezing import freezing
from surveys.questionnaires.domain.publishing import content_of
from surveys.questionnaires.domain.readiness import reasons_against
from surveys.questionnaires.models import Questionnaire, QuestionnaireVersion


class SeenSomethingElse(Exception):
    """Somebody saved or published while this person was looking."""


@dataclass(frozen=True)
class Prospect:
    """A draft beside the last published version. `revision` and `number` name what was looked at, `left_out`
    the languages and recordings that wait, and why.
    """

    draft: Questionnaire
    before: QuestionnaireVersion | None
    reasons: list[str]
    changes: list[Change]
    left_out: tuple[str, ...]
    revision: int

    @property
    def number(self) -> int:
        """Of the last published version; 0 when there is none."""
        return self.before.number if self.before else 0

    @property
    def is_the_same(self) -> bool:
        return self.before is not None and not self.reasons and self.before.content == content_of(self.draft)


def prospect_of(questionnaire: Questionnaire) -> Prospect:
    """What publishing would do; `changes` are empty while the questions do not fit together."""
    draft = questionnaire.get_latest_revision_as_object()
    before = questionnaire.versions.order_by("-number").first()
    reasons = reasons_against(draft)
    changes = [] if reasons else changes_between(before.content if before else None, content_of(draft))
    left_out = () if reasons else freezing(draft).left_out
    return Prospect(draft, before, reasons, changes, left_out, questionnaire.latest_revision_id or 0)


@transaction.atomic
def publish_what_was_seen(questionnaire: Questionnaire, *, revision: int, number: int, by: Any) -> None:
    """Raises SeenSomethingElse, or what `publishing.publish_revision` raises."""
    now = Questionnaire.objects.select_for_update().get(pk=questionnaire.pk)
    newest = now.versions.order_by("-number").values_list("number", flat=True).first() or 0
    if now.latest_revision_id != revision or newest != number:
        raise SeenSomethingElse
    now.latest_revision.publish(user=by)
