"""The front door: one answer for whatever does not open, and never a lock-out (D24, S30, AC-8)."""

from collections.abc import Callable

import pytest
from django.test import Client

from core.misses import FROM_ONE_SOURCE
from core.models import Miss
from home.views import front_door
from tests.home.cards import card_with_code, expired_code, revoked_code, type_code, used_code, without_token

pytestmark = pytest.mark.django_db
CODE = "ACDE-FGHJ-KMNP"
SHUT: dict[str, Callable[[str], str]] = {
    "wrong": lambda code: code,
    "used": used_code,
    "expired": expired_code,
    "revoked": revoked_code,
}


def test_a_right_code_says_how_to_leave_fast_and_then_opens_my_page(client: Client) -> None:
    opened = type_code(client, card_with_code())
    assert opened.status_code == 302
    assert opened["Location"] == "/me/ready/"
    assert '<a class="button button--go" href="/me/">' in client.get("/me/ready/").text
    assert client.get("/me/").status_code == 200


@pytest.mark.parametrize("typed", ["acdefghjkmnp", " ACDE FGHJ KMNP ", "acde-fghj-kmnp", "ＡＣＤＥ ＦＧＨＪ ＫＭＮＰ"])
def test_capitals_spaces_and_dashes_do_not_matter(client: Client, typed: str) -> None:
    card_with_code(CODE)
    assert type_code(client, typed).status_code == 302


@pytest.mark.parametrize("state", SHUT)
def test_wrong_used_expired_and_revoked_codes_get_the_same_bytes(client: Client, state: str) -> None:
    wrong = without_token(type_code(Client(), "1111-1111-1111"))
    answer = type_code(client, SHUT[state](CODE))
    assert answer.status_code == 200
    assert without_token(answer) == wrong


@pytest.mark.parametrize("state", SHUT)
def test_a_shut_code_costs_the_same_queries(client: Client, state: str, django_assert_num_queries: object) -> None:
    SHUT[state](CODE)
    type_code(Client(), "1111-1111-1111")  # the window's row of misses is there now
    with django_assert_num_queries(7):  # the ticket, the poll, three for the miss, help, open languages
        type_code(client, CODE)


def test_a_right_code_opens_after_any_number_of_misses_from_the_same_place(client: Client) -> None:
    for _ in range(50):
        type_code(Client(), "1111-1111-1111")
    assert type_code(client, card_with_code()).status_code == 302


def test_misses_are_counted_and_right_codes_are_not(client: Client) -> None:
    type_code(Client(), card_with_code())
    assert not Miss.objects.exists()
    type_code(client, "1111-1111-1111")
    assert set(Miss.objects.values_list("kind", "count")) == {(front_door.MISS_KIND, 1)}


def test_a_slowed_guesser_learns_nothing_from_being_slowed(client: Client) -> None:
    first = without_token(type_code(client, "1111-1111-1111"))
    for _ in range(FROM_ONE_SOURCE + 1):
        last = type_code(client, "1111-1111-1112")
    assert without_token(last) == first


@pytest.mark.parametrize("code", ["", "\x00", "a" * 50_000, "🦊" * 40, "' OR 1=1 --"])
def test_odd_codes_get_the_calm_answer(client: Client, code: str) -> None:
    answer = type_code(client, code)
    assert answer.status_code == 200
    assert "That code did not open anything" in answer.content.decode()


def test_what_was_typed_is_never_shown_again(client: Client) -> None:
    assert b"QQQQ" not in type_code(client, "QQQQ-QQQQ-QQQQ").content


def test_opening_go_by_hand_leads_to_the_front_door(client: Client) -> None:
    assert client.get("/go/")["Location"] == "/"


def test_a_visit_that_is_over_is_said_calmly(client: Client) -> None:
    over = client.get("/me/", follow=True)
    assert over.redirect_chain[0][0].startswith("/")
    assert "What you saved is kept" in over.content.decode()


def test_the_front_door_says_nothing_but_code_help_and_leave(client: Client) -> None:
    html = client.get("/").content.decode()
    assert "leaflet" not in html.lower()
    assert "/changed/" not in html


def test_reading_choices_survive_typing_the_code(client: Client) -> None:
    client.post("/help/reading/", {"size": "bigger", "tint": "blue"})
    type_code(client, card_with_code())
    assert "reading-bigger tint-blue" in client.get("/me/").content.decode()
