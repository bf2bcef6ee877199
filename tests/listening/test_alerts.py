"""Someone asked to talk: heard by the right people, had by one, not closed before the end (§5.3)."""

import datetime as dt

import pytest
from django.core import mail
from django.db import DatabaseError, connection, transaction

from accounts.models import User
from core.models import AuditEntry
from participation.listening.domain import alerts
from participation.listening.domain.alert_list import open_alerts
from participation.listening.domain.drill import raise_drill, report_drills
from participation.listening.domain.ears import can_see_alert, who_hears
from participation.listening.domain.readings import NotForYou
from participation.listening.enums import Route, Source, StepKind, Urgency
from participation.listening.models import Alert, AlertStep
from participation.listening.models.alerts import AppendOnly
from surveys.responses.models import Response
from tests.factories.listening import MONDAY, make_child, make_council
from tests.listening.conftest import People

CANARY = "zq-canary-forty-two"


def sees(people: People, alert: Alert, now: dt.datetime = MONDAY) -> set[str]:
    everyone = vars(people)
    return {name for name, user in everyone.items() if can_see_alert(user, alert, now=now)}


def mailed() -> set[str]:
    return {address for message in mail.outbox for address in message.to}


@pytest.mark.parametrize(
    ("route", "seen_by"),
    [
        (Route.WORKER, {"worker", "reader", "lead"}),
        (Route.SOMEONE_ELSE, {"reader", "lead"}),
        (Route.NOT_THEM, {"reader", "lead"}),
    ],
)
def test_who_sees_an_alert(people: People, route: Route, seen_by: set[str]) -> None:
    child = make_child(worker=people.worker, chair=people.chair)
    not_them = [people.worker] if route == Route.NOT_THEM else []
    assert sees(people, child.asks_to_talk(route=route, not_them=not_them)) == seen_by


def test_the_worker_and_the_duty_reader_are_both_mailed_at_once(people: People) -> None:
    make_council(duty_email="duty@example.org")
    make_child(worker=people.worker).asks_to_talk()
    assert mailed() == {people.worker.email, people.reader.email, "duty@example.org"}


def test_not_them_is_neither_mailed_nor_let_in_from_then_on(people: People) -> None:
    child = make_child(worker=people.worker)
    before = child.sends("x")
    mail.outbox.clear()
    alert = child.asks_to_talk(route=Route.NOT_THEM, not_them=[people.worker])
    assert people.worker.email not in mailed()
    assert not can_see_alert(people.worker, alert, now=MONDAY)
    with pytest.raises(NotForYou):
        alerts.acknowledge(alert, by=people.worker, now=MONDAY)
    from participation.listening.domain.walls import can_read

    assert not can_read(people.worker, before, now=MONDAY)


def test_someone_else_passes_over_the_named_worker_also_when_on_duty(people: People) -> None:
    child = make_child(worker=people.reader)
    alert = child.asks_to_talk(route=Route.SOMEONE_ELSE)
    assert sees(people, alert) == {"lead"}


def test_asking_works_without_anything_sent(people: People) -> None:
    assert make_child(worker=people.worker).asks_to_talk()
    assert not Response.objects.exists()


def test_pressing_twice_makes_one_alert_and_one_mail_each(people: People) -> None:
    child = make_child(worker=people.worker)
    first = child.asks_to_talk(once="same")
    sent = len(mail.outbox)
    assert child.asks_to_talk(once="same").pk == first.pk
    assert Alert.objects.count() == 1
    assert len(mail.outbox) == sent


def test_not_safe_now_is_not_offered_without_a_number_that_a_person_answers(people: People) -> None:
    with pytest.raises(alerts.NotSafeNowNotOffered):
        make_child(worker=people.worker).asks_to_talk(urgency=Urgency.NOT_SAFE_NOW)


