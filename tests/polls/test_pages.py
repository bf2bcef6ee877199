"""The screen that is passed on, and the staff pages beside it."""

import re
import threading

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Role
from surveys.polls.enums import Mode, Split, State
from surveys.polls.models import Counter, Poll
from tests.factories.accounts import UserFactory
from tests.factories.polls import closed, drafted, opened

pytestmark = pytest.mark.django_db
NOW = timezone.now()
CODE = "ACDE-FGHJ-KMNP"
TOKENS = re.compile(r'value="[A-Za-z0-9]{64}"')
BALLOT, SENT = "/go/poll/", "/go/poll/sent/"


def screen(**fields: object) -> tuple[Client, Poll]:
    """A browser in which the code of an open poll was typed."""
    poll, client = opened(now=timezone.now(), code=CODE, **fields), Client()
    assert client.post("/go/", {"code": CODE})["Location"] == BALLOT
    return client, poll


def token(client: Client) -> str:
    page = client.get(BALLOT).content.decode()
    return page.split('name="token" value="')[1].split('"')[0]


def ballots() -> int:
    return sum(Counter.objects.filter(question="q1").values_list("count", flat=True))


def test_one_ballot_then_pass_it_on_and_the_next():
    client, _ = screen(split=Split.GENDER)
    first = token(client)
    assert client.post(BALLOT, {"token": first, "q1": "o1", "split": "boy-man"})["Location"] == SENT
    assert "Pass it on" in client.get(SENT).content.decode()
    second = token(client)
    assert second != first
    client.post(BALLOT, {"token": second, "q1": "o2"})
    assert ballots() == 2


def test_a_second_press_of_the_same_page_counts_once_and_says_thank_you():
    client, _ = screen()
    old = client.cookies["turn"].value
    once = token(client)
    client.post(BALLOT, {"token": once, "q1": "o1"})
    again = Client()
    again.cookies["turn"] = old
    assert again.post(BALLOT, {"token": once, "q1": "o1"})["Location"] == SENT
    assert again.get(SENT).status_code == 200
    assert ballots() == 1


@pytest.mark.parametrize("forged", ["", "x", "é", "x" * 9_000])
def test_a_ballot_without_its_token_is_not_counted(forged):
    client, _ = screen()
    assert client.post(BALLOT, {"token": forged, "q1": "o1"}).status_code == 302
    assert ballots() == 0


def test_on_a_phone_it_ends_after_one():
    client, _ = screen(mode=Mode.PHONES)
    client.post(BALLOT, {"token": token(client), "q1": "o1"})
    page = client.get(SENT).content.decode()
    assert "Pass it on" not in page
    assert client.get(BALLOT)["Location"] == SENT


def test_a_poll_that_closed_meanwhile_says_so_and_counts_nothing():
    client, poll = screen()
    given = token(client)
    closed(poll, now=timezone.now())
    assert client.post(BALLOT, {"token": given, "q1": "o1"}).status_code == 302
    assert ballots() == 0
    assert client.post("/go/", {"code": CODE}).status_code == 200


def test_strangers_are_led_to_the_front_door():
    for address in (BALLOT, SENT):
        assert Client().get(address)["Location"] == "/?over=1"
    assert Client().post(BALLOT, {"token": "x"})["Location"] == "/?over=1"


def test_leaving_ends_it():
    client, _ = screen()
    client.get("/x/")
    assert client.get(BALLOT)["Location"] == "/?over=1"


def test_the_page_says_what_is_kept_before_anything_is_asked_and_nothing_is_chosen():
    client, _ = screen(split=Split.SEND_NEED)
    page = client.get(BALLOT).content.decode()
    assert "Nobody can see which answers are yours" in page
    assert "fewer than 10" in page
    assert page.count("I don’t want to say") == 3
    assert " checked" not in page
    assert 'href="/x/"' in page


def test_the_youngest_get_their_own_words():
    client, _ = screen(band="8-11")
    assert "There are no wrong answers" in client.get(BALLOT).content.decode()


@pytest.fixture
def worker(client):
    person = UserFactory(roles=[Role.PARTICIPATION_WORKER])
    client.force_login(person)
    return person


def typed(**changes: str) -> dict[str, str]:
    return {
        "title": "When and who",
        "mode": "room",
        "questions": "After school? | Yes | No\nWho comes? | I choose | You choose",
        "decision": "When meetings start.",
        "decided_by": "Head of the team",
        "reply_on": "2999-01-01",
        "if_too_few": "again",
    } | changes


def test_making_opening_and_closing_and_the_code_is_shown_once(client, worker):
    client.post("/work/polls/", typed())
    poll = Poll.objects.get()
    answer = client.post(reverse("work_poll_open", args=[poll.pk]))
    assert "The code, this one time" in answer.content.decode()
    assert "The code, this one time" not in client.get(reverse("work_poll", args=[poll.pk])).content.decode()
    client.post(reverse("work_poll_close", args=[poll.pk]))
    poll.refresh_from_db()
    assert poll.state == State.CLOSED


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"questions": ""}, "required"),
        ({"questions": "Only a question"}, "2 or 3 answers"),
        ({"questions": "A | | B"}, "empty part"),
        ({"questions": "A | " + "x" * 61 + " | B"}, "answer to 60"),
        ({"questions": "\n".join(["A | B | C"] * 9)}, "at most 8"),
        ({"reply_on": "2001-01-01"}, "a day to come"),
        ({"decision": ""}, "required"),
        ({"decided_by": ""}, "required"),
        ({"mode": "rows"}, "Select a valid choice"),
        ({"split": "home-name"}, "Select a valid choice"),
    ],
)
def test_a_mistake_is_explained_and_nothing_typed_is_lost(client, worker, wrong, said):
    answer = client.post("/work/polls/", typed(**wrong))
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "When and who" in answer.content.decode()
    assert not Poll.objects.exists()


def test_no_number_is_shown_before_the_freeze(client, worker):
    poll = opened(now=NOW)
    address = reverse("work_poll", args=[poll.pk])
    page = TOKENS.sub("", client.get(address).content.decode())
    Counter.objects.filter(question="q1", option="o1").update(count=47)
    assert TOKENS.sub("", client.get(address).content.decode()) == page


def test_a_list_of_three_costs_what_a_list_of_one_costs(client, worker, django_assert_max_num_queries):
    drafted(now=NOW)
    client.get("/work/polls/")
    with django_assert_max_num_queries(20) as one:
        client.get("/work/polls/")
    drafted(now=NOW)
    drafted(now=NOW)
    with django_assert_max_num_queries(len(one.captured_queries)):
        client.get("/work/polls/")


@pytest.mark.django_db(transaction=True)
def test_two_presses_of_one_page_at_the_same_moment_count_once():
    client, _ = screen()
    key, once = client.cookies["turn"].value, token(client)
    together, answers = threading.Barrier(4), []

    def presses() -> None:
        mine = Client()
        mine.cookies["turn"] = key
        together.wait(timeout=30)
        answers.append(mine.post(BALLOT, {"token": once, "q1": "o1"})["Location"])
        connection.close()

    threads = [threading.Thread(target=presses) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [SENT] * 4
    assert ballots() == 1
