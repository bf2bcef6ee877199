"""A recommendation: answered with a reason, owned, late by itself, closed only with what changed and what it did."""

import contextlib
import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.db import DatabaseError, IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis.extra.django import TestCase
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from hypothesis.strategies import booleans, sampled_from

from accounts.models import Role
from participation.influence.domain import recommendations as rules
from participation.influence.domain.due import tell_owners_of_due
from participation.influence.domain.shown import recommendations_of, shown
from participation.influence.enums import CameFrom, DidItFix, Progress, Verdict
from participation.influence.enums import RecommendationStepKind as Step
from participation.influence.models import Recommendation, RecommendationStep
from tests.factories.accounts import UserFactory
from tests.factories.influence import recommended

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)


def close(row: Recommendation, **fields: Any) -> Recommendation:
    given = {"what_changed": "They start at four.", "did_it_fix": DidItFix.YES, "version": row.version} | fields
    return rules.close_recommendation(row.pk, by=None, now=timezone.now(), **given)


@pytest.mark.parametrize("missing", ["what_changed", "did_it_fix"])
def test_it_closes_only_with_what_changed_and_what_young_people_say(missing: str) -> None:
    row = recommended()
    with pytest.raises(rules.NotFit) as refused:
        close(row, **{missing: ""})
    assert set(refused.value.reasons) == {missing}
    with pytest.raises(IntegrityError), transaction.atomic():
        Recommendation.objects.filter(pk=row.pk).update(closed_at=timezone.now())
    row.refresh_from_db()
    assert not row.is_closed
    assert close(row).is_closed


@pytest.mark.parametrize("verdict", [Verdict.WAITING, Verdict.NOT])
def test_only_a_yes_can_be_closed(verdict: Verdict) -> None:
    with pytest.raises(rules.NotFit):
        close(recommended(verdict=verdict))


@pytest.mark.parametrize(
    ("verdict", "missing"),
    [(Verdict.ACCEPTED, "owner_role"), (Verdict.ACCEPTED, "due"), (Verdict.PART, "reason"), (Verdict.NOT, "reason")],
)
def test_an_answer_without_what_it_owes_is_refused_here_and_by_the_database(verdict: Verdict, missing: str) -> None:
    with pytest.raises(rules.NotFit):
        recommended(verdict=verdict, **{missing: None if missing == "due" else ""})
    row = recommended(verdict=verdict)
    with pytest.raises(IntegrityError), transaction.atomic():
        Recommendation.objects.filter(pk=row.pk).update(**{missing: None if missing == "due" else ""})


@pytest.mark.parametrize(
    ("row", "colour", "word"),
    [
        ({}, "green", "Going well"),
        ({"progress": Progress.SLOW}, "amber", "Slow"),
        ({"progress": Progress.STUCK}, "red", "Stuck"),
        ({"late": True}, "red", "Late"),
        ({"late": True, "closed": True}, "green", "Done"),
        ({"verdict": Verdict.WAITING}, "amber", "No answer yet"),
        ({"verdict": Verdict.NOT}, "", "We said no"),
    ],
)
def test_a_colour_never_stands_without_its_word(row: dict[str, Any], colour: str, word: str) -> None:
    seen = shown(recommended(**row), today=timezone.localdate())
    assert (seen.colour, seen.word) == (colour, word)


def test_a_group_reads_late_first_then_open_then_what_was_settled_lately() -> None:
    now, key = timezone.now(), "subgroup:vyp"
    old = now - 200 * DAY
    recommended("done", closed=True, audience_key=key)
    recommended("no", verdict=Verdict.NOT, audience_key=key)
    recommended("open", audience_key=key)
    recommended("late", late=True, audience_key=key)
    recommended("long ago", closed=True, audience_key=key, now=old)
    recommended("of another group", audience_key="subgroup:other")
    assert [each.text for each in recommendations_of(key, now=now)] == ["late", "open", "done", "no"]


def test_undo_brings_back_and_twice_is_as_before() -> None:
    row = close(recommended())
    row = rules.undo_last_step(row.pk, version=row.version, by=None, now=timezone.now())
    assert not row.is_closed
    row = rules.undo_last_step(row.pk, version=row.version, by=None, now=timezone.now())
    assert row.is_closed
    assert row.what_changed == "They start at four."
    with pytest.raises(rules.NothingToUndo):
        rules.undo_last_step(recommended().pk, version=1, by=None, now=timezone.now())


def test_two_people_at_once_and_the_second_is_told() -> None:
    row = recommended()
    rules.rewrite_recommendation(row.pk, version=1, by=None, now=timezone.now(), text="First.")
    with pytest.raises(rules.ChangedMeanwhile):
        rules.rewrite_recommendation(row.pk, version=1, by=None, now=timezone.now(), text="Second.")
    assert Recommendation.objects.get().text == "First."


