"""Help stands on every page, with lines that fit the age (domain.md §5.2, S16, S30)."""

import pytest
from django.test import Client

from core.age_bands import AgeBand
from core.models import Council
from tests.home.cards import card_with_code, type_code

pytestmark = pytest.mark.django_db


def test_the_help_page_opens_without_a_card_and_shows_the_councils_numbers(client: Client) -> None:
    Council.objects.create(name="A council", duty_phone="01332 000 001", out_of_hours_phone="01332 000 002")
    html = client.get("/help/").content.decode()
    assert 'href="tel:01332000001"' in html
    assert 'href="tel:01332000002"' in html
    assert "press 55" in html


def test_a_number_that_is_not_set_is_not_offered(client: Client) -> None:
    Council.objects.create(name="A council")
    html = client.get("/help/").content.decode()
    assert "A person answers day and night" not in html
    assert 'href="tel:"' not in html


def test_the_not_safe_now_number_shows_once_it_is_set(client: Client) -> None:
    Council.objects.create(name="A council", not_safe_now_phone="01332 000 003")
    assert 'href="tel:01332000003"' in client.get("/help/").content.decode()


def test_childline_is_offered_under_nineteen_only(client: Client) -> None:
    type_code(client, card_with_code(band=AgeBand.B18_25))
    assert "Childline" not in client.get("/me/").content.decode()
    type_code(client, card_with_code("QQQQ-RRRR-TTTT", band=AgeBand.B8_11))
    html = client.get("/me/").content.decode()
    assert "Childline" in html
    assert "Samaritans" not in html


def test_reading_choices_show_at_once_and_can_be_put_back(client: Client) -> None:
    client.post(
        "/help/reading/",
        {"size": "biggest", "letters": "clear", "contrast": "dark", "space": "1", "calm": "1", "shift_off": "1"},
    )
    html = client.get("/").content.decode()
    assert "reading-biggest letters-clear contrast-dark reading-space calm" in html
    assert "data-shift-off" in html
    client.post("/help/reading/", {"reset": "1"})
    assert "reading-biggest" not in client.get("/").content.decode()


def test_reading_choices_come_back_to_the_page_that_asked(client: Client) -> None:
    page = client.get("/help/reading/?back=/leaflets/rights/").content.decode()
    assert 'name="back" value="/leaflets/rights/"' in page
    answer = client.post("/help/reading/", {"size": "bigger", "back": "/help/privacy/"})
    assert answer["Location"] == "/help/privacy/"


@pytest.mark.parametrize(
    "back", ["//evil.example/", "https://evil.example/", "/x/", "/work/", "/\\evil.example", "javascript:1"]
)
def test_reading_choices_never_lead_away(client: Client, back: str) -> None:
    assert client.post("/help/reading/", {"size": "bigger", "back": back})["Location"] == "/help/reading/"
    assert 'name="back" value=""' in client.get("/help/reading/", {"back": back}).content.decode()


def test_public_pages_look_as_chosen_and_are_kept_for_nobody_else(client: Client) -> None:
    assert "reading-bigger" not in client.get("/changed/").content.decode()
    client.post("/help/reading/", {"size": "bigger"})
    page = client.get("/changed/")
    assert "reading-bigger" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    client.get("/x/")
    assert "reading-bigger" not in client.get("/changed/").content.decode()
    assert "reading-bigger" not in Client().get("/changed/").content.decode()


def test_public_pages_have_the_bar_and_it_comes_back_to_them(client: Client) -> None:
    for path in ("/changed/", "/help/", "/help/privacy/"):
        page = client.get(path).content.decode()
        assert f'href="/help/reading/?back={path}#size"' in page
        assert "data-aloud hidden" in page


def test_forged_reading_choices_are_ignored(client: Client) -> None:
    client.post("/help/reading/", {"size": '"><script>', "tint": "x" * 5000})
    assert client.get("/").status_code == 200
    assert "<script>" not in client.get("/").content.decode()


def test_leaving_forgets_reading_choices(client: Client) -> None:
    client.post("/help/reading/", {"tint": "blue"})
    client.get("/x/")
    assert "tint-blue" not in client.get("/").content.decode()
