"""The way out: at once, from every page, without script, leaving nothing of ours behind (D19, D20)."""

import pytest
from django.conf import settings
from django.db import OperationalError, connection
from django.test import Client

from core.models import Council
from tests.home.cards import card_with_code, type_code

pytestmark = pytest.mark.django_db
PAGES = (
    "/",
    "/help/",
    "/help/reading/",
    "/help/about/",
    "/help/privacy/",
    "/help/leaving/",
    "/help/accessibility/",
    "/nope/",
)


def test_leaving_deletes_both_of_our_cookies_and_ends_the_visit(client: Client) -> None:
    type_code(client, card_with_code())
    assert client.get("/me/").status_code == 200
    kept = client.cookies[settings.CHILD_SESSION_COOKIE_NAME].value
    left = client.get("/x/")
    for name in (settings.CHILD_SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME):
        assert left.cookies[name]["max-age"] == 0
    client.cookies[settings.CHILD_SESSION_COOKIE_NAME] = kept  # somebody brings the old cookie back
    assert client.get("/me/").status_code == 302


def test_leaving_goes_to_an_ordinary_page(client: Client) -> None:
    left = client.get("/x/")
    assert left.status_code == 303
    assert left["Location"] == settings.LEAVE_TARGET


def test_leaving_clears_cache_and_storage_but_never_the_cookies_of_others(client: Client) -> None:
    cleared = client.get("/x/")["Clear-Site-Data"]
    assert cleared == '"cache", "storage"'


def test_leaving_works_without_a_visit_and_as_a_plain_get(client: Client) -> None:
    assert client.get("/x/").status_code == 303
    assert client.post("/x/").status_code == 405


def test_ac5_leaving_works_while_the_database_is_gone(client: Client) -> None:
    type_code(client, card_with_code())

    def gone(*_: object) -> None:
        raise OperationalError("gone")

    with connection.execute_wrapper(gone):
        assert client.get("/me/").status_code == 503
        left = client.get("/x/")
    assert left.status_code == 303
    assert left["Location"] == settings.LEAVE_TARGET
    for name in (settings.CHILD_SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME):
        assert left.cookies[name]["max-age"] == 0


@pytest.mark.parametrize("address", PAGES)
def test_leave_is_the_first_link_of_every_page(client: Client, address: str) -> None:
    Council.objects.create(name="A council")
    html = client.get(address).content.decode()
    first = html.split("<a ", 1)[1].split(">", 1)[0]
    assert 'href="/x/"' in first


def test_leave_stands_on_pages_behind_a_card(client: Client) -> None:
    type_code(client, card_with_code())
    html = client.get("/me/").content.decode()
    assert 'href="/x/"' in html.split("<a ", 1)[1].split(">", 1)[0]
