"""Nothing reaches a young person except through the gate (D3)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import Role
from core.models import AuditEntry
from surveys.questionnaires.domain.publishing import NotReady, hash_of, publish
from surveys.questionnaires.domain.readiness import LUNDY, reasons_against
from surveys.questionnaires.models import Questionnaire, QuestionnaireVersion
from surveys.questionnaires.publish_gate import NotThroughTheGate
from tests.factories.accounts import UserFactory
from tests.factories.questionnaires import SHORT, QuestionnaireFactory, with_questions

pytestmark = pytest.mark.django_db
LONG = ("Q09", "Q11", "Q16", "Q17", "Q18", "Q19", "Q28")
NOTHING = {"influence_due": None, "voice_formats": []}


@pytest.fixture
def administrator():
    return UserFactory(roles=[Role.ADMINISTRATOR])


@pytest.fixture
def worker():
    return UserFactory(roles=[Role.PARTICIPATION_WORKER])


def own(code="X01", wording="How is your day?", **part):
    values = {"code": code, "kind": "text", "wording": "", "help": "", "options": []} | part
    return ("own", {"code": code, "wording": wording, "help": "", "readers": "all", "parts": [values]})


def nothing_was_published(questionnaire):
    questionnaire.refresh_from_db()
    return not questionnaire.live and not QuestionnaireVersion.objects.filter(questionnaire=questionnaire).exists()


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


@pytest.mark.parametrize("blank", LUNDY)
def test_a_blank_promise_blocks_publishing(administrator, blank):
    questionnaire = QuestionnaireFactory(**{blank: NOTHING.get(blank, "  ")})
    with pytest.raises(NotReady) as refused:
        publish(questionnaire, by=administrator, now=timezone.now())
    assert refused.value.reasons == [LUNDY[blank]]
    assert nothing_was_published(questionnaire)


def test_zero_days_until_they_are_told_is_no_promise():
    assert reasons_against(QuestionnaireFactory(influence_due=0)) == [LUNDY["influence_due"]]


def test_every_reason_is_told_at_once():
    assert len(reasons_against(QuestionnaireFactory(space_note="", audience="", asked=("Q09",)))) == 5


@pytest.mark.parametrize("removed", ["Q17", "Q19", "Q28"])
def test_a_worker_cannot_remove_a_standing_question_from_the_short_form(removed):
    questionnaire = QuestionnaireFactory(asked=tuple(key for key in SHORT if key != removed))
    assert reasons_against(questionnaire) == [f"Put {removed} back. It stays in every form before a meeting."]


@pytest.mark.parametrize("removed", ["Q16", "Q17", "Q18", "Q19", "Q28"])
def test_a_worker_cannot_remove_q16_to_q19_or_q28_from_the_longer_set(removed):
    questionnaire = QuestionnaireFactory(length="long", asked=tuple(key for key in LONG if key != removed))
    [reason] = reasons_against(questionnaire)
    assert removed in reason


def test_a_copy_of_a_standing_question_under_another_id_does_not_count():
    questionnaire = with_questions(QuestionnaireFactory(), "Q09", "Q17", "Q19")
    questionnaire.items.append(own("X28", "Anything else?"))
    assert reasons_against(questionnaire) == ["Put Q28 back. It stays in every form before a meeting."]


@pytest.mark.parametrize("code", ["Q18", "Q17", "Q28", "E-gender", "C01"])
def test_an_own_question_cannot_pass_for_one_of_the_bank(code):
    """S23 and S9: else Q18 could be replaced by a question that everyone may read."""
    questionnaire = with_questions(QuestionnaireFactory(), "Q09", "Q17", "Q19", "Q28")
    questionnaire.items.append(own(code, "Who helps you?"))
    assert reasons_against(questionnaire) == [
        f"“{code}” could be taken for one of our questions. Start your own with X."
    ]


@pytest.mark.parametrize("key", ["Q17", "Q19", "Q28"])
def test_standing_questions_keep_their_words(key):
    questionnaire = QuestionnaireFactory()
    next(item for item in questionnaire.items if item.value["key"] == key).value["wording"] = "Is it sunny?"
    assert reasons_against(questionnaire) == [
        f"Question {key} keeps its words, so that answers can be added up over time."
    ]


@pytest.mark.parametrize("key", ["Q05", "Q13", "Q16"])
def test_measured_questions_keep_their_words(key):
    questionnaire = QuestionnaireFactory(length="long", asked=(*LONG, "Q05", "Q13"))
    next(item for item in questionnaire.items if item.value["key"] == key).value["wording"] = "Is it sunny?"
    assert len(reasons_against(questionnaire)) == 1


def test_other_questions_may_be_said_another_way():
    questionnaire = QuestionnaireFactory()
    questionnaire.items[0].value["wording"] = "What goes well?"
    version = publish(questionnaire, by=None, now=timezone.now())
    question = version.schema.question("Q09")
    assert (question.wording, question.parts[0].wording) == ("What goes well?", "What goes well?")


def test_an_empty_questionnaire_is_not_published():
    assert "Add at least one question." in reasons_against(
        QuestionnaireFactory(form="consultation", named=False, length="", band="", asked=())
    )


@pytest.mark.parametrize(("length", "most"), [("short", 5), ("long", 12)])
def test_a_form_is_never_longer_than_promised(length, most):
    questionnaire = QuestionnaireFactory(length=length, asked=SHORT if length == "short" else LONG)
    for number in range(most + 1 - len(questionnaire.items)):
        questionnaire.items.append(own(f"X{number}"))
    assert f"There are {most + 1} screens. Keep it to {most} or fewer." in reasons_against(questionnaire)


def test_a_question_without_words_for_this_age_is_named():
    [reason] = reasons_against(QuestionnaireFactory(band="8-11", asked=("Q06-07", "Q10", "Q17", "Q19", "Q28")))
    assert "Q10" in reason
    assert "Choose another or write your own." in reason


def test_one_id_asked_twice_is_refused_in_plain_words():
    assert "Two questions share an id: Q09." in reasons_against(
        QuestionnaireFactory(asked=("Q09", "Q09", "Q17", "Q19", "Q28"))
    )


def test_a_choice_without_choices_is_refused():
    questionnaire = with_questions(QuestionnaireFactory(), "Q09", "Q17", "Q19", "Q28")
    questionnaire.items.append(own("X01", kind="one"))
    assert reasons_against(questionnaire) == ["X01 needs 2 to 12 choices and has 0."]


def test_words_that_blame_block_publishing():
    questionnaire = with_questions(QuestionnaireFactory(), "Q09", "Q17", "Q19", "Q28")
    questionnaire.items.append(own(wording="What about your risky behaviour?"))
    [reason] = reasons_against(questionnaire)
    assert "can sound like blame" in reason


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


def test_a_meeting_form_is_never_without_a_name():
    [reason] = reasons_against(QuestionnaireFactory(named=False))
    assert "always named" in reason


def test_a_start_date_is_refused_so_that_nothing_goes_out_unseen():
    assert "Publish on the day." in reasons_against(QuestionnaireFactory(go_live_at=timezone.now()))[0]


# Ways round


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


def test_unpublishing_leaves_nothing_in_use_and_keeps_the_version(administrator):
    questionnaire = QuestionnaireFactory()
    version = publish(questionnaire, by=administrator, now=timezone.now())
    questionnaire.unpublish(user=administrator)
    assert questionnaire.current_version() is None
    assert QuestionnaireVersion.objects.get() == version
