"""Every address has a rule, the rule is written down, and the site does what is written (ASVS-32, AC-27, AC-28)."""

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from accounts.models import Role, User
from core.access import OPEN_TO_ALL
from surveys.responses.access import WITH_CARD
from tests.promises.addresses import every_address, own_addresses
from tests.promises.who_may_what import CARD, OPEN, STAFF_ADDRESSES, WHO_MAY_WHAT, Staff
from tests.promises.world import ANONYMOUS, NOBODY, World, signed_in

WHO = [*Role.values, NOBODY]
ALLOWED, NOT_FOUND, SIGN_IN = "allowed", "not found", "asked to sign in"


def outcome(response: HttpResponse) -> str:
    assert response.status_code < 500, response.status_code
    if response.status_code == 404:
        return NOT_FOUND
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
    return seen


def wrong_answers(world: World, user: User | None, expected: dict[str, str]) -> dict[str, object]:
    client, wrong = signed_in(user), {}
    for name, wanted in expected.items():
        if (seen := knock(client, world.address(name))) != {wanted}:
            wrong[name] = seen
    return wrong


def test_every_address_of_ours_says_who_may_see_it():
    without = [
        name for name, address in own_addresses().items() if not getattr(address.view, "access_rule", None)
    ]
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
def test_each_role_opens_what_the_matrix_says_and_nothing_more(world: World, role: str):
    expected = {
        name: ALLOWED if role in who.here else NOT_FOUND for name, who in STAFF_ADDRESSES.items()
    }
    assert wrong_answers(world, world.people[role], expected) == {}


@pytest.mark.parametrize("role", WHO)
def test_the_role_alone_never_opens_what_belongs_to_somebody_else(world: World, role: str):
    expected = {
        name: ALLOWED if role in who.elsewhere else NOT_FOUND for name, who in STAFF_ADDRESSES.items()
    }
    assert wrong_answers(world, world.others[role], expected) == {}


def test_whoever_has_not_signed_in_is_asked_to_on_every_staff_page(world: World):
    assert wrong_answers(world, world.people[ANONYMOUS], dict.fromkeys(STAFF_ADDRESSES, SIGN_IN)) == {}
