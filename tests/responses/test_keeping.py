"""What is typed on an open page is kept before any button is pressed, and only that page can take it back."""

import datetime as dt

import pytest
import time_machine

from surveys.responses.domain.drafts import given_so_far
from surveys.responses.domain.tickets import revoke
from surveys.responses.models import Draft
from tests.factories.responses import a_ticket, child_client
from tests.responses.walking import CANARY, START

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 20, 10, 0, tzinfo=dt.UTC)
KEEP, PAGE = "/me/say/before/1/keep/", "/me/say/before/1/"
ONE, OTHER = "pageoneaaaaaaaaa", "pagetwobbbbbbbbb"


def kept() -> list[str]:
    return [given.text for given in given_so_far(Draft.objects.get()).values() if given.text]


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def client(clock):
    client = child_client(a_ticket(now=NOW), now=NOW)
    client.post(START)
    clock.shift(10)
    return client


def keep(client, clock, text, *, page=ONE, **more):
    answer = client.post(KEEP, {"words-Q09": text, "page": page, **more})
    clock.shift(5)
    return answer.status_code


def test_what_is_typed_is_kept_and_nothing_comes_back(client, clock):
    answer = client.post(KEEP, {"words-Q09": CANARY, "page": ONE})
    assert (answer.status_code, answer.content) == (204, b"")
    assert kept() == [CANARY]
    assert CANARY not in client.get(PAGE).text


def test_the_place_to_come_back_to_is_this_question(client, clock):
    keep(client, clock, CANARY)
    assert client.post(START)["Location"] == PAGE


def test_latest_words_of_one_page_take_the_place_of_earlier_ones(client, clock):
    keep(client, clock, "first")
    keep(client, clock, "first and second")
    assert kept() == ["first and second"]


def test_a_box_that_was_emptied_again_keeps_what_was_there_before(client, clock):
    keep(client, clock, CANARY)
    keep(client, clock, "")
    assert kept() == []
    client.post(PAGE, {"words-Q09": "pressed", "next": "yes", "page": ONE})
    clock.shift(5)
    keep(client, clock, CANARY, page=OTHER)
    keep(client, clock, "", page=OTHER)
    assert kept() == ["pressed"]


@pytest.mark.parametrize("before", ["", "pressed"])
def test_skip_on_the_same_page_leaves_out_what_was_only_typed(client, clock, before):
    if before:
        client.post(PAGE, {"words-Q09": before, "next": "yes", "page": OTHER})
        clock.shift(5)
    keep(client, clock, CANARY)
    client.post(PAGE, {"words-Q09": CANARY, "skip": "yes", "page": ONE})
    assert kept() == ([before] if before else [])


def test_skip_on_a_later_visit_keeps_what_was_typed_before(client, clock):
    keep(client, clock, CANARY)
    client.post(PAGE, {"skip": "yes", "page": OTHER})
    assert kept() == [CANARY]


def test_a_second_tab_that_skips_gives_back_the_words_of_the_first(client, clock):
    keep(client, clock, "of the first tab")
    keep(client, clock, "of the second", page=OTHER)
    assert kept() == ["of the second"]
    client.post(PAGE, {"words-Q09": "of the second", "skip": "yes", "page": OTHER})
    assert kept() == ["of the first tab"]


def test_keeping_again_at_once_is_put_off_but_the_last_words_of_a_page_are_not(client, clock):
    """AC-54: at most every three seconds."""
    assert client.post(KEEP, {"words-Q09": "a", "page": ONE}).status_code == 204
    clock.shift(2)
    assert client.post(KEEP, {"words-Q09": "ab", "page": ONE}).status_code == 429
    assert client.post(KEEP, {"words-Q09": "abc", "page": ONE, "last": "yes"}).status_code == 204
    assert kept() == ["abc"]


def test_words_that_are_too_long_are_not_said_to_be_kept(client, clock):
    assert keep(client, clock, "x" * 2001) == 422


def test_words_of_a_visit_that_ran_out_are_put_down_and_the_visit_stays_over(client, clock):
    clock.shift(dt.timedelta(minutes=20))
    assert keep(client, clock, CANARY) == 410
    assert kept() == [CANARY]
    assert client.get(PAGE)["Location"] == "/?over=1"


def test_a_stopped_card_keeps_nothing(client, clock):
    revoke(Draft.objects.get().ticket, by=None, now=NOW)
    assert client.post(KEEP, {"words-Q09": CANARY, "page": ONE})["Location"] == "/?over=1"
    assert kept() == []


def test_a_script_hears_where_to_go_and_stays_until_then(client, clock):
    pressed = {"words-Q09": CANARY, "next": "yes", "page": ONE}
    answer = client.post(PAGE, pressed, headers={"X-Stay": "yes"})
    assert (answer.status_code, answer["X-Go"], answer.content) == (204, "/me/say/before/2/", b"")
    assert "Location" not in answer
    assert client.post(PAGE, pressed)["Location"] == "/me/say/before/2/"
