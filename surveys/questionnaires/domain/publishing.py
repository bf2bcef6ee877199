"""The one way a questionnaire reaches a young person: checked, frozen and live in one transaction (D3)."""

import datetime as dt
import hashlib
import json
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin

from core import audit
from surveys.questionnaires.domain.freezing import freezing
from surveys.questionnaires.domain.readiness import LUNDY, reasons_against
from surveys.questionnaires.models import Questionnaire, QuestionnaireVersion
from surveys.questionnaires.permissions import can_publish_questions
from surveys.questionnaires.publish_gate import gate_open_for

CONTENT_SHAPE = 1
PUBLISH = "questionnaire.publish"


class NotReady(Exception):
    """``reasons`` are plain sentences for the editor."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@transaction.atomic
def publish(questionnaire: Questionnaire, *, by: Any, now: dt.datetime) -> QuestionnaireVersion:
    """Publishes the questionnaire as it stands and returns its new version.

    ``by`` is an administrator, or None for the content we ship. Raises NotReady and PermissionDenied.
    """
    if by is not None and not can_publish_questions(by):
        raise PermissionDenied
    if reasons := reasons_against(questionnaire):
        raise NotReady(reasons)
    revision = questionnaire.save_revision(user=by)
    version = _publish_checked(questionnaire, revision, by=by, now=now)
    questionnaire.refresh_from_db()
    return version


@transaction.atomic
def publish_revision(questionnaire: Questionnaire, revision: Any, *, by: Any, **options: Any) -> None:
    """Where Wagtail's own buttons and ``Revision.publish`` end up. A named person must press the button,
    whatever permission checks the caller asks us to skip.
    """
    if not can_publish_questions(by):
        raise PermissionDenied
    if reasons := reasons_against(revision.as_object()):
        raise NotReady(reasons)
    _publish_checked(questionnaire, revision, by=by, now=timezone.now(), **options)


def _publish_checked(
    questionnaire: Questionnaire, revision: Any, *, by: Any, now: dt.datetime, **options: Any
) -> QuestionnaireVersion:
    # Two people pressing Publish wait for each other here, so numbers never collide
    Questionnaire.objects.select_for_update().get(pk=questionnaire.pk)
    version = _freeze(revision.as_object(), now=now)
    with gate_open_for(questionnaire.pk):
        DraftStateMixin.publish(questionnaire, revision, user=by, **options | {"skip_permission_checks": True})
    audit.record(PUBLISH, actor=by, subject=version, detail={"number": version.number}, now=now)
    return version


def _freeze(questionnaire: Questionnaire, *, now: dt.datetime) -> QuestionnaireVersion:
    content = content_of(questionnaire)
    newest = questionnaire.versions.order_by("-number").first()
    return QuestionnaireVersion.objects.create(
        questionnaire=questionnaire,
        number=newest.number + 1 if newest else 1,
        frozen_at=now,
        content=content,
        content_hash=hash_of(content),
    )


def content_of(questionnaire: Questionnaire) -> dict[str, Any]:
    """All that a version will ever know about itself, as plain JSON. A language that is not checked, or not any
    more, is left out (R14); without one the content is the same as it was before there were languages.
    """
    names = ("slug", "title", "form", "band", "level", "length", "named", *LUNDY)
    about = {name: getattr(questionnaire, name) for name in names}
    return {"shape": CONTENT_SHAPE, **about, **freezing(questionnaire).content}


def hash_of(content: dict[str, Any]) -> str:
    """SHA-256 of the content with sorted keys, so that the order of storage does not matter."""
    plain = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()
