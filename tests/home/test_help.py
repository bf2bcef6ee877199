"""Help stands on every page, with lines that fit the age (domain.md §5.2, S16, S30)."""

import datetime as dt

import pytest
import time_machine
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from core.age_bands import AgeBand
from core.models import Council
from surveys.responses.domain.sittings import ABSOLUTE_END, IDLE_END
from surveys.responses.domain.tickets import revoke
from surveys.responses.models import Ticket
from tests.factories import leaflets as make
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


BACK = '<a href="/me/">Back to my page</a>'
FOR_ALL = (
    "/help/",
    "/help/talk/",
    "/help/about/",
    "/help/privacy/",
    "/help/leaving/",
    "/help/reading/",
    "/help/accessibility/",
    "/help/talk/sent/",
    "/changed/",
    "/leaflets/",
    "/leaflets/a-leaflet/",
    "/leaflets/a-leaflet/12-15/",
)


@pytest.fixture
def leaflet(db: None) -> None:
    make.version(make.family(make.shipped_tree()))


@pytest.mark.usefixtures("leaflet")
@pytest.mark.parametrize("path", FOR_ALL)
def test_while_a_card_is_open_pages_for_everybody_lead_back_to_it_and_else_say_nothing_of_it(
    client: Client, path: str
) -> None:
    assert 'href="/me/"' not in client.get(path).text
    type_code(client, card_with_code())
    page = client.get(path)
    assert page.text.count(BACK) == 1
    assert "no-store" in page["Cache-Control"]
    assert 'href="/me/"' not in Client().get(path).text
    client.get("/x/")
    assert 'href="/me/"' not in client.get(path).text


@pytest.mark.usefixtures("leaflet")
@pytest.mark.parametrize("path", FOR_ALL)
@pytest.mark.parametrize("later", [ABSOLUTE_END, ABSOLUTE_END * 30])
def test_a_visit_whose_time_is_over_is_not_spoken_of(client: Client, path: str, later: dt.timedelta) -> None:
    type_code(client, card_with_code())
    with time_machine.travel(timezone.now() + later, tick=False):
        assert 'href="/me/"' not in client.get(path).text


def test_help_does_not_lead_back_to_a_visit_that_was_quiet_too_long_or_a_card_that_was_stopped(client: Client) -> None:
    type_code(client, card_with_code())
    with time_machine.travel(timezone.now() + IDLE_END, tick=False):
        assert BACK not in client.get("/help/").text
    assert BACK in client.get("/help/").text
    revoke(Ticket.objects.get(), by=None, now=timezone.now())
    assert BACK not in client.get("/help/").text


def test_asking_for_someone_on_the_help_page_goes_with_the_open_card(client: Client) -> None:
    assert 'class="button button--go" href="/help/talk/"' in client.get("/help/").text
    assert 'href="/me/talk/"' not in client.get("/help/").text
    type_code(client, card_with_code())
    page = client.get("/help/").text
    assert 'class="button button--go" href="/me/talk/"' in page
    assert 'href="/help/talk/"' not in page


def test_help_opens_though_the_store_of_visits_does_not_answer(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object, **__: object) -> None:
        raise OperationalError

    type_code(client, card_with_code())
    monkeypatch.setattr("home.context.current_sitting", gone)
    page = client.get("/help/")
    assert page.status_code == 200
    assert 'href="/me/"' not in page.text
