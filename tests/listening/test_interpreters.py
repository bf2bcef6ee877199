"""Interpreters on call; words in another language are read only when understood through one (S17)."""

import datetime as dt
import re
from uuid import uuid4

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Role, User
from core.models import AuditEntry
from participation.listening.domain.assignments import say_not_them
from participation.listening.domain.desk import waiting_for
from participation.listening.domain.escalation import escalate_due
from participation.listening.domain.interpreters import keep_choice, refuse
from participation.listening.domain.queue import queue_for
from participation.listening.domain.readings import InterpretedBy, NeedsInterpreter, mark_read
from participation.listening.domain.wanted import ask_for_interpreter, wanted_for
from participation.listening.models import Alert, InterpreterDays, InterpreterWanted, Interpreting, Reading
from surveys.responses.domain.changing import ask_to_change
from tests.factories.accounts import UserFactory
from tests.factories.listening import DAY, MONDAY, Child, make_child, put_on_call
from tests.listening.conftest import People

pytestmark = pytest.mark.usefixtures("monday")
TIGRINYA = "ኩዕሶ እፈቱ"
SELAM = InterpretedBy("Selam")
ROTA, ROOM = "/work/rota/", "/work/rota/interpreters/"


def as_(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def tigrinya(people: People) -> Child:
    return make_child(worker=people.worker, chair=people.chair, language="ti")


def form_for(days: InterpreterDays) -> dict[str, str]:
    return {"who_ti": str(days.interpreter_id), "asked_ti": "on"}


def test_it_is_not_read_before_somebody_interpreted_it(people: People) -> None:
    response = tigrinya(people).sends(TIGRINYA, language="ti")
    with pytest.raises(NeedsInterpreter):
        mark_read(response, by=people.worker, now=MONDAY)
    with pytest.raises(NeedsInterpreter):
        mark_read(response, by=people.worker, interpreted={"am": SELAM}, now=MONDAY)
    assert not Reading.objects.exists()
    assert [item.id for item in queue_for(people.worker, now=MONDAY)] == [response.pk]


def test_with_the_interpreters_name_it_is_read_and_stays_on_record(people: People) -> None:
    response = tigrinya(people).sends(TIGRINYA, language="ti")
    mark_read(response, by=people.worker, interpreted={"ti": SELAM}, now=MONDAY)
    record = Interpreting.objects.get()
    assert (record.name, record.language, record.reading.reader, record.at) == ("Selam", "ti", people.worker, MONDAY)
    mark_read(response, by=people.worker, now=MONDAY)  # once more is fine
    entry = AuditEntry.objects.filter(action="response.marked_read").latest("at")
    assert entry.detail["interpreted"] == "ti"


def test_each_reader_needs_to_understand_it(people: People) -> None:
    response = tigrinya(people).sends(TIGRINYA, language="ti")
    mark_read(response, by=people.worker, interpreted={"ti": SELAM}, now=MONDAY)
    with pytest.raises(NeedsInterpreter):
        mark_read(response, by=people.chair, now=MONDAY)


def test_words_in_english_need_nobody(people: People) -> None:
    response = tigrinya(people).sends("I like football")
    mark_read(response, by=people.worker, now=MONDAY)
    assert queue_for(people.reader, now=MONDAY) == []


def test_a_later_wish_in_the_same_language_has_to_be_understood_anew(people: People) -> None:
    response = tigrinya(people).sends(TIGRINYA, language="ti")
    mark_read(response, by=people.worker, interpreted={"ti": SELAM}, now=MONDAY)
    ask_to_change(response, kind="change", words=TIGRINYA, language="ti", now=MONDAY)
    with pytest.raises(NeedsInterpreter):
        mark_read(response, by=people.worker, now=MONDAY)


def test_the_same_clock_runs_and_the_lead_hears_of_it(people: People) -> None:
    english = make_child(worker=people.worker).sends("x")
    other = tigrinya(people).sends(TIGRINYA, language="ti")
    dues = {item.id: item.due for item in queue_for(people.worker, now=MONDAY)}
    assert dues[english.pk] == dues[other.pk]
    mail.outbox.clear()
    assert escalate_due(now=MONDAY + DAY + dt.timedelta(hours=1)) >= 2
    assert {item.id for item in queue_for(people.lead, now=MONDAY + DAY + dt.timedelta(hours=1))} == {
        english.pk,
        other.pk,
    }


def test_a_worry_never_waits_for_an_interpreter(people: People) -> None:
    response = tigrinya(people).sends(TIGRINYA, language="ti")
    form = {"about": "He looked frightened", "once": uuid4().hex}
    assert as_(people.reader).post(reverse("work_concern", args=[response.pk]), form).status_code == 302
    assert Alert.objects.get().response == response
    assert not Reading.objects.exists()  # nobody has understood it yet


def test_the_queue_says_which_language_and_who_is_on_call(people: People) -> None:
    child = tigrinya(people)
    child.sends(TIGRINYA, language="ti")
    page = as_(people.worker).get("/work/queue/").content.decode()
    assert "Needs an interpreter: Tigrinya" in page
    assert "Nobody they could accept is on call" in page
    put_on_call(name="Selam", dialect="Asmara", how_reached="01632 960170")
    page = as_(people.worker).get("/work/queue/").content.decode()
    assert re.search(r"Selam.*Asmara.*01632 960170", page, re.S)
    keep_choice(child.ticket, nobody_known=True, gender="", now=MONDAY)
    assert "They do not want someone they know" in as_(people.worker).get("/work/queue/").content.decode()


def test_somebody_the_young_person_ruled_out_is_not_offered(people: People) -> None:
    child = tigrinya(people)
    response = child.sends(TIGRINYA, language="ti")
    days = put_on_call()
    at = reverse("work_mark_read", args=[response.pk])
    refuse(child.ticket, days.interpreter, now=MONDAY)
    assert as_(people.worker).post(at, form_for(days)).status_code == 422
    assert not Reading.objects.exists()


@pytest.mark.parametrize(
    ("missing", "status"), [("", 302), ("who_ti", 422), ("asked_ti", 422)], ids=["whole", "no name", "not asked"]
)
def test_reading_asks_who_helped_and_whether_the_young_person_agreed(people: People, missing: str, status: int) -> None:
    response = tigrinya(people).sends(TIGRINYA, language="ti")
    form = {name: value for name, value in form_for(put_on_call()).items() if name != missing}
    answer = as_(people.worker).post(reverse("work_mark_read", args=[response.pk]), form)
    assert answer.status_code == status
    assert Reading.objects.exists() is (status == 302)


def test_somebody_who_is_on_no_list_is_named(people: People) -> None:
    response = tigrinya(people).sends(TIGRINYA, language="ti")
    client, at = as_(people.worker), reverse("work_mark_read", args=[response.pk])
    assert client.post(at, {"who_ti": "else", "asked_ti": "on"}).status_code == 422
    assert client.post(at, {"who_ti": "else", "name_ti": "Hana", "asked_ti": "on"}).status_code == 302
    assert Interpreting.objects.get().name == "Hana"
    assert "interpreted by" in client.get(reverse("work_reading", args=[response.pk])).content.decode()


@pytest.mark.parametrize("who", ["worker", "chair", "reader", "lead", "outsider", "off_duty"])
@pytest.mark.parametrize("refused", [False, True])
def test_only_who_may_read_may_record_it(people: People, who: str, refused: bool) -> None:
    child = tigrinya(people)
    response, days = child.sends(TIGRINYA, language="ti"), put_on_call()
    if refused:
        say_not_them(child.ticket, users=[getattr(people, who)], now=MONDAY)
    answer = as_(getattr(people, who)).post(reverse("work_mark_read", args=[response.pk]), form_for(days))
    may = who in {"worker", "chair", "reader"} and not refused
    assert answer.status_code == (302 if may else 404)
    assert Reading.objects.exists() is may


def test_the_queue_takes_the_same_number_of_queries_for_one_and_for_four(people: People) -> None:
    put_on_call()
    tigrinya(people).sends(TIGRINYA, language="ti")
    with CaptureQueriesContext(connection) as one:
        assert queue_for(people.worker, now=MONDAY)[0].needs
    for _ in range(3):
        child = tigrinya(people)
        child.sends(TIGRINYA, language="ti")
        keep_choice(child.ticket, nobody_known=True, gender="woman", now=MONDAY)
    with CaptureQueriesContext(connection) as four:
        assert len(queue_for(people.worker, now=MONDAY)) == 4
    assert len(four) <= len(one) + 1  # the people somebody ruled out, once for all


def test_the_room_takes_the_same_number_of_queries_for_one_and_for_three(people: People) -> None:
    client = as_(people.lead)
    counts = []
    for languages in (["ti"], ["ar", "am"]):
        for language in languages:
            put_on_call(language=language)
            ask_for_interpreter(make_child(worker=people.worker).ticket, language, MONDAY)
        client.get(ROOM)
        with CaptureQueriesContext(connection) as seen:
            assert client.get(ROOM).status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("role", list(Role))
def test_who_keeps_interpreters_on_call(people: People, role: str) -> None:
    client = as_(UserFactory(roles=[role]))
    sees = role in {
        Role.READER, Role.PARTICIPATION_WORKER, Role.MEETING_WORKER, Role.CHAIR, Role.SAFEGUARDING_LEAD,
        Role.ADMINISTRATOR,
    }  # fmt: skip
    keeps = role in {Role.SAFEGUARDING_LEAD, Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR}
    assert client.get(ROOM).status_code == (200 if sees else 404)
    form = {"language": "ti", "name": "Selam", "how_reached": "x", "starts_on": "2026-11-23", "ends_on": "2026-11-30"}
    client.post(ROOM, form)
    assert InterpreterDays.objects.exists() is keeps
    days = InterpreterDays.objects.first() or put_on_call()
    gone = client.post(reverse("work_interpreter_remove", args=[days.pk]))
    assert gone.status_code == (302 if keeps else 404)
    assert InterpreterDays.objects.exists() is not keeps


@pytest.mark.parametrize(
    "wrong",
    [
        {"language": "en"},
        {"language": ""},
        {"name": ""},
        {"how_reached": ""},
        {"starts_on": "2026-13-01"},
        {"ends_on": "2026-11-22"},
        {"ends_on": "2028-01-01"},
        {"gender": "x"},
    ],
)
def test_what_makes_no_sense_is_asked_for_again(people: People, wrong: dict[str, str]) -> None:
    form = {"language": "ti", "name": "Selam", "how_reached": "x", "starts_on": "2026-11-23", "ends_on": "2026-11-30"}
    assert as_(people.lead).post(ROOM, form | wrong).status_code == 422
    assert not InterpreterDays.objects.exists()


def test_an_empty_room_says_what_that_means(people: People) -> None:
    page = as_(people.lead).get(ROOM).content.decode()
    assert "Nobody is on call" in page
    assert "young people can write in English only" in page
    assert ROOM in as_(people.reader).get(ROTA).content.decode()


def test_the_same_name_is_the_same_person(people: People) -> None:
    first = put_on_call(name="Selam", how_reached="old")
    again = put_on_call(name="selam", how_reached="new")
    assert first.interpreter_id == again.interpreter_id
    assert again.interpreter.how_reached == "new"


def test_the_named_worker_is_told_once_and_without_a_word_about_it(people: People) -> None:
    child = tigrinya(people)
    mail.outbox.clear()
    for _ in range(2):
        ask_for_interpreter(child.ticket, "ti", MONDAY)
    assert [wish.language for wish in wanted_for(people.worker)] == ["ti"]
    assert InterpreterWanted.objects.count() == 1
    text = "".join(message.subject + str(message.body) for message in mail.outbox)
    assert "Tigrinya" not in text
    assert [line.title for line in waiting_for(people.worker, MONDAY)][-1] == "Interpreters asked for"


@pytest.mark.parametrize(
    ("who", "sees"), [("worker", True), ("lead", True), ("chair", False), ("reader", False), ("outsider", False)]
)
def test_who_sees_and_settles_a_wish(people: People, who: str, sees: bool) -> None:
    ask_for_interpreter(tigrinya(people).ticket, "ti", MONDAY)
    wish, client = InterpreterWanted.objects.get(), as_(getattr(people, who))
    assert ("since Mon 23 Nov" in client.get(ROOM).content.decode()) is sees
    answer = client.post(reverse("work_interpreter_found", args=[wish.pk]))
    assert answer.status_code == (302 if sees else 404)
    wish.refresh_from_db()
    assert (wish.done_at is not None) is sees


def test_not_them_hears_nothing_of_the_wish(people: People) -> None:
    child = tigrinya(people)
    say_not_them(child.ticket, users=[people.worker, people.lead], now=MONDAY)
    ask_for_interpreter(child.ticket, "ti", MONDAY)
    assert not wanted_for(people.worker).exists()
    assert not wanted_for(people.lead).exists()
