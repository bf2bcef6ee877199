import pytest
from django.test import Client

from accounts.models import Role
from home.rooms import ROOMS, links_for
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


def test_the_desk_asks_strangers_to_sign_in(client: Client) -> None:
    assert client.get("/work/").status_code == 302


@pytest.mark.parametrize("role", Role.values)
def test_every_role_finds_a_desk_with_its_own_rooms_only(client: Client, role: str) -> None:
    user = UserFactory(roles=[role])
    client.force_login(user, backend=BACKEND)
    page = client.get("/work/")
    assert page.status_code == 200
    allowed = {room.title for room in ROOMS if room.rule(user)}
    assert {link.title for link in links_for(user)} <= allowed


def test_an_empty_desk_says_that_nothing_waits(client: Client) -> None:
    client.force_login(UserFactory(roles=[Role.CHAMPION]), backend=BACKEND)
    assert "Nothing waits for you" in client.get("/work/").content.decode()


def test_somebody_without_a_role_is_told_whom_to_ask(client: Client) -> None:
    client.force_login(UserFactory(), backend=BACKEND)
    assert "Ask your administrator" in client.get("/work/").content.decode()


def test_signing_out_is_a_post(client: Client) -> None:
    client.force_login(UserFactory(roles=[Role.CHAIR]), backend=BACKEND)
    html = client.get("/work/").content.decode()
    assert 'method="post" action="/accounts/logout/"' in html