def test_words_are_in_no_mail_and_no_audit_entry(people: People) -> None:
    child = make_child(worker=people.worker)
    alert = child.asks_to_talk(about=CANARY, safe_contact=CANARY, first_name=CANARY)
    alerts.record_step(alert, kind=StepKind.ASSESSED, by=people.worker, now=MONDAY, note=CANARY)
    everything = "".join(str(message.message()) for message in mail.outbox)
    everything += "".join(f"{entry.action}{entry.detail}{entry.subject_id}" for entry in AuditEntry.objects.all())
    assert CANARY not in everything
    assert people.worker.first_name not in "".join(message.body + message.subject for message in mail.outbox)
    alert.refresh_from_db()
    assert alert.about.open() == CANARY


def test_words_lie_sealed_in_the_store(people: People) -> None:
    alert = make_child(worker=people.worker).asks_to_talk(about=CANARY)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT about FROM listening_alert WHERE id = %s",
            [Alert._meta.pk.get_db_prep_value(alert.pk, connection)],
        )
        assert CANARY not in cursor.fetchone()[0]


def test_two_people_pick_it_up_and_one_has_it(people: People) -> None:
    alert = make_child(worker=people.worker).asks_to_talk()
    assert alerts.acknowledge(alert, by=people.reader, now=MONDAY).by == people.reader
    assert alerts.acknowledge(alert, by=people.worker, now=MONDAY).by == people.reader
    assert AlertStep.objects.filter(alert=alert, kind=StepKind.ACKNOWLEDGED).count() == 1


def test_the_store_itself_takes_only_one_acknowledgement(people: People) -> None:
    """What stands when both looked before either wrote."""
    alert = make_child(worker=people.worker).asks_to_talk()
    step = {"alert": alert, "kind": StepKind.ACKNOWLEDGED, "at": MONDAY, "happened_at": MONDAY}
    AlertStep(by=people.reader, **step).save()
    with pytest.raises(DatabaseError), transaction.atomic():
        AlertStep(by=people.worker, **step).save()


def test_an_alert_cannot_be_closed_without_action_who_was_told_and_the_young_person(people: People) -> None:
    alert = make_child(worker=people.worker).asks_to_talk()
    alerts.acknowledge(alert, by=people.worker, now=MONDAY)
    with pytest.raises(alerts.CannotCloseYet) as not_yet:
        alerts.close(alert, by=people.worker, now=MONDAY)
    assert len(not_yet.value.reasons) == 3
    alerts.record_step(
        alert, kind=StepKind.ACTION, by=people.worker, now=MONDAY, note="Went to see them", who_told="Ade"
    )
    with pytest.raises(alerts.CannotCloseYet) as not_yet:
        alerts.close(alert, by=people.worker, now=MONDAY)
    assert not_yet.value.reasons == ["Write down that the young person was told, or why not."]
    alerts.record_step(
        alert,
        kind=StepKind.CHILD_TOLD,
        by=people.worker,
        now=MONDAY,
        note="In hospital; told on Friday",
        child_told=False,
    )
    alerts.close(alert, by=people.worker, now=MONDAY)
    assert alerts.state_of(alert) == StepKind.CLOSED


def test_a_closed_alert_takes_no_more_steps(people: People) -> None:
    alert = raise_drill(now=MONDAY)
    alerts.acknowledge(alert, by=people.lead, now=MONDAY)
    alerts.close(alert, by=people.lead, now=MONDAY)
    with pytest.raises(alerts.AlreadyClosed):
        alerts.record_step(alert, kind=StepKind.ACTION, by=people.lead, now=MONDAY, note="x")


def test_steps_are_only_ever_added(people: People) -> None:
    alert = make_child(worker=people.worker).asks_to_talk()
    step = alert.steps.first()
    assert step is not None
    with pytest.raises(AppendOnly):
        step.save()
    with pytest.raises(AppendOnly):
        step.delete()
    for sql in ("UPDATE listening_alertstep SET kind = 'closed'", "DELETE FROM listening_alertstep"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)


