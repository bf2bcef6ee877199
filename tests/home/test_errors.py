"""When it goes wrong, the page says what to do next, shows the numbers, and needs nothing to be drawn."""

import pytest
from django.http import Http404
from django.template.loader import render_to_string
from django.test import Client, RequestFactory

from home.views import errors

PAGES = ("400.html", "403.html", "404.html", "500.html", "503.html", "csrf.html")


@pytest.mark.parametrize("name", PAGES)
def test_error_pages_draw_without_a_database_or_a_request(name: str) -> None:
    html = render_to_string(name)  # no `django_db` mark: a query would fail this test
    assert 'href="/x/"' in html
    assert "0800 1111" in html
    assert "999" in html


def test_not_saved_says_so_and_how_to_keep_the_words() -> None:
    html = render_to_string("503.html")
    assert "not saved" in html
    assert "Keep this page open" in html


def test_a_server_error_still_answers_when_its_own_page_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object) -> str:
        raise RuntimeError

    monkeypatch.setattr(errors, "render_to_string", broken)
    answer = errors.server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "999" in answer.content.decode()


@pytest.mark.django_db
def test_a_form_without_its_token_gets_a_calm_page() -> None:
    answer = Client(enforce_csrf_checks=True).post("/go/", {"code": "x"})
    html = answer.content.decode()
    assert answer.status_code == 403
    assert "Go back one page" in html
    assert "CSRF" not in html


@pytest.mark.django_db
def test_an_unknown_address_says_what_to_do(client: Client) -> None:
    answer = client.get("/me/nothing-here/")
    assert answer.status_code == 404
    assert "type your code again" in answer.content.decode()


@pytest.mark.parametrize(
    ("path", "start"),
    [("/nothing/", "/"), ("/me/nothing/", "/"), ("/work/nothing/", "/work/"), ("/cms/nothing/", "/work/")],
)
def test_an_error_page_leads_back_to_where_this_person_starts(path: str, start: str) -> None:
    html = errors.not_found(RequestFactory().get(path), Http404()).content.decode()
    assert f'<a class="button button--go" href="{start}">' in html
    assert ("your card" in html or "a card" in html) is (start == "/")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/nope/", "/me/nope/"])
def test_a_page_that_is_not_there_keeps_how_this_sitting_reads(client: Client, address: str) -> None:
    """Sticky keys press Shift, too: who switched "leave by Shift" off is not thrown out by a wrong address."""
    assert "data-shift-off" not in client.get(address).content.decode()
    client.post("/help/reading/", {"shift_off": "1", "contrast": "dark"})
    answer = client.get(address)
    assert answer.status_code == 404
    assert "data-shift-off" in answer.content.decode()
