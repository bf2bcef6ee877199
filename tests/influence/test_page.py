"""The page everyone can read."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from participation.influence.domain.page import replies_for_release
from participation.influence.enums import ReplyKind
from tests.factories.accounts import UserFactory
from tests.factories.influence import said
from tests.factories.releases import frozen_release

pytestmark = pytest.mark.django_db


def test_an_empty_page_says_so(client: Client) -> None:
    response = client.get("/changed/")
    assert response.status_code == 200
    assert "Nothing here yet" in response.text


@pytest.mark.parametrize("kind", list(ReplyKind))
def test_each_kind_shows_its_words_and_whose_job_it_is(client: Client, kind: ReplyKind) -> None:
    row = said("Come back and tell us.", kind=kind)
    text = client.get("/changed/").text
    assert "Come back and tell us." in text
    assert "Head of children’s homes" in text
    for words in (row.did, row.reason, row.decided_by, row.instead):
        assert words in text


def test_everyone_sees_what_is_late(client: Client) -> None:
    said(kind=ReplyKind.WE_WILL)
    assert "We are late with this one" not in client.get("/changed/").text
    said(kind=ReplyKind.OPEN, late=True)
    assert client.get("/changed/").text.count("We are late with this one") == 1


def test_what_is_not_published_is_not_on_the_page(client: Client) -> None:
    said("canary-draft", published=False)
    assert "canary-draft" not in client.get("/changed/").text


def test_words_left_over_from_another_kind_are_not_shown(client: Client) -> None:
    said(kind=ReplyKind.WE_DID, reason="canary-reason", instead="canary-instead")
    assert "canary" not in client.get("/changed/").text


def test_the_page_names_no_person(client: Client) -> None:
    said(owner=UserFactory(first_name="Canarina"))
    assert "Canarina" not in client.get("/changed/").text


def test_newest_first(client: Client) -> None:
    now = timezone.now()
    said("The older one.", now=now - dt.timedelta(days=2))
    said("The newer one.", now=now)
    text = client.get("/changed/").text
    assert text.index("The newer one.") < text.index("The older one.")


def test_nobody_gets_a_cookie_or_a_session(client: Client) -> None:
    said()
    response = client.get("/changed/")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_the_next_page_and_odd_page_numbers(client: Client) -> None:
    for number in range(11):
        said(f"Wish {number}.")
    assert client.get("/changed/").text.count("<article") == 10
    assert client.get("/changed/?page=2").text.count("<article") == 1
    for odd in ("-1", "0", "x", "9999999999999999999999", "%00", "2&page=1"):
        assert client.get(f"/changed/?page={odd}").status_code == 200


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_the_same_few_queries(client: Client, rows: int, django_assert_max_num_queries) -> None:
    for number in range(rows):
        said(f"Wish {number}.")
    client.get("/changed/")
    with django_assert_max_num_queries(3):
        client.get("/changed/")


def test_only_get_and_head_are_answered(client: Client) -> None:
    assert client.post("/changed/").status_code == 405
    assert client.head("/changed/").status_code == 200


def test_markup_in_a_text_is_shown_as_text(client: Client) -> None:
    said("<script>alert(1)</script>")
    assert "<script>alert" not in client.get("/changed/").text


def test_a_pack_gets_at_most_five_published_replies_late_ones_first() -> None:
    now = timezone.now()
    release = frozen_release()
    said("late", kind=ReplyKind.WE_WILL, late=True, release=release, now=now - dt.timedelta(days=9))
    for number in range(6):
        said(f"wish {number}", release=release, now=now - dt.timedelta(days=8 - number))
    said("draft", published=False, release=release)
    said("other")
    found = [reply.said for reply in replies_for_release(release, now=now)]
    assert found == ["late", "wish 5", "wish 4", "wish 3", "wish 2"]
