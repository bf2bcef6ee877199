"""Every address has a rule, the rule is written down, and the site does what is written (ASVS-32, AC-27, AC-28)."""

import re
from operator import attrgetter
from uuid import uuid4

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from accounts.models import Role, User
from core.access import OPEN_TO_ALL
from surveys.responses.access import WITH_CARD
from tests.promises.addresses import every_address, own_addresses
from tests.promises.who_may_what import CARD, FILES, OPEN, STAFF_ADDRESSES, WHO_MAY_WHAT, Staff
from tests.promises.world import ANONYMOUS, NOBODY, World, signed_in

WHO = [*Role.values, NOBODY]
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
ALLOWED, NOT_FOUND, SIGN_IN = "allowed", "not found", "asked to sign in"
SIGNS_OUT = {"shared_tablet"}  # a browser of its own: nothing opens in it afterwards
WRONG_METHOD = "wrong method"  # tells that the address is made for the other one, and nothing else


def outcome(response: HttpResponse) -> str:
    assert response.status_code < 500, response.status_code
    if response.status_code == 404:
        return NOT_FOUND
    if response.status_code == 405:
        return WRONG_METHOD
    if response.status_code == 302 and response["Location"].startswith("/accounts/login/"):
        return SIGN_IN
    return ALLOWED


def knock(client: Client, address: str) -> set[str]:
    """What looking and sending come to; whatever they changed is undone."""
    seen = set()
    for method in (client.get, client.post):
        with transaction.atomic():
            seen.add(outcome(method(address)))
            transaction.set_rollback(True)
    return seen - {WRONG_METHOD}


def wrong_answers(world: World, user: User | None, expected: dict[str, str]) -> dict[str, object]:
    client, wrong = signed_in(user), {}
    for name, wanted in expected.items():
        knocks = signed_in(user) if name in SIGNS_OUT else client
        if (seen := knock(knocks, world.address(name))) != {wanted}:
            wrong[name] = seen
    return wrong


def test_every_address_of_ours_says_who_may_see_it():
    without = [name for name, address in own_addresses().items() if not getattr(address.view, "access_rule", None)]
    assert without == []


def test_every_address_of_ours_is_in_the_written_matrix_and_nothing_else_is():
    assert set(own_addresses()) == set(WHO_MAY_WHAT)


def test_no_address_of_ours_is_nameless_or_shares_its_name():
    ours = [
        address.name
        for address in every_address()
        if not address.path.startswith(("cms/", "accounts/", "documents/")) and address.name != "wagtail_serve"
    ]
    assert "" not in ours
    assert len(ours) == len(set(ours))


def test_the_kind_of_rule_in_the_code_is_the_kind_in_the_matrix():
    kinds = {OPEN: OPEN_TO_ALL, CARD: WITH_CARD}
    for name, address in own_addresses().items():
        rule, written = address.view.access_rule, WHO_MAY_WHAT[name]
        assert callable(rule) if isinstance(written, Staff) else rule == kinds[written], name


@pytest.mark.parametrize("role", WHO)
def test_each_role_opens_what_the_matrix_says_and_never_what_belongs_to_somebody_else(world: World, role: str):
    here, elsewhere = (
        {name: ALLOWED if role in roles(who) else NOT_FOUND for name, who in STAFF_ADDRESSES.items()}
        for roles in (attrgetter("here"), attrgetter("elsewhere"))
    )
    assert wrong_answers(world, world.people[role], here) == {}
    assert wrong_answers(world, world.others[role], elsewhere) == {}


def test_whoever_has_not_signed_in_is_asked_to_on_every_staff_page(world: World):
    assert wrong_answers(world, world.people[ANONYMOUS], dict.fromkeys(STAFF_ADDRESSES, SIGN_IN)) == {}


def pages_behind_a_card(world: World) -> dict[str, str]:
    return {name: world.address(name) for name, who in WHO_MAY_WHAT.items() if who == CARD}


def test_without_a_card_every_young_persons_page_leads_to_the_front_door(world: World):
    for name, address in pages_behind_a_card(world).items():
        for client in (Client(), signed_in(world.card.worker)):
            for answer in (client.get(address), client.post(address)):
                assert (answer.status_code, answer.headers.get("Location")) in ((302, "/?over=1"), (405, None)), name


def test_with_a_card_every_young_persons_page_answers(world: World):
    client = world.child()
    for name, address in pages_behind_a_card(world).items():
        answer = client.get(address)
        if name == "invite_sound":
            assert answer.status_code == 404  # nobody has read it aloud
            continue
        assert answer.status_code in (200, 204, 302, 405), name  # 204: somebody is still here
        assert answer.headers.get("Location", "") != "/?over=1", name


def test_open_pages_answer_strangers_and_never_ask_them_to_sign_in(world: World):
    client = Client()
    for name, who in WHO_MAY_WHAT.items():
        if who == OPEN and name not in FILES:
            answer = client.get(world.address(name))
            assert answer.status_code < 400, name
            assert "/accounts/" not in answer.headers.get("Location", ""), name


def test_what_is_absent_and_what_is_not_yours_are_byte_for_byte_the_same(world: World):
    outsider = signed_in(world.others[Role.MEETING_WORKER])
    absent = outsider.get(f"/work/meetings/{uuid4()}/")
    for name in ("work_meeting", "statement", "outcome_editor", "work_reading", "work_alert", "pack", "work_changes"):
        answer = outsider.get(world.address(name))
        assert (answer.status_code, answer.content) == (404, absent.content), name
        assert dict(answer.headers) == dict(absent.headers), name


@pytest.mark.parametrize("query", ["q=school", "search=school", "band=12-15", "order=-words", "page=2", "id__gt=0"])
def test_no_address_filters_or_searches_answers(world: World, query: str):
    """P26: the queue and the lists read nothing from the query, so nobody can pick out a child with it."""
    for role, names in ((Role.READER, ["work_queue", "work_alerts"]), (Role.MEETING_WORKER, ["work_meetings"])):
        client = signed_in(world.people[role])
        for name in names:
            address = world.address(name)
            plain, asked = client.get(address), client.get(f"{address}?{query}")
            assert TOKEN.sub("", plain.text) == TOKEN.sub("", asked.text), name
