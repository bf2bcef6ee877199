"""No way leads round the gate: no save, no copy, no bulk write, no clock (D3)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.utils import timezone

from surveys.questionnaires.domain.publishing import NotReady, publish
from surveys.questionnaires.models import Questionnaire
from surveys.questionnaires.publish_gate import NotThroughTheGate
from tests.factories.questionnaires import QuestionnaireFactory
from tests.questionnaires.published import nothing_was_published

pytestmark = pytest.mark.django_db


def test_a_participation_worker_cannot_publish(worker):
    questionnaire = QuestionnaireFactory()
    with pytest.raises(PermissionDenied):
        publish(questionnaire, by=worker, now=timezone.now())
    assert nothing_was_published(questionnaire)


def test_publishing_a_revision_goes_through_the_same_checks(administrator):
    questionnaire = QuestionnaireFactory(space_note="")
    revision = questionnaire.save_revision()
    with pytest.raises(NotReady):
        revision.publish(user=administrator)
    assert nothing_was_published(questionnaire)


def test_publishing_a_good_revision_freezes_a_version(administrator):
    questionnaire = QuestionnaireFactory()
    questionnaire.save_revision().publish(user=administrator)
    questionnaire.refresh_from_db()
    assert questionnaire.current_version().number == 1


def test_what_is_frozen_is_what_the_revision_says(administrator):
    questionnaire = QuestionnaireFactory()
    questionnaire.title = "From the revision"
    revision = questionnaire.save_revision()
    Questionnaire.objects.get(pk=questionnaire.pk).publish(revision, user=administrator)
    questionnaire.refresh_from_db()
    assert questionnaire.title == questionnaire.current_version().content["title"] == "From the revision"


def test_asking_to_skip_permission_checks_skips_nothing(worker):
    questionnaire = QuestionnaireFactory()
    with pytest.raises(PermissionDenied):
        questionnaire.save_revision().publish(user=worker, skip_permission_checks=True)
    assert nothing_was_published(questionnaire)


def test_a_revision_is_never_published_by_nobody():
    questionnaire = QuestionnaireFactory()
    with pytest.raises(PermissionDenied):
        questionnaire.save_revision().publish()
    assert nothing_was_published(questionnaire)


def test_the_publishing_clock_publishes_nothing(administrator):
    """Wagtail's publish_scheduled works without a person: it is refused, not silently obeyed."""
    questionnaire = QuestionnaireFactory()
    questionnaire.save_revision(approved_go_live_at=timezone.now())
    with pytest.raises(PermissionDenied):
        call_command("publish_scheduled")
    assert nothing_was_published(questionnaire)


def test_saving_as_live_is_refused():
    questionnaire = QuestionnaireFactory()
    questionnaire.live = True
    with pytest.raises(NotThroughTheGate):
        questionnaire.save()
    assert nothing_was_published(questionnaire)


def test_creating_as_live_is_refused():
    with pytest.raises(NotThroughTheGate):
        Questionnaire.objects.create(slug="sneaky", title="x", form="after", live=True)


def test_a_copy_of_a_published_questionnaire_is_not_live(administrator):
    questionnaire = QuestionnaireFactory()
    publish(questionnaire, by=administrator, now=timezone.now())
    copied = Questionnaire.objects.get(pk=questionnaire.pk)
    copied.pk, copied.slug, copied._state.adding = None, "copied", True
    with pytest.raises(NotThroughTheGate):
        copied.save()
    copied.live = False
    copied.save()
    assert copied.current_version() is None


def test_bulk_writes_cannot_publish_or_unname():
    questionnaire = QuestionnaireFactory()
    questionnaire.live = True
    for sneak in (
        lambda: Questionnaire.objects.update(live=True),
        lambda: Questionnaire.objects.filter(pk=questionnaire.pk).update(named=False),
        lambda: Questionnaire.objects.bulk_create([Questionnaire(slug="s", live=True)]),
        lambda: Questionnaire.objects.bulk_update([questionnaire], ["live"]),
    ):
        with pytest.raises(NotThroughTheGate):
            sneak()
    assert nothing_was_published(questionnaire)


def test_the_gate_closes_again_after_publishing(administrator):
    publish(QuestionnaireFactory(), by=administrator, now=timezone.now())
    other = QuestionnaireFactory(band="16-17")
    other.live = True
    with pytest.raises(NotThroughTheGate):
        other.save()


def test_a_failed_publish_leaves_no_version_behind(administrator, monkeypatch):
    questionnaire = QuestionnaireFactory()
    monkeypatch.setattr("surveys.questionnaires.domain.publishing.audit.record", lambda *a, **k: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        publish(questionnaire, by=administrator, now=timezone.now())
    assert nothing_was_published(questionnaire)


def test_named_cannot_be_switched_by_saving():
    questionnaire = QuestionnaireFactory()
    questionnaire.named = False
    with pytest.raises(ValidationError, match="decided once"):
        questionnaire.save()


def test_named_cannot_be_switched_by_a_revision(administrator):
    questionnaire = QuestionnaireFactory()
    revision = questionnaire.save_revision()
    revision.content["named"] = False
    revision.save()
    revision.publish(user=administrator)
    questionnaire.refresh_from_db()
    assert questionnaire.named
    assert questionnaire.current_version().named
