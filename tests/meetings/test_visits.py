"""“Someone else has my card” makes a visit, and stops nothing by itself (S3)."""

import pytest
from django.urls import reverse

from accounts.models import Role
from participation.listening.domain.assignments import say_not_them
from participation.meetings.domain.visits import open_visits_for
from participation.meetings.models import VisitTask
from surveys.responses.domain.tickets import find_ticket
from tests.factories.accounts import UserFactory
from tests.factories.meetings import MONDAY, NICKNAME, with_card
from tests.meetings.pages import child, staff, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _clock(monday, reader):
    return None


def test_pressing_it_twice_makes_one_visit_and_the_card_goes_on(mailoutbox):
    a = with_card()
    client = child(a)
    for _ in range(2):
        assert "Your card still works for you" in text_of(client.post(reverse("my_card")))
    assert VisitTask.objects.count() == 1
    assert find_ticket(a.card.code, now=MONDAY) is not None
    assert [mail.to for mail in mailoutbox] == [[a.worker.email]]
    assert NICKNAME not in mailoutbox[0].body


def test_only_the_worker_stops_the_card():
    a = with_card()
    child(a).post(reverse("my_card"))
    task = VisitTask.objects.get()
    settle = reverse("settle_visit", args=[task.pk])
    for other in (
        a.chair,
        UserFactory(roles=[Role.MEETING_WORKER]),
        UserFactory(roles=[Role.SAFEGUARDING_LEAD]),
    ):
        assert staff(other).post(settle, {"result": "stopped"}).status_code == 404
    assert find_ticket(a.card.code, now=MONDAY) is not None
    assert NICKNAME in text_of(staff(a.worker).get(reverse("work_meetings")))
    staff(a.worker).post(settle, {"result": "stopped"})
    assert find_ticket(a.card.code, now=MONDAY) is None
    assert open_visits_for(a.worker) == []


@pytest.mark.parametrize("result", ["kept", "new_code"])
def test_a_visit_can_end_without_stopping_the_card(result):
    a = with_card()
    child(a).post(reverse("my_card"))
    staff(a.worker).post(reverse("settle_visit", args=[VisitTask.objects.get().pk]), {"result": result})
    assert VisitTask.objects.get().result == result
    assert find_ticket(a.card.code, now=MONDAY) is not None


def test_a_forged_result_changes_nothing():
    a = with_card()
    child(a).post(reverse("my_card"))
    task = VisitTask.objects.get()
    staff(a.worker).post(reverse("settle_visit", args=[task.pk]), {"result": "burned"})
    task.refresh_from_db()
    assert task.done_at is None


def test_a_worker_who_is_not_them_hears_nothing_and_the_lead_has_it(mailoutbox, reader):
    a = with_card()
    lead = UserFactory(roles=[Role.SAFEGUARDING_LEAD])
    say_not_them(a.fresh().ticket, users=[a.worker], now=MONDAY)
    child(a).post(reverse("my_card"))
    task = VisitTask.objects.get()
    assert open_visits_for(a.worker) == []
    assert [row.pk for row, _ in open_visits_for(lead)] == [task.pk]
    assert [mail.to for mail in mailoutbox] == [[reader.email]]
    settle = reverse("settle_visit", args=[task.pk])
    assert staff(a.worker).post(settle, {"result": "kept"}).status_code == 404
    assert staff(lead).post(settle, {"result": "kept"}).status_code == 302


def test_a_second_device_locks_nobody_out_and_the_worker_asks_alone():
    a = with_card()
    first, second = child(a), child(a)
    assert [task.reason for task in VisitTask.objects.all()] == ["ask_alone"]
    for client in (first, second):
        assert client.get(reverse("invite")).status_code == 200
