"""Nothing reaches a young person except through the gate (D3)."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from core.models import AuditEntry
from surveys.questionnaires.domain.publishing import NotReady, hash_of, publish
from surveys.questionnaires.models import QuestionnaireVersion
from tests.factories.questionnaires import SHORT, QuestionnaireFactory
from tests.questionnaires.published import nothing_was_published

pytestmark = pytest.mark.django_db


def test_publishing_writes_the_first_version_and_puts_it_in_use(administrator):
    now = timezone.now()
    questionnaire = QuestionnaireFactory()
    version = publish(questionnaire, by=administrator, now=now)
    assert questionnaire.live
    assert questionnaire.current_version() == version
    assert (version.number, version.frozen_at) == (1, now)
    assert [question.id for question in version.schema.questions] == list(SHORT)
    assert version.content_hash == hash_of(version.content)


def test_each_publishing_adds_the_next_version_and_keeps_the_one_before(administrator):
    questionnaire = QuestionnaireFactory()
    first = publish(questionnaire, by=administrator, now=timezone.now())
    questionnaire.title = "What you want"
    second = publish(questionnaire, by=administrator, now=timezone.now())
    first.refresh_from_db()
    assert (first.number, second.number) == (1, 2)
    assert (first.content["title"], second.content["title"]) == ("What you think", "What you want")
    assert first.content_hash != second.content_hash


def test_publishing_is_written_to_the_audit_log_with_ids_only(administrator):
    version = publish(QuestionnaireFactory(), by=administrator, now=timezone.now())
    entry = AuditEntry.objects.get(action="questionnaire.publish")
    assert (entry.subject_id, entry.actor_id, entry.detail) == (
        str(version.pk),
        administrator.pk,
        {"number": 1},
    )


def test_there_is_one_form_in_use_for_each_time_age_level_and_length(administrator):
    publish(QuestionnaireFactory(), by=administrator, now=timezone.now())
    second = QuestionnaireFactory(title="Another")
    with pytest.raises(NotReady, match="already in use"):
        publish(second, by=administrator, now=timezone.now())
    assert nothing_was_published(second)


def test_the_database_holds_one_form_in_use_even_when_two_people_publish_at_once(administrator, monkeypatch):
    publish(QuestionnaireFactory(), by=administrator, now=timezone.now())
    monkeypatch.setattr("surveys.questionnaires.domain.publishing.reasons_against", lambda _: [])
    with pytest.raises(IntegrityError), transaction.atomic():
        publish(QuestionnaireFactory(), by=administrator, now=timezone.now())


# Ways round


def test_unpublishing_leaves_nothing_in_use_and_keeps_the_version(administrator):
    questionnaire = QuestionnaireFactory()
    version = publish(questionnaire, by=administrator, now=timezone.now())
    questionnaire.unpublish(user=administrator)
    assert questionnaire.current_version() is None
    assert QuestionnaireVersion.objects.get() == version
