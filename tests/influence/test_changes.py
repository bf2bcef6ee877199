"""Writing, publishing and undoing replies."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from core.models import AuditEntry
from core.plain_words import WordsRefused
from participation.influence.domain import changes
from participation.influence.domain.readiness import NotReady, reasons_not_to_publish
from participation.influence.enums import ReplyKind, StepKind
from participation.influence.models import YouSaid
from tests.factories.accounts import UserFactory
from tests.factories.influence import said

NOW = dt.datetime(2026, 11, 20, 10, tzinfo=dt.UTC)
TODAY = NOW.date()


def ready(kind: ReplyKind, **fields: object) -> YouSaid:
    whole: dict[str, object] = {
        "said": "Fewer people.",
        "kind": kind,
        "did": "We ask first.",
        "reason": "It starts within a day.",
        "decided_by": "The head of the team",
        "instead": "We ring you.",
        "owner_role": "Head of homes",
        "due": TODAY,
    }
    return YouSaid(**(whole | fields))


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        (ReplyKind.WE_CANT_BECAUSE, "reason"),
        (ReplyKind.WE_CANT_BECAUSE, "decided_by"),
        (ReplyKind.WE_CANT_BECAUSE, "instead"),
        (ReplyKind.WE_DID, "did"),
        (ReplyKind.WE_WILL, "did"),
        *[(kind, "said") for kind in ReplyKind],
        *[(kind, "owner_role") for kind in ReplyKind],
    ],
)
def test_a_reply_without_what_its_kind_needs_is_not_ready(kind: ReplyKind, field: str) -> None:
    assert list(reasons_not_to_publish(ready(kind, **{field: ""}), today=TODAY)) == [field]


@pytest.mark.parametrize("kind", [ReplyKind.OPEN, ReplyKind.WE_WILL])
def test_a_promise_or_an_open_question_needs_a_day(kind: ReplyKind) -> None:
    assert list(reasons_not_to_publish(ready(kind, due=None), today=TODAY)) == ["due"]


@pytest.mark.parametrize("kind", list(ReplyKind))
def test_a_whole_reply_of_each_kind_is_ready(kind: ReplyKind) -> None:
    assert reasons_not_to_publish(ready(kind), today=TODAY) == {}


def test_told_young_people_is_never_a_day_to_come_and_says_how() -> None:
    tomorrow = ready(ReplyKind.WE_DID, told_on=TODAY + dt.timedelta(days=1), how_told=["full"])
    assert list(reasons_not_to_publish(tomorrow, today=TODAY)) == ["told_on"]
    unsaid = ready(ReplyKind.WE_DID, told_on=TODAY)
    assert list(reasons_not_to_publish(unsaid, today=TODAY)) == ["how_told"]


def test_blaming_words_keep_a_reply_off_the_page() -> None:
    reasons = reasons_not_to_publish(ready(ReplyKind.WE_DID, did="She put herself at risk."), today=TODAY)
    assert "did" in reasons


def test_other_peoples_details_keep_a_reply_off_the_page() -> None:
    reasons = reasons_not_to_publish(ready(ReplyKind.WE_DID, did="Ring Mrs Smith on 01332 123456."), today=TODAY)
    assert "did" in reasons


@pytest.mark.django_db
def test_a_refusal_without_a_reason_cannot_be_published_even_past_the_rules() -> None:
    row = said(kind=ReplyKind.WE_CANT_BECAUSE, published=False, reason="")
    with pytest.raises(NotReady):
        changes.publish_reply(row.pk, version=1, by=None, now=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        YouSaid.objects.filter(pk=row.pk).update(published_at=NOW)


@pytest.mark.django_db
def test_an_edit_that_makes_a_published_reply_unfit_is_refused_and_changes_nothing() -> None:
    row = said(kind=ReplyKind.WE_WILL)
    with pytest.raises(NotReady) as missing:
        changes.rewrite_reply(row.pk, version=row.version, by=None, now=NOW, due=None)
    assert "due" in missing.value.reasons
    row.refresh_from_db()
    assert row.due is not None
    assert row.steps.count() == 2


@pytest.mark.django_db
def test_the_second_of_two_saves_is_told_and_loses_nothing() -> None:
    row = said(published=False)
    changes.rewrite_reply(row.pk, version=1, by=None, now=NOW, did="First.")
    with pytest.raises(changes.ChangedMeanwhile) as clash:
        changes.rewrite_reply(row.pk, version=1, by=None, now=NOW, did="Second.")
    assert clash.value.current.did == "First."
    row.refresh_from_db()
    assert row.did == "First."


@pytest.mark.django_db
def test_every_change_is_a_step_of_the_history_and_in_the_audit_log_without_words() -> None:
    who = UserFactory()
    row = changes.write_reply(by=who, now=NOW, said="canary-words", kind=ReplyKind.WE_DID, did="a", owner_role="b")
    row = changes.publish_reply(row.pk, version=1, by=who, now=NOW)
    row = changes.take_off_page(row.pk, version=2, by=who, now=NOW)
    steps = [StepKind.WRITTEN, StepKind.PUBLISHED, StepKind.TAKEN_OFF]
    assert list(row.steps.values_list("step", flat=True)) == steps
    entries = AuditEntry.objects.filter(subject_id=str(row.pk))
    assert [entry.action for entry in entries] == [f"reply.{step}" for step in steps]
    assert "canary" not in str([entry.detail for entry in entries])


@pytest.mark.django_db
def test_history_is_never_changed_or_removed() -> None:
    step = said().steps.first()
    assert step is not None
    with pytest.raises(TypeError):
        step.save()
    with pytest.raises(TypeError):
        step.delete()


@pytest.mark.django_db
def test_undo_puts_back_every_field_and_undoing_again_brings_it_back() -> None:
    owner = UserFactory()
    row = said(kind=ReplyKind.WE_WILL, owner=owner, how_told=["fast"], theme="people")
    before = changes._content(YouSaid.objects.get(pk=row.pk))
    row = changes.rewrite_reply(
        row.pk, version=row.version, by=None, now=NOW, kind=ReplyKind.WE_DID, did="x", due=None, owner=None
    )
    after = changes._content(YouSaid.objects.get(pk=row.pk))
    row = changes.undo_last_change(row.pk, version=row.version, by=None, now=NOW)
    assert changes._content(YouSaid.objects.get(pk=row.pk)) == before
    changes.undo_last_change(row.pk, version=row.version, by=None, now=NOW)
    assert changes._content(YouSaid.objects.get(pk=row.pk)) == after


@pytest.mark.django_db
def test_undo_of_publishing_takes_it_off_the_page() -> None:
    row = said()
    row = changes.undo_last_change(row.pk, version=row.version, by=None, now=NOW)
    assert not row.is_published


@pytest.mark.django_db
def test_there_is_nothing_to_undo_on_a_new_reply() -> None:
    row = said(published=False)
    with pytest.raises(changes.NothingToUndo):
        changes.undo_last_change(row.pk, version=1, by=None, now=NOW)


@pytest.mark.django_db
def test_a_text_that_is_too_long_is_refused_and_control_signs_are_left_out() -> None:
    with pytest.raises(WordsRefused):
        changes.write_reply(by=None, now=NOW, said="x" * 301)
    assert changes.write_reply(by=None, now=NOW, said="a\0b").said == "ab"


@pytest.mark.django_db
def test_a_field_that_staff_do_not_fill_in_cannot_be_set_from_a_form() -> None:
    with pytest.raises(TypeError):
        changes.write_reply(by=None, now=NOW, said="x", published_at=NOW)


@given(kind=st.sampled_from(list(ReplyKind)), days=st.integers(-400, 400))
def test_late_is_exactly_a_day_that_passed_on_a_promise_or_an_open_question(kind: ReplyKind, days: int) -> None:
    row = ready(kind, due=TODAY + dt.timedelta(days=days))
    assert row.is_late(TODAY) == (kind in (ReplyKind.OPEN, ReplyKind.WE_WILL) and days < 0)
