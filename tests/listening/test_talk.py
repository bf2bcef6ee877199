""" "I want to talk to someone", as a young person meets it."""

import pytest
from django.core import mail
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from core import misses
from participation.listening.domain.ears import can_see_alert
from participation.listening.enums import Route, Source, Urgency
from participation.listening.models import Alert, NotThem
from surveys.questionnaires.enums import FormKind
from surveys.responses.models import Draft, Response
from tests.factories.listening import MONDAY, Child, make_child, make_council
from tests.listening.conftest import People

pytestmark = pytest.mark.usefixtures("monday")
NUMBER = "01332 111222"


def opened(child: Child) -> Client:
    client = Client()
    assert client.post("/go/", {"code": child.code}).status_code == 302
    return client


def once(client: Client, path: str) -> str:
    return str(client.get(path).context["form"]["once"].value())


def test_ask_with_a_card_and_hear_at_once_who_reads_it_and_by_when(people: People) -> None:
    child = make_child(worker=people.worker)
    client = opened(child)
    form = {
        "once": once(client, "/me/talk/"),
        "who": Route.WORKER,
        "how": "in-person",
        "about": "I am scared",
    }
    answer = client.post("/me/talk/", form)
    assert answer.status_code == 302
    text = client.get(answer["Location"]).content.decode()
    assert "Sam" in text
    assert "Monday 23 November, 11 am" in text
    alert = Alert.objects.get()
    assert (alert.source, alert.route, alert.urgency) == (Source.CARD, Route.WORKER, Urgency.TALK)
    assert alert.about.open() == "I am scared"
    assert alert.safe_contact.open() == "Come and find me"
    assert not Response.objects.exists()


def test_nothing_about_it_stays_on_the_phone(people: People) -> None:
    """Whoever has the card and the phone a minute later learns nothing (S2)."""
    child = make_child(worker=people.worker)
    client = opened(child)
    client.post("/me/talk/", {"once": "o", "about": "zq-canary"}, follow=True)
    again = client.get("/me/talk/sent/").content.decode()
    assert "Sam" not in again
    for path in ("/me/talk/", "/me/talk/sent/", "/me/"):
        assert "zq-canary" not in client.get(path).content.decode()
    assert "zq-canary" not in str(dict(client.session))


def test_pressing_send_twice_makes_one(people: People) -> None:
    client = opened(make_child(worker=people.worker))
    form = {"once": once(client, "/me/talk/"), "about": "x"}
    assert [client.post("/me/talk/", form).status_code for _ in range(2)] == [302, 302]
    assert Alert.objects.count() == 1


def test_nothing_has_to_be_filled_in(people: People) -> None:
    client = opened(make_child(worker=people.worker))
    assert client.post("/me/talk/", {"once": once(client, "/me/talk/")}).status_code == 302
    assert Alert.objects.get().route == Route.SOMEONE_ELSE


def test_not_them_counts_for_everything_from_then_on(people: People) -> None:
    child = make_child(worker=people.worker, chair=people.chair)
    client = opened(child)
    client.post("/me/talk/", {"once": "o", "who": f"not:{people.worker.pk}"})
    assert [no.user for no in NotThem.objects.all()] == [people.worker]
    alert = Alert.objects.get()
    assert not can_see_alert(people.worker, alert, now=MONDAY)
    assert people.worker.email not in {address for message in mail.outbox for address in message.to}
    assert "Sam" not in client.get("/me/talk/").content.decode()


def test_not_them_can_be_everyone_named(people: People) -> None:
    client = opened(make_child(worker=people.worker, chair=people.chair))
    client.post("/me/talk/", {"once": "o", "who": Route.NOT_THEM})
    assert {no.user for no in NotThem.objects.all()} == {people.worker, people.chair}


def test_a_stranger_cannot_be_made_not_them(people: People) -> None:
    client = opened(make_child(worker=people.worker))
    form = {"once": "o", "who": f"not:{people.lead.pk}"}
    assert client.post("/me/talk/", form).status_code == 422
    assert not NotThem.objects.exists()


@pytest.mark.parametrize("path", ["/me/talk/", "/help/talk/"])
def test_not_safe_now_is_offered_only_with_a_number_that_a_person_answers(people: People, path: str) -> None:
    client = opened(make_child(worker=people.worker))
    text = client.get(path).content.decode()
    assert "not safe now" not in text
    assert "999" in text
    make_council(not_safe_now_phone=NUMBER)
    text = client.get(path).content.decode()
    assert "not safe now" in text
    assert NUMBER in text


def test_a_forged_not_safe_now_is_heard_as_asking_to_talk(people: People) -> None:
    client = opened(make_child(worker=people.worker))
    assert client.post("/me/talk/", {"once": "o", "not_safe_now": "on"}).status_code == 302
    assert Alert.objects.get().urgency == Urgency.TALK


