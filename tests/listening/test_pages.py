"""The pages: who gets in, what they show, what they write down."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from accounts.models import Role, User
from core.models import AuditEntry
from participation.listening.domain.assignments import say_not_them
from participation.listening.domain.desk import waiting_for
from participation.listening.domain.drill import raise_drill
from participation.listening.enums import Route, StepKind
from participation.listening.models import Alert, AlertStep, ReaderDuty
from tests.factories.accounts import UserFactory
from tests.factories.listening import MONDAY, make_child, make_council
from tests.listening.conftest import People

pytestmark = pytest.mark.usefixtures("monday")
ARABIC = "\u0627\u0644\u0639\u0631\u0628\u064a\u0629"
NASTY = f"<script>alert(1)</script> \u202egnol\u2066 ok\n\nsecond line & {ARABIC}"


def as_(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def page(user: User, name: str, *args: object) -> int:
    return as_(user).get(reverse(name, args=args)).status_code


def test_the_queue_shows_what_waits_and_in_words_that_it_is_overdue(people: People, monday: object) -> None:
    make_child(worker=people.worker).sends("x")
    assert b"Read by" in as_(people.worker).get("/work/queue/").content
    monday.shift(3 * 24 * 3600)
    text = as_(people.worker).get("/work/queue/").content.decode()
    assert "Overdue: was due" in text
    assert "past the time we promised" in text


def test_an_empty_queue_says_so(people: People) -> None:
    assert b"Nothing waits for you" in as_(people.outsider).get("/work/queue/").content


def test_the_queue_has_pages(people: People) -> None:
    for _ in range(21):
        make_child(worker=people.worker).sends("x")
    text = as_(people.worker).get("/work/queue/?page=2").content.decode()
    assert text.count('class="item') >= 1
    assert "Page 2 of 2" in text
    assert as_(people.worker).get("/work/queue/?page=nonsense").status_code == 200


def test_words_are_shown_as_written_and_cannot_dress_up(people: People) -> None:
    response = make_child(worker=people.worker).sends(NASTY)
    text = as_(people.worker).get(reverse("work_reading", args=[response.pk])).content.decode()
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)" in text
    assert "\u202e" not in text
    assert "\u2066" not in text
    assert '<blockquote class="words" lang="en" dir="auto">' in text
    assert "\u0627\u0644\u0639\u0631\u0628\u064a\u0629" in text


def test_every_opening_is_written_down_with_ids_only(people: People) -> None:
    response = make_child(worker=people.worker).sends("zq-canary-seven")
    client = as_(people.worker)
    for _ in range(2):
        client.get(reverse("work_reading", args=[response.pk]))
    entries = AuditEntry.objects.filter(action="response.read", subject_id=str(response.pk))
    assert [entry.actor_id for entry in entries] == [people.worker.pk] * 2
    assert "zq-canary" not in "".join(str(entry.detail) for entry in AuditEntry.objects.all())


def test_the_words_are_on_no_page_but_the_reading_page(people: People) -> None:
    child = make_child(worker=people.worker)
    response = child.sends("zq-canary-eight")
    client = as_(people.worker)
    assert b"zq-canary-eight" in client.get(reverse("work_reading", args=[response.pk])).content
    for path in ("/work/", "/work/queue/", "/work/alerts/", "/work/rota/"):
        assert b"zq-canary-eight" not in client.get(path).content


@pytest.mark.parametrize("who", ["worker", "chair", "reader", "lead", "outsider", "off_duty"])
def test_who_opens_the_reading_page(people: People, who: str) -> None:
    response = make_child(worker=people.worker, chair=people.chair).sends("x")
    expected = 200 if who in {"worker", "chair", "reader"} else 404
    assert page(getattr(people, who), "work_reading", response.pk) == expected


@pytest.mark.parametrize("who", ["worker", "chair", "reader", "lead", "outsider", "off_duty"])
def test_who_opens_an_alert(people: People, who: str) -> None:
    alert = make_child(worker=people.worker, chair=people.chair).asks_to_talk()
    expected = 200 if who in {"worker", "reader", "lead"} else 404
    assert page(getattr(people, who), "work_alert", alert.pk) == expected


@pytest.mark.parametrize("role", list(Role))
def test_who_opens_the_rooms(people: People, role: str) -> None:
    user = UserFactory(roles=[role])
    listens = role in {
        Role.READER, Role.PARTICIPATION_WORKER, Role.MEETING_WORKER, Role.CHAIR, Role.SAFEGUARDING_LEAD,
    }  # fmt: skip
    assert page(user, "work_queue") == (200 if listens else 404)
    assert page(user, "work_alerts") == (200 if listens else 404)
    assert page(user, "work_rota") == (200 if listens or role == Role.ADMINISTRATOR else 404)
    client = as_(user)
    keeps = role in {Role.SAFEGUARDING_LEAD, Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR}
    form = {"user": str(people.off_duty.pk), "starts_on": "2026-12-01", "ends_on": "2026-12-02"}
    client.post("/work/rota/", form)
    assert ReaderDuty.objects.filter(user=people.off_duty).exists() is keeps


def test_not_them_gets_the_same_answer_as_for_nothing_at_all(people: People) -> None:
    child = make_child(worker=people.worker)
    response, alert = child.sends("x"), child.asks_to_talk()
    say_not_them(child.ticket, users=[people.worker], now=MONDAY)
    client = as_(people.worker)
    for name, pk in (("work_reading", response.pk), ("work_alert", alert.pk)):
        refused, absent = client.get(reverse(name, args=[pk])), client.get(reverse(name, args=[uuid4()]))
        assert (refused.status_code, absent.status_code) == (404, 404)
        assert len(refused.content) == len(absent.content)
    for name, pk in (
        ("work_mark_read", response.pk),
        ("work_concern", response.pk),
        ("work_alert_close", alert.pk),
    ):
        assert client.post(reverse(name, args=[pk]), {"about": "x", "once": "y"}).status_code == 404


def test_a_signed_out_person_is_asked_to_sign_in(people: People) -> None:
    assert Client().get("/work/queue/").status_code == 302


def test_i_have_read_this(people: People) -> None:
    response = make_child(worker=people.worker).sends("x")
    client = as_(people.worker)
    for _ in range(2):
        assert client.post(reverse("work_mark_read", args=[response.pk])).status_code == 302
    assert response.readings.count() == 1


def test_i_am_worried_makes_one_alert_and_marks_it_read(people: People) -> None:
    response = make_child(worker=people.worker).sends("x")
    client = as_(people.reader)
    form = {"about": "He is at home alone", "once": "a" * 32}
    answers = [client.post(reverse("work_concern", args=[response.pk]), form) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    alert = Alert.objects.get()
    assert alert.about.open() == "He is at home alone"
    assert response.readings.count() == 1
    assert page(people.lead, "work_reading", response.pk) == 200


def test_a_worry_without_words_is_asked_for_again(people: People) -> None:
    response = make_child(worker=people.worker).sends("x")
    answer = as_(people.reader).post(reverse("work_concern", args=[response.pk]), {"about": " ", "once": "a"})
    assert answer.status_code == 422
    assert not Alert.objects.exists()


def test_an_alert_from_pick_up_to_close(people: People) -> None:
    alert = make_child(worker=people.worker).asks_to_talk(about="Please come", safe_contact="At school")
    client = as_(people.worker)
    at = reverse("work_alert", args=[alert.pk])
    assert "Please come" in client.get(at).content.decode()
    client.post(f"{at}have/")
    second = as_(people.reader).post(f"{at}have/", follow=True)
    assert "Sam already has it" in second.content.decode()
    assert client.post(f"{at}close/", follow=True).content.decode().count("Not closed yet") == 3
    step = {"note": "Saw them", "happened_at": "2026-11-23T09:30"}
    assert client.post(f"{at}step/", {**step, "kind": "action"}).status_code == 422
    assert client.post(f"{at}step/", {**step, "kind": "action", "who_told": "Ade"}).status_code == 302
    assert client.post(f"{at}step/", {**step, "kind": "child-told"}).status_code == 422
    assert client.post(f"{at}step/", {**step, "kind": "child-told", "child_told": "yes"}).status_code == 302
    assert client.post(f"{at}close/").status_code == 302
    assert AlertStep.objects.filter(alert=alert, kind=StepKind.CLOSED, by=people.worker).exists()
    assert "Closed (1)" in client.get("/work/alerts/").content.decode()


def test_a_step_in_the_future_is_asked_for_again(people: People) -> None:
    alert = make_child(worker=people.worker).asks_to_talk()
    form = {"note": "x", "happened_at": "2027-01-01T09:30", "kind": "assessed"}
    assert as_(people.worker).post(reverse("work_alert_step", args=[alert.pk]), form).status_code == 422


def test_a_drill_says_that_it_is_one(people: People) -> None:
    drill = raise_drill(now=MONDAY)
    assert "This is a drill" in as_(people.reader).get(reverse("work_alert", args=[drill.pk])).content.decode()
    assert "Drills" in as_(people.lead).get("/work/alerts/").content.decode()


def test_the_rota_shows_days_without_a_reader(people: People) -> None:
    ReaderDuty.objects.all().delete()
    text = as_(people.lead).get("/work/rota/").content.decode()
    assert "Today, Monday 23 November" in text
    assert "Nobody is on the rota" in text


def test_taking_someone_off_the_rota(people: People) -> None:
    duty = ReaderDuty.objects.get()
    assert as_(people.reader).post(reverse("work_rota_remove", args=[duty.pk])).status_code == 404
    assert as_(people.lead).post(reverse("work_rota_remove", args=[duty.pk])).status_code == 302
    assert not ReaderDuty.objects.exists()


@pytest.mark.parametrize(
    "form", [{}, {"starts_on": "2026-13-01"}, {"starts_on": "2026-12-02", "ends_on": "2026-12-01"}]
)
def test_a_duty_that_makes_no_sense_is_asked_for_again(people: People, form: dict[str, str]) -> None:
    answer = as_(people.lead).post("/work/rota/", {"user": str(people.outsider.pk), **form})
    assert answer.status_code == 422
    assert ReaderDuty.objects.count() == 1


def test_the_desk_names_what_waits(people: People) -> None:
    child = make_child(worker=people.worker)
    child.sends("x")
    child.asks_to_talk()
    lines = waiting_for(people.worker, MONDAY)
    assert [line.title for line in lines] == ["Someone wants to be heard", "To read"]
    assert lines[0].first
    assert waiting_for(people.outsider, MONDAY) == []
    ReaderDuty.objects.all().delete()
    assert [line.title for line in waiting_for(people.lead, MONDAY)][-1] == "Days without a reader"


def test_lists_take_the_same_number_of_queries_for_one_and_for_three(
    people: People, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    client = as_(people.worker)
    for _ in range(3):
        child = make_child(worker=people.worker)
        child.sends("x")
        child.asks_to_talk()
    for path in ("/work/queue/", "/work/alerts/", "/work/rota/"):
        client.get(path)
        with django_assert_max_num_queries(26):
            client.get(path)


def test_the_drill_command_reports(people: People, capsys: pytest.CaptureFixture[str]) -> None:
    make_council()
    call_command("raise_drill", "--report")
    assert capsys.readouterr().out == ""


def test_route_is_named_to_whoever_answers(people: People) -> None:
    alert = make_child(worker=people.worker).asks_to_talk(route=Route.SOMEONE_ELSE)
    assert "someone else in the team" in as_(people.reader).get(reverse("work_alert", args=[alert.pk])).content.decode()


@pytest.mark.parametrize("url_name", ["work_checked", "work_copied"])
def test_only_the_named_worker_ticks_asked_alone_and_copied(people: People, url_name: str) -> None:
    response = make_child(worker=people.worker, chair=people.chair).sends("x")
    at = reverse(url_name, args=[response.pk])
    assert [as_(user).post(at).status_code for user in (people.chair, people.reader, people.outsider)] == [404] * 3
    assert as_(people.worker).post(at).status_code == 302
    response.refresh_from_db()
    assert (response.not_checked is False) is (url_name == "work_checked")
    assert (response.copied_to_record_at is not None) is (url_name == "work_copied")


def test_nobody_else_is_offered_the_ticks(people: People) -> None:
    response = make_child(worker=people.worker).sends("x")
    at = reverse("work_reading", args=[response.pk])
    assert "Copied to the record" in as_(people.worker).get(at).content.decode()
    assert "Copied to the record" not in as_(people.reader).get(at).content.decode()
