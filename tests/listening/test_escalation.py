"""What nobody picks up goes further, on working time, each step once."""

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from participation.listening.domain import alerts
from participation.listening.domain.assignments import say_not_them
from participation.listening.domain.escalation import escalate_due
from participation.listening.domain.readings import mark_read
from participation.listening.enums import NudgeKind, StepKind, Urgency
from participation.listening.models import AlertStep, Nudge
from surveys.responses import registry
from tests.factories.listening import DAY, MONDAY, make_child, make_council
from tests.listening.conftest import People

MINUTE = dt.timedelta(minutes=1)


def kinds(alert: object) -> set[str]:
    return set(AlertStep.objects.filter(alert=alert).values_list("kind", flat=True))


def to() -> list[str]:
    return sorted(address for message in mail.outbox for address in message.to)


def test_an_hour_to_the_manager_and_another_to_the_lead(people: People) -> None:
    alert = make_child(worker=people.worker).asks_to_talk()
    escalate_due(now=MONDAY + 59 * MINUTE)
    assert StepKind.TO_MANAGER not in kinds(alert)
    escalate_due(now=MONDAY + 60 * MINUTE)
    assert StepKind.TO_MANAGER in kinds(alert)
    assert StepKind.TO_LEAD not in kinds(alert)
    escalate_due(now=MONDAY + 120 * MINUTE)
    assert StepKind.TO_LEAD in kinds(alert)


def test_not_safe_now_after_a_quarter_of_an_hour(people: People) -> None:
    make_council(not_safe_now_phone="01332 000000")
    alert = make_child(worker=people.worker).asks_to_talk(urgency=Urgency.NOT_SAFE_NOW)
    escalate_due(now=MONDAY + 15 * MINUTE)
    assert StepKind.TO_MANAGER in kinds(alert)


def test_each_once_however_often_the_clock_ticks(people: People) -> None:
    make_child(worker=people.worker).asks_to_talk()
    mail.outbox.clear()
    for _ in range(3):
        escalate_due(now=MONDAY + 60 * MINUTE)
    assert to() == [people.lead.email]


def test_what_somebody_has_goes_no_further(people: People) -> None:
    alert = make_child(worker=people.worker).asks_to_talk()
    alerts.acknowledge(alert, by=people.worker, now=MONDAY)
    assert escalate_due(now=MONDAY + 5 * DAY) == 0


def test_friday_evening_waits_for_monday_on_working_time(people: People) -> None:
    friday = MONDAY - 3 * DAY + dt.timedelta(hours=6, minutes=30)  # 16:30
    alert = make_child(worker=people.worker, now=friday).asks_to_talk(now=friday)
    escalate_due(now=MONDAY - dt.timedelta(minutes=31))  # 9:29
    assert StepKind.TO_MANAGER not in kinds(alert)
    escalate_due(now=MONDAY - dt.timedelta(minutes=30))
    assert StepKind.TO_MANAGER in kinds(alert)


def test_overdue_words_reach_readers_and_lead_and_later_the_lead_again(people: People) -> None:
    make_child(worker=people.worker).sends("x")
    mail.outbox.clear()
    assert escalate_due(now=MONDAY + DAY) == 0
    assert escalate_due(now=MONDAY + DAY + MINUTE) == 1
    assert to() == sorted([people.worker.email, people.reader.email, people.lead.email])
    mail.outbox.clear()
    escalate_due(now=MONDAY + 3 * DAY + MINUTE)  # 24 working hours are three days
    assert to() == [people.lead.email]
    assert Nudge.objects.filter(kind=NudgeKind.STILL_OVERDUE).count() == 1


def test_what_was_read_is_not_chased(people: People) -> None:
    response = make_child(worker=people.worker).sends("x")
    mark_read(response, by=people.worker, now=MONDAY)
    assert escalate_due(now=MONDAY + 5 * DAY) == 0


def test_a_late_answer_interrupts_the_chair(people: People) -> None:
    in_time = make_child(worker=people.worker, chair=people.chair, meeting_at=MONDAY + DAY)
    in_time.sends("x")
    assert people.chair.email not in to()
    late = make_child(worker=people.worker, chair=people.chair, meeting_at=MONDAY + 60 * MINUTE)
    late.sends("x")
    assert people.chair.email in to()


def test_not_them_is_never_mailed_about_answers_nor_when_overdue(people: People) -> None:
    child = make_child(worker=people.worker, chair=people.chair, meeting_at=MONDAY + 60 * MINUTE)
    say_not_them(child.ticket, users=[people.worker, people.chair, people.reader], now=MONDAY)
    child.sends("x")
    escalate_due(now=MONDAY + 4 * DAY)
    assert set(to()) == {people.lead.email}


def test_a_channel_that_stands_still_is_tried_once_more_and_not_every_minute(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("participation.listening.domain.telling.deliver_alert", Silent())
        alert = make_child(worker=people.worker).asks_to_talk()
        mail.outbox.clear()
        assert escalate_due(now=MONDAY + 11 * MINUTE) == 1
        assert escalate_due(now=MONDAY + 12 * MINUTE) == 0
    assert StepKind.DELIVERED not in kinds(alert)


def test_a_mail_server_that_refuses_leaves_it_undelivered_and_shuts_the_questions_after_an_hour(
    people: People, settings: Any
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    child = make_child(worker=people.worker)
    alert = child.asks_to_talk()
    assert StepKind.DELIVERED not in kinds(alert)
    assert registry.why_shut(child.version, ticket=child.ticket, now=MONDAY + 59 * MINUTE) is None
    assert registry.why_shut(child.version, ticket=child.ticket, now=MONDAY + 61 * MINUTE)
    alerts.acknowledge(alert, by=people.worker, now=MONDAY + 62 * MINUTE)
    assert registry.why_shut(child.version, ticket=child.ticket, now=MONDAY + 63 * MINUTE) is None


class Silent:
    """A job queue that takes the job and never runs it."""

    def enqueue(self, *args: object) -> None:
        return


def test_the_drill_reports_its_delivery(people: People, capsys: pytest.CaptureFixture[str]) -> None:
    call_command("raise_drill")
    assert "delivered:" in capsys.readouterr().out


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ticks=st.lists(st.integers(0, 6_000), max_size=12))
def test_any_order_of_ticks_sends_each_mail_once(people: People, ticks: list[int]) -> None:
    with transaction.atomic():
        child = make_child(worker=people.worker)
        child.asks_to_talk()
        child.sends("x")
        mail.outbox.clear()
        for minutes in ticks:
            escalate_due(now=MONDAY + minutes * MINUTE)
        assert to().count(people.lead.email) <= 4  # manager, lead, overdue, still overdue
        transaction.set_rollback(True)