def test_not_safe_now_shows_the_number_afterwards(people: People) -> None:
    make_council(not_safe_now_phone=NUMBER)
    client = opened(make_child(worker=people.worker))
    text = client.post("/me/talk/", {"once": "o", "not_safe_now": "on"}, follow=True).content.decode()
    assert NUMBER in text
    alert = Alert.objects.get()
    assert alert.urgency == Urgency.NOT_SAFE_NOW
    assert alert.reference in text


def test_what_is_written_but_not_sent_is_offered_to_send(people: People) -> None:
    child = make_child(worker=people.worker)
    client = opened(child)
    assert "Look at it and send it" not in client.get("/me/talk/").content.decode()
    Draft.objects.create(
        ticket=child.ticket, form=FormKind.BEFORE, version=child.version, started_at=MONDAY, touched_at=MONDAY
    )
    text = client.get("/me/talk/").content.decode()
    assert "Nobody has read it" in text
    assert reverse("say_check", args=[FormKind.BEFORE]) in text


def test_without_a_card_someone_can_ask_too(people: People) -> None:
    client = Client()
    form = {"once": once(client, "/help/talk/"), "first_name": "Bee", "safe_contact": "Library, Tuesday 4 pm"}
    answer = client.post("/help/talk/", form, follow=True)
    assert "Priya" in answer.content.decode()
    alert = Alert.objects.get()
    assert (alert.ticket, alert.first_name.open()) == (None, "Bee")
    assert "Library" in alert.safe_contact.open()
    assert "Bee" not in "".join(message.body for message in mail.outbox)


def test_without_a_card_we_ask_how_to_reach_them_and_keep_the_words(people: People) -> None:
    answer = Client().post("/help/talk/", {"once": "o", "about": "keep these words"})
    assert answer.status_code == 422
    assert "keep these words" in answer.content.decode()
    assert "way to reach you" in answer.content.decode()


def test_very_many_from_one_place_need_one_more_press_and_are_never_shut_out(people: People) -> None:
    for _ in range(misses.FROM_ONE_SOURCE):
        misses.count_miss("talk", misses.source_digest("127.0.0.1"), now=MONDAY)
    form = {"once": "o", "safe_contact": "School", "about": "still here"}
    client = Client()
    answer = client.post("/help/talk/", form)
    assert answer.status_code == 429
    assert "still here" in answer.content.decode()
    assert 'name="patience" value="1"' in answer.content.decode()
    assert client.post("/help/talk/", {**form, "patience": "1"}).status_code == 302
    assert Alert.objects.count() == 1


@pytest.mark.parametrize("path", ["/me/talk/", "/help/talk/"])
def test_when_it_cannot_be_stored_the_words_stay_and_the_numbers_are_shown(
    people: People, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = opened(make_child(worker=people.worker))

    def full(*args: object, **kwargs: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr("participation.listening.views.talk.raise_alert", full)
    form = {"once": "same-once", "about": "do not lose <this>", "safe_contact": "School", "how": "call"}
    answer = client.post(path, form)
    text = answer.content.decode()
    assert answer.status_code == 503
    assert "do not lose &lt;this&gt;" in text
    assert "same-once" in text
    assert "999" in text
    assert answer["Retry-After"]


@pytest.mark.parametrize("words", ["x" * 2_001, "\ud83d" * 3, "\U0001f600" * 2_000])
def test_words_that_cannot_be_kept_get_a_plain_answer(people: People, words: str) -> None:
    client = opened(make_child(worker=people.worker))
    data = f"once=o&about={''}".encode() + words.encode("utf-8", "surrogatepass")
    answer = client.generic("POST", "/me/talk/", data, content_type="application/x-www-form-urlencoded")
    assert answer.status_code in {302, 422}


def test_control_characters_never_reach_the_store(people: People) -> None:
    client = opened(make_child(worker=people.worker))
    client.post("/me/talk/", {"once": "o", "about": "a\x00b\x07c"})
    assert Alert.objects.get().about.open() == "abc"


def test_without_a_sitting_the_front_door_is_shown(people: People) -> None:
    assert Client().get("/me/talk/").status_code == 302
    assert Client().post("/me/talk/", {"once": "o", "about": "x"}).status_code == 302
    assert not Alert.objects.exists()


def test_pages_have_neutral_titles(people: People) -> None:
    client = opened(make_child(worker=people.worker))
    for path in ("/me/talk/", "/help/talk/", "/me/talk/sent/", "/help/talk/sent/"):
        title = client.get(path).content.decode().split("<title>")[1].split("</title>")[0].lower()
        assert not [word for word in ("safe", "abuse", "police", "exploit", "alert", "worr") if word in title]