def test_the_history_can_only_grow() -> None:
    step = recommended().steps.get()
    with pytest.raises(TypeError):
        step.save()
    for change in (
        lambda: RecommendationStep.objects.filter(pk=step.pk).update(step="closed"),
        lambda: RecommendationStep.objects.filter(pk=step.pk).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_its_owner_is_told_once_when_the_day_comes_and_again_for_a_new_day(
    django_capture_on_commit_callbacks: Any,
) -> None:
    owner, now = UserFactory(roles=[Role.SUBGROUP_MEMBER]), timezone.now()
    row = recommended("CANARY-text", owner=owner)
    day = timezone.make_aware(dt.datetime.combine(row.due, dt.time(8)))
    assert tell_owners_of_due(now=day - DAY) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert [tell_owners_of_due(now=day), tell_owners_of_due(now=day + DAY)] == [1, 0]
    later = row.due + 10 * DAY
    rules.rewrite_recommendation(row.pk, version=1, by=None, now=now, due=later)
    assert tell_owners_of_due(now=day + DAY) == 0
    assert tell_owners_of_due(now=day + 10 * DAY) == 1
    assert "CANARY" not in "".join(f"{each.subject}{each.body}" for each in mail.outbox)


def test_an_owner_who_does_not_write_here_is_told_whom_to_tell(client: Client) -> None:
    """No page of theirs takes it down, so the line says who does."""
    owner = UserFactory(roles=[Role.SUBGROUP_MEMBER])
    row = recommended("Start at four.", late=True, owner=owner)
    client.force_login(owner)
    text = client.get("/work/").text
    assert "Start at four." in text
    assert "Tell the participation worker what was done" in text
    assert str(row.pk) not in text


def test_what_is_closed_or_refused_is_never_chased() -> None:
    for row in (recommended(late=True, closed=True), recommended(verdict=Verdict.NOT, due=dt.date(2020, 1, 1))):
        assert not row.is_late(timezone.localdate())
    assert tell_owners_of_due(now=timezone.now()) == 0


class RecommendationMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.pk, self.number = recommended(verdict=Verdict.WAITING).pk, 1

    def attempt(self, do: Any, *, stale: bool, **given: Any) -> None:
        version = Recommendation.objects.get(pk=self.pk).version
        with contextlib.suppress(rules.NotFit, rules.NothingToUndo, rules.ChangedMeanwhile):
            do(self.pk, version=version - stale, by=None, now=timezone.now(), **given)
            assert not stale
            self.number += 1

    @rule(verdict=sampled_from(Verdict), reason=sampled_from(["", "So."]), full=booleans(), stale=booleans())
    def answer(self, verdict: Verdict, reason: str, full: bool, stale: bool) -> None:
        given = {"owner_role": "Head", "due": dt.date(2030, 1, 7)} if full else {"owner_role": "", "due": None}
        self.attempt(rules.rewrite_recommendation, stale=stale, verdict=verdict, reason=reason, **given)

    @rule(changed=sampled_from(["", "It is."]), view=sampled_from(["", *DidItFix]), stale=booleans())
    def close(self, changed: str, view: str, stale: bool) -> None:
        self.attempt(rules.close_recommendation, stale=stale, what_changed=changed, did_it_fix=view)

    @rule(stale=booleans())
    def reopen(self, stale: bool) -> None:
        self.attempt(rules.reopen_recommendation, stale=stale)

    @rule(stale=booleans())
    def undo(self, stale: bool) -> None:
        self.attempt(rules.undo_last_step, stale=stale)

    @invariant()
    def it_is_whole_and_its_history_counts_every_step(self) -> None:
        row = Recommendation.objects.get(pk=self.pk)
        assert rules.reasons_against(row) == {}
        numbers = list(row.steps.values_list("number", flat=True))
        assert numbers == list(range(1, self.number + 1))
        assert row.version == self.number
        newest = row.steps.last()
        assert newest is not None
        assert newest.content["verdict"] == row.verdict
        assert (newest.content["closed_at"] is not None) == row.is_closed
        assert row.steps.filter(step=Step.WRITTEN).count() == 1


class TestRecommendationMachine(TestCase, RecommendationMachine.TestCase):
    settings = settings(
        max_examples=25,
        stateful_step_count=12,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )


def test_every_source_has_its_words() -> None:
    assert {str(each.label) for each in CameFrom} == {
        "A task-and-finish group",
        "A group that decides",
        "What young people answered",
        "An inspection",
    }