def test_a_readers_concern_goes_to_the_lead_and_holds_the_words(people: People) -> None:
    child = make_child(worker=people.worker)
    response = child.sends("x")
    mail.outbox.clear()
    alert = alerts.raise_alert(
        source=Source.READER, urgency=Urgency.CONCERN, route=Route.SOMEONE_ELSE, about="why",
        ticket=child.ticket, response=response, by=people.reader, once="one", now=MONDAY,
    )  # fmt: skip
    assert mailed() == {people.lead.email}
    assert sees(people, alert) == {"reader", "lead"}
    response.refresh_from_db()
    assert response.on_hold


def test_without_anyone_on_duty_the_lead_hears_it(people: People) -> None:
    people.reader.reader_duties.all().delete()
    alert = make_child(worker=people.worker).asks_to_talk(route=Route.SOMEONE_ELSE)
    assert who_hears(alert, now=MONDAY).first == [people.lead]
    assert mailed() == {people.lead.email}


def test_whoever_took_a_step_keeps_seeing_it_after_their_duty(people: People) -> None:
    alert = make_child(worker=people.worker).asks_to_talk()
    alerts.acknowledge(alert, by=people.reader, now=MONDAY)
    later = MONDAY + dt.timedelta(days=30)
    assert "reader" in sees(people, alert, later)


def test_delivery_is_written_down_and_the_drill_reports_it(people: People) -> None:
    drill = raise_drill(now=MONDAY)
    assert drill.steps.filter(kind=StepKind.DELIVERED).exists()
    (report,) = report_drills()
    assert report.delivered_after is not None
    assert report.acknowledged_words == "not picked up yet"
    assert {people.reader.email} <= mailed()


def test_the_list_shows_nobodys_and_urgent_ones_first_in_a_fixed_number_of_queries(
    people: People, django_assert_max_num_queries: object
) -> None:
    make_council(not_safe_now_phone="01332 000000")
    child = make_child(worker=people.worker)
    old = child.asks_to_talk(now=MONDAY - dt.timedelta(hours=1))
    urgent = child.asks_to_talk(urgency=Urgency.NOT_SAFE_NOW)
    taken = child.asks_to_talk(now=MONDAY - dt.timedelta(hours=2))
    alerts.acknowledge(taken, by=people.worker, now=MONDAY)
    with django_assert_max_num_queries(8):
        lines = open_alerts(people.worker, now=MONDAY)
    assert [line.alert.pk for line in lines] == [urgent.pk, old.pk, taken.pk]
    assert open_alerts(people.outsider, now=MONDAY) == []


def finish(alert: Alert, by: User) -> None:
    alerts.record_step(alert, kind=StepKind.ACTION, by=by, now=MONDAY, note="Went to see them", who_told="Ade")
    alerts.record_step(alert, kind=StepKind.CHILD_TOLD, by=by, now=MONDAY, note="Told", child_told=True)
    alerts.close(alert, by=by, now=MONDAY)


def is_held(response: Response) -> bool:
    response.refresh_from_db()
    return response.on_hold


def test_a_wish_to_talk_holds_what_was_sent_with_the_card_until_the_last_one_is_closed(people: People) -> None:
    child, other = make_child(worker=people.worker), make_child(worker=people.worker)
    response, not_theirs = child.sends("x"), other.sends("y")
    first, second = child.asks_to_talk(), child.asks_to_talk()
    assert is_held(response)
    assert not is_held(not_theirs)
    finish(first, people.worker)
    assert is_held(response)
    finish(second, people.worker)
    assert not is_held(response)


def test_what_is_sent_after_the_wish_to_talk_is_held_too(people: People) -> None:
    child = make_child(worker=people.worker)
    alert = child.asks_to_talk()
    response = child.sends("x")
    assert is_held(response)
    finish(alert, people.worker)
    assert not is_held(response)
