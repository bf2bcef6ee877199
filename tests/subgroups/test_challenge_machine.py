"""Whatever anybody presses in whatever order, a question is in one state and its history explains it."""

import contextlib
import datetime as dt
from itertools import count

from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis.extra.django import TestCase
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from hypothesis.strategies import booleans, sampled_from

from participation.subgroups.domain import challenges
from participation.subgroups.domain.challenge_log import log_of
from participation.subgroups.domain.challenge_steps import ChallengeRefused
from participation.subgroups.domain.chasing import chase_groups
from participation.subgroups.enums import MOVES, ChallengeState
from participation.subgroups.enums import ChallengeStepKind as Step
from participation.subgroups.models import Challenge, Membership, Part
from tests.factories.subgroups import group, member, reader

WORDS = "CANARY why?"
_numbers = count(1)


class QuestionMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.group = group(f"Group {next(_numbers)}", aliases=())
        self.young, self.other = member(self.group, part=Part.YOUNG_MEMBER), member(self.group)
        self.supporter = Membership.objects.get(user=self.young).supporter
        self.worker, self.now = reader(), timezone.now()
        self.pk = challenges.ask(self.group, words=WORDS, by=self.young, now=self.now).pk
        self.before: list[str] = []

    def row(self) -> Challenge:
        return Challenge.objects.get(pk=self.pk)

    def people(self) -> list[object]:
        return [self.young, self.other, self.supporter, self.worker]

    def attempt(self, do: object, *args: object, **given: object) -> None:
        with contextlib.suppress(ChallengeRefused):
            do(self.row(), *args, now=self.now, **given)

    @rule(who=sampled_from(range(4)), put_on=booleans())
    def read(self, who: int, put_on: bool) -> None:
        self.attempt(challenges.read, by=self.people()[who], put_on=put_on)

    @rule(who=sampled_from(range(4)))
    def worried(self, who: int) -> None:
        self.attempt(challenges.be_worried, by=self.people()[who])

    @rule(who=sampled_from(range(4)), days=sampled_from([0, 5]), stale=booleans())
    def name(self, who: int, days: int, stale: bool) -> None:
        day, version = timezone.localdate(self.now) + dt.timedelta(days=days), self.row().version - stale
        given = {"answerer": self.worker, "role": "x", "answer_by": day, "version": version}
        self.attempt(challenges.name_answerer, by=self.people()[who], **given)

    @rule(who=sampled_from(range(4)), stale=booleans())
    def answer(self, who: int, stale: bool) -> None:
        self.attempt(challenges.answer, words="So.", version=self.row().version - stale, by=self.people()[who])

    @rule(who=sampled_from(range(4)))
    def tell(self, who: int) -> None:
        self.attempt(challenges.tell, told_on=timezone.localdate(self.now), by=self.people()[who])

    @rule(who=sampled_from(range(4)))
    def reopen(self, who: int) -> None:
        self.attempt(challenges.reopen, why="CANARY again", by=self.people()[who])

    @precondition(lambda self: len(self.before) > 6)
    @rule(who=sampled_from(range(4)))
    def withdraw(self, who: int) -> None:
        self.attempt(challenges.withdraw, by=self.people()[who])

    @rule(days=sampled_from([0, 1, 20]))
    def time_goes_by(self, days: int) -> None:
        self.now += dt.timedelta(days=days)
        chase_groups(now=self.now)
        assert chase_groups(now=self.now) == 0

    @invariant()
    def the_history_explains_the_state(self) -> None:
        row = self.row()
        kinds = [step.kind for step in row.steps.order_by("number")]
        assert kinds[: len(self.before)] == self.before  # it only grows
        self.before, state = kinds, ChallengeState.NEW
        for kind in kinds[1:]:
            allowed, leads_to = MOVES[Step(kind)]
            assert state in allowed, (kind, state)
            state = leads_to or state
        assert row.state == state
        assert kinds.count(Step.ASKED) == 1
        assert kinds.count(Step.REOPENED) <= 1
        assert row.answers.count() == kinds.count(Step.ANSWERED)

    @invariant()
    def what_is_taken_back_has_no_words_and_others_see_words_only_on_the_log(self) -> None:
        row = self.row()
        said = str(log_of(self.group, self.other, now=self.now))
        if row.state == ChallengeState.WITHDRAWN:
            assert not row.words
            assert not row.why_again
            assert "CANARY" not in said
        elif row.state in (ChallengeState.NEW, ChallengeState.HELD):
            assert "again" not in said
            assert ("CANARY why" in said) == bool(row.answers.count())
        if row.is_late(timezone.localdate(self.now)):
            log = log_of(self.group, self.other, now=self.now)
            assert log.being_read_late or log.entries[0].late


class TestQuestionMachine(TestCase, QuestionMachine.TestCase):
    settings = settings(
        max_examples=20,
        stateful_step_count=12,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
