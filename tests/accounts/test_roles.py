"""Roles are given and taken by people with a name, act on the next page, are never typed in (D10, ASVS 8.3.2)."""

import pytest
from django.test import Client
from django.utils import timezone

from accounts.domain.granting import grant_role, take_role
from accounts.models import Role, RoleGrant, User
from accounts.roles import CMS_ROLES, GROUP_OF_ROLE
from core.models import AuditEntry
from tests.accounts.people import by_password, person
from tests.factories.accounts import UserFactory
from tests.promises.who_may_what import WHO_MAY_WHAT, Staff
from tests.promises.world import World, signed_in

pytestmark = pytest.mark.django_db
FIRST_PAGE = {
    Role.READER: "/work/queue/",
    Role.CHAIR: "/work/meetings/",
    Role.SUBGROUP_MEMBER: "/groups/",
    Role.CHAMPION: "/champions/",
    Role.PARTICIPATION_WORKER: "/work/changes/",
    Role.DATA_PROTECTION_OFFICER: "/work/releases/",
}
EXTRA = {
    "is_superuser": "on",
    "is_staff": "on",
    "is_active": "on",
    "role": "administrator",
    "roles": "administrator",
    "groups": "1",
    "user_permissions": "1",
    "password": "thief-thief-thief",
    "council": "1",
    "council_id": "1",
    "status": "closed",
    "state": "published",
    "granted_by": "1",
}


@pytest.mark.parametrize("role", FIRST_PAGE)
def test_a_role_that_is_taken_away_is_gone_on_the_next_page(client: Client, role: Role):
    user = person(roles=[role])
    by_password(client, user)
    assert client.get(FIRST_PAGE[role]).status_code == 200
    take_role(user, role, by=None, now=timezone.now())
    assert client.get(FIRST_PAGE[role]).status_code == 404
    grant_role(user, role, by=None, now=timezone.now())
    assert client.get(FIRST_PAGE[role]).status_code == 200


def test_the_cms_closes_with_the_role(client: Client):
    from home.domain.cms_rights import give_cms_rights

    give_cms_rights()
    user = person(roles=[Role.ADMINISTRATOR])
    by_password(client, user)
    assert client.get("/cms/").status_code == 200
    take_role(user, Role.ADMINISTRATOR, by=None, now=timezone.now())
    assert client.get("/cms/").status_code != 200


@pytest.mark.parametrize("role", list(Role))
def test_wagtails_groups_follow_from_roles_and_from_nothing_else(role: Role):
    user = UserFactory(roles=[role])
    assert [group.name for group in user.groups.all()] == ([GROUP_OF_ROLE[role]] if role in GROUP_OF_ROLE else [])
    assert user.is_staff is (role in CMS_ROLES)
    assert not user.is_superuser
    take_role(user, role, by=None, now=timezone.now())
    user.refresh_from_db()
    assert not user.groups.exists()
    assert not user.is_staff


def test_giving_and_taking_are_on_record_with_both_names_and_once():
    admin, user = UserFactory(roles=[Role.ADMINISTRATOR]), UserFactory()
    for _ in range(2):
        grant_role(user, Role.READER, by=admin, now=timezone.now())
    for _ in range(2):
        take_role(user, Role.READER, by=admin, now=timezone.now())
    rows = AuditEntry.objects.filter(subject_id=str(user.pk)).values_list("action", "actor_id", "detail")
    assert list(rows) == [
        ("role.granted", admin.pk, {"role": "reader"}),
        ("role.taken", admin.pk, {"role": "reader"}),
    ]


@pytest.mark.parametrize("role", [Role.MEETING_WORKER, Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR])
def test_no_form_takes_a_role_a_right_or_a_council_that_was_added_to_it(world: World, role: str):
    def standing() -> list[object]:
        people = User.objects.order_by("pk").values("pk", "is_superuser", "is_staff", "is_active", "password", "email")
        return [*people, *RoleGrant.objects.order_by("pk").values_list("user_id", "role")]

    before, client = standing(), signed_in(world.people[role])
    for name, who in WHO_MAY_WHAT.items():
        if isinstance(who, Staff) and role in who.here:
            assert client.post(world.address(name), EXTRA).status_code < 500, name
    for path in ("/accounts/email/", "/accounts/password/change/", "/accounts/2fa/", "/cms/account/"):
        assert client.post(path, EXTRA).status_code < 500, path
    assert standing() == before


def test_no_form_of_a_young_persons_pages_changes_a_card_by_added_fields(world: World):
    ticket = world.card.fresh().ticket
    kept = {
        name: getattr(ticket, name)
        for name in ("respondent_key", "band", "kind", "code_digest", "council_id", "expires_at", "revoked_at")
    }
    client = world.child()
    fields = EXTRA | {
        "band": "18-25",
        "kind": "consultation",
        "respondent_key": "f" * 32,
        "expires_at": "2099-01-01",
        "revoked_at": "2020-01-01",
        "ticket": "1",
        "response_id": "1",
    }
    for name, who in WHO_MAY_WHAT.items():
        if who == "with a card" and name != "my_card":
            assert client.post(world.address(name), fields).status_code < 500, name
    ticket.refresh_from_db()
    assert {name: getattr(ticket, name) for name in kept} == kept
