"""Negative controls at run time: a reader's page that reaches for answers fails and shows nothing (P17)."""

import io
import logging
from collections.abc import Iterator

import pytest
from django.test import override_settings

from accounts.models import Role, User
from core.logs import EventFormatter
from core.wall.guard import WallTouched
from tests.factories.accounts import UserFactory
from tests.factories.releases import frozen_release
from tests.promises.world import World, signed_in
from tests.wall.leaks import LEAKS, SECRET

CALM = "Something broke"
ROOMS = ("groups", "champions", "changed", "leaflets")
LEAK_NAMES = [view.__name__ for view in LEAKS]
leaky = override_settings(ROOT_URLCONF="tests.wall.leaks")


@pytest.fixture
def member(db: None) -> User:
    frozen_release()
    return UserFactory(roles=[Role.SUBGROUP_MEMBER])


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    stream, root = io.StringIO(), logging.getLogger()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(EventFormatter())
    root.addHandler(handler)
    yield stream
    root.removeHandler(handler)


def what_got_out(user: User, room: str) -> dict[str, object]:
    """What looking, asking for headers and sending a form brought out of each leak; empty when nothing did."""
    client, out = signed_in(user, raise_request_exception=False), {}
    for leak in LEAK_NAMES:
        for ask in (client.get, client.head, client.post):
            answer = ask(f"/{room}/leak/{leak}/")
            calm = answer.status_code == 500 and "ETag" not in answer.headers
            if not calm or SECRET.encode() in answer.content:
                out[leak] = (answer.status_code, answer.content)
    return out


@leaky
@pytest.mark.parametrize("room", ROOMS)
def test_p17_a_readers_page_that_reaches_for_answers_fails(member: User, room: str, lines: io.StringIO):
    assert what_got_out(member, room) == {}
    logged = lines.getvalue()
    assert "wall_touched" in logged
    assert all(f"_{leak}" in logged for leak in LEAK_NAMES)
    assert not [word for word in ("SELECT ", "count(", "LIMIT ", str(member.pk), member.email) if word in logged]


@leaky
@pytest.mark.django_db(transaction=True, databases=["default", "reader"])
def test_p17_it_fails_on_the_readers_own_connection_too(real_wall: None, member: User):
    assert what_got_out(member, "groups") == {}


@leaky
@pytest.mark.django_db(transaction=True, databases=["default", "reader"])
def test_p17_where_the_guard_is_deceived_the_database_still_refuses(real_wall: None, member: User):
    assert signed_in(member).get("/groups/leak/beneath/").text == "The database refused."


@leaky
def test_the_page_that_failed_says_so_in_plain_words(member: User):
    answer = signed_in(member, raise_request_exception=False).get("/groups/leak/by_model/")
    assert CALM in answer.text
    assert "responses" not in answer.text.lower()


@leaky
def test_p25_who_works_with_children_too_meets_the_same_wall(member: User):
    both = UserFactory(roles=[Role.SUBGROUP_MEMBER, Role.MEETING_WORKER])
    assert what_got_out(both, "groups") == {}


@leaky
@pytest.mark.parametrize("role", [Role.SUBGROUP_MEMBER, Role.YOUNG_MEMBER, Role.CHAMPION])
def test_whoever_only_reads_meets_the_wall_in_staff_rooms_too(role: Role, member: User):
    assert what_got_out(UserFactory(roles=[role]), "work") == {}


@leaky
def test_the_leaks_do_leak_where_no_wall_stands(world: World):
    """The controls themselves: for staff at work the same views answer."""
    client = signed_in(world.people[Role.MEETING_WORKER])
    for leak in LEAK_NAMES:
        answer = client.get(f"/work/leak/{leak}/")
        assert SECRET in b"".join(answer).decode(), leak


@leaky
def test_in_tests_a_touched_wall_is_loud(member: User):
    with pytest.raises(WallTouched):
        signed_in(member).get("/groups/leak/swallowed/")
