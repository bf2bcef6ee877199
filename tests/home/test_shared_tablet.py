"""A tablet that goes from hand to hand: the staff side is shut, and nobody meets what was before them (AC-12)."""

import pytest
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from accounts.models import Role, User
from surveys.responses.models import Draft, Response, Sitting
from tests.factories.accounts import UserFactory
from tests.factories.listening import put_on_rota
from tests.factories.responses import issued
from tests.home.cards import card_with_code, type_code

pytestmark = pytest.mark.django_db
FINISHED, HAND_OVER, FORM = "/go/finished/", "/go/shared/", "/me/say/before/"
WORDS = "bandicootsinthegarden"
STAFF_SIDE = ("/work/", "/work/meetings/", "/cms/", "/groups/", "/style/")


def sign_in(client: Client, user: User) -> None:
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")


@pytest.fixture
def worker() -> User:
    return UserFactory(roles=[Role.MEETING_WORKER])


@pytest.fixture
def tablet(worker: User) -> Client:
    """A worker's browser, handed over."""
    client = Client()
    sign_in(client, worker)
    assert client.post("/work/shared/")["Location"] == HAND_OVER
    return client


def cookies_of(client: Client) -> set[str]:
    return {name for name, cookie in client.cookies.items() if cookie.value}


@pytest.fixture(autouse=True)
def _somebody_reads() -> None:
    put_on_rota(UserFactory(roles=[Role.READER]), days=60)


def session_of(client: Client) -> dict[str, object]:
    key = client.cookies[settings.CHILD_SESSION_COOKIE_NAME].value
    return dict(SessionStore(key).items())


def begin(client: Client) -> None:
    type_code(client, issued().code)
    client.post(FORM)


def test_handing_over_ends_the_sign_in_and_leaves_one_cookie_that_says_nothing(tablet: Client):
    assert cookies_of(tablet) == {settings.SHARED_COOKIE_NAME}
    assert tablet.cookies[settings.SHARED_COOKIE_NAME].value == "1"
    assert not Session.objects.exists()
    page = tablet.get(HAND_OVER).text
    assert "Give it to the young person" in page


def test_a_kept_staff_cookie_opens_nothing_after_the_hand_over(worker: User):
    client = Client()
    sign_in(client, worker)
    old = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.post("/work/shared/")
    client.cookies[settings.SESSION_COOKIE_NAME] = old
    for address in STAFF_SIDE:
        assert client.get(address)["Location"] == HAND_OVER, address
    del client.cookies[settings.SHARED_COOKIE_NAME]  # even if somebody throws the mark away
    assert client.get("/work/")["Location"].startswith("/accounts/login/")


def test_no_staff_page_opens_while_the_tablet_is_shared(tablet: Client):
    begin(tablet)
    for address in STAFF_SIDE:
        assert tablet.get(address)["Location"] == HAND_OVER, address


def test_only_signing_in_takes_the_tablet_back(tablet: Client, worker: User):
    assert tablet.get("/accounts/login/").status_code == 200
    assert settings.SHARED_COOKIE_NAME in cookies_of(tablet)
    sign_in(tablet, worker)
    assert tablet.get("/work/").status_code == 200
    assert settings.SHARED_COOKIE_NAME not in cookies_of(tablet)


def test_typing_a_code_ends_a_sign_in_that_was_left_open_in_this_browser(worker: User):
    client = Client()
    sign_in(client, worker)
    type_code(client, card_with_code())
    assert settings.SESSION_COOKIE_NAME not in cookies_of(client)
    assert client.get("/work/")["Location"].startswith("/accounts/login/")
    assert client.get("/me/").status_code == 200
    assert Sitting.objects.get().was_helped  # the worker may be near: nothing that is asked alone


def ends(client: Client, how: str) -> str:
    if how == "send":
        return client.post(f"{FORM}check/", {"send": "yes", "count": "yes"})["Location"]
    if how == "leave":
        return client.get("/x/")["Location"]
    if how == "save":
        return client.post(f"{FORM}1/", {"words-Q09": WORDS, "go": "save"})["Location"]
    return client.post(f"{FORM}stop/", {"stop": how.removeprefix("stop and ")})["Location"]


@pytest.mark.parametrize("how", ["send", "leave", "save", "stop and save", "stop and delete"])
def test_every_way_to_end_leads_to_an_empty_screen_and_our_cookies_are_gone(tablet: Client, how: str):
    begin(tablet)
    tablet.post(f"{FORM}1/", {"words-Q09": WORDS})
    assert ends(tablet, how) == FINISHED
    assert cookies_of(tablet) == {settings.SHARED_COOKIE_NAME}
    page = tablet.get(FINISHED).text
    assert "Finished. Hand it back." in page
    assert WORDS not in page
    for address in ("/me/", FORM, f"{FORM}1/", f"{FORM}check/", f"{FORM}sent/"):
        assert tablet.get(address)["Location"] == FINISHED, address
    assert Response.objects.exists() == (how == "send")
    assert Draft.objects.exists() == (how in ("leave", "save", "stop and save"))


def test_a_visit_that_ran_out_ends_on_the_empty_screen(tablet: Client):
    begin(tablet)
    Sitting.objects.update(ended_at=Sitting.objects.get().started_at)
    assert tablet.get("/me/")["Location"] == FINISHED
    assert "http-equiv" not in tablet.get(FINISHED).text


def test_a_quiet_tablet_ends_the_visit_with_and_without_scripts(tablet: Client):
    begin(tablet)
    for address in ("/me/", f"{FORM}1/", f"{FORM}check/", "/help/reading/", "/me/talk/"):
        page = tablet.get(address).text
        assert '<noscript><meta http-equiv="refresh" content="900;url=/x/"></noscript>' in page, address
        ends_itself = "js/idle.js" in page and "data-over" in page  # a page behind a card
        assert ends_itself != ("js/shared.js" in page), address
    own = Client()
    begin(own)
    assert "js/shared.js" not in own.get("/me/").text


def test_second_code_in_the_same_browser_sees_nothing_of_the_first(tablet: Client):
    begin(tablet)
    tablet.post(f"{FORM}1/", {"words-Q09": WORDS})
    tablet.post("/help/reading/", {"size": "biggest", "tint": "blue"})
    tablet.post(f"{FORM}with/", {"helper": "carer"})
    tablet.post("/me/say/before/go/", {"go": "easier", "here": "/me/"})
    first = session_of(tablet)
    assert set(first) == {"sitting", "until", "reading", "level"}
    type_code(tablet, issued().code)  # the first one walked away without leaving
    assert set(session_of(tablet)) == {"sitting", "until"}
    assert session_of(tablet)["sitting"] != first["sitting"]
    page = tablet.get("/me/").text
    for trace in ("reading-biggest", "tint-blue", "Someone you live with", "Started", WORDS, "Usual words"):
        assert trace not in page, trace
    assert not Draft.objects.filter(ticket=Sitting.objects.get(pk=session_of(tablet)["sitting"]).ticket).exists()


def test_a_choice_made_at_the_door_goes_along_with_the_code():
    client = Client()
    client.post("/help/reading/", {"size": "biggest"})
    type_code(client, card_with_code())
    assert "reading-biggest" in client.get("/me/").text


def test_elsewhere_the_two_screens_lead_to_the_front_door(client: Client):
    for name in ("hand_over", "finished"):
        assert client.get(reverse(name))["Location"] == "/"
