"""Who opens which page of a group: every role, in and out, with outsiders who could see if a rule failed."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Role, User
from participation.subgroups.domain.members import remove_member
from participation.subgroups.domain.shelf import share_with_group
from participation.subgroups.models import Membership, Part, Subgroup
from surveys.releases.models import Release
from tests.factories.accounts import UserFactory
from tests.factories.subgroups import group as new_group
from tests.factories.subgroups import member

pytestmark = pytest.mark.django_db
MEMBER_ROLES = {Role.SUBGROUP_MEMBER, Role.YOUNG_MEMBER}
LOOKS_AFTER = {Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR}


def addresses(group: Subgroup, release: Release) -> list[str]:
    start = f"/groups/{group.slug}/"
    return [start, f"{start}{release.ref}/", f"{start}{release.ref}/plain/", f"{start}{release.pk}/"]


def statuses(client: Client, user: User, group: Subgroup, release: Release) -> set[int]:
    client.force_login(user)
    return {client.get(address).status_code for address in addresses(group, release)}


@pytest.mark.parametrize("part", list(Part))
def test_everyone_in_the_group_opens_everything(client: Client, group: Subgroup, release: Release, part: Part) -> None:
    assert statuses(client, member(group, part=part), group, release) == {200}


@pytest.mark.parametrize("role", list(Role))
def test_a_role_alone_opens_nothing(client: Client, group: Subgroup, release: Release, role: Role) -> None:
    assert statuses(client, UserFactory(roles=[role]), group, release) == {404}


def test_a_member_of_another_group_with_the_same_release_sees_only_their_own(
    client: Client, group: Subgroup, release: Release
) -> None:
    other = new_group("Children in Care Council", aliases=())
    share_with_group(other, release, by=None, now=timezone.now())
    user = member(other)
    assert statuses(client, user, group, release) == {404}
    assert statuses(client, user, other, release) == {200}


def test_a_removed_member_is_out_on_the_next_page(client: Client, group: Subgroup, release: Release) -> None:
    user = member(group)
    assert statuses(client, user, group, release) == {200}
    remove_member(Membership.objects.get(user=user), by=None, now=timezone.now())
    assert {client.get(address).status_code for address in addresses(group, release)} == {404}
    assert group.name not in client.get("/groups/").text


def test_a_release_that_was_not_shared_with_the_group_does_not_exist_for_it(
    client: Client, group: Subgroup, release: Release
) -> None:
    other = new_group("Children in Care Council", aliases=())
    client.force_login(member(other))
    for key in (release.ref, str(release.pk)):
        assert client.get(f"/groups/{other.slug}/{key}/").status_code == 404


@pytest.mark.parametrize(
    "key", ["%00", "2026-Q3%00", "..", "%F0%9F", "x" * 500, "'--", "00000000-0000-0000-0000-000000000000"]
)
def test_an_odd_address_is_not_found(client: Client, group: Subgroup, release: Release, key: str) -> None:
    client.force_login(member(group))
    assert client.get(f"/groups/{group.slug}/{key}/").status_code == 404


def test_absent_and_forbidden_look_the_same(client: Client, group: Subgroup, release: Release) -> None:
    other = new_group("Children in Care Council", aliases=())
    client.force_login(member(other))
    there = client.get(f"/groups/{group.slug}/{release.ref}/")
    nowhere = client.get(f"/groups/no-such-group/{release.ref}/")
    assert there.status_code == nowhere.status_code == 404
    strip = (group.slug, "no-such-group")
    first, second = (answer.text.replace(strip[0], "").replace(strip[1], "") for answer in (there, nowhere))
    assert without_tokens(first) == without_tokens(second)


def test_somebody_not_signed_in_is_asked_to_sign_in(client: Client, group: Subgroup, release: Release) -> None:
    for address in ("/groups/", *addresses(group, release), "/work/groups/"):
        answer = client.get(address)
        assert answer.status_code == 302
        assert "/accounts/login/" in answer["Location"]


@pytest.mark.parametrize("role", list(Role))
def test_only_those_who_look_after_groups_open_the_staff_pages(
    client: Client, group: Subgroup, release: Release, role: Role
) -> None:
    user = member(group)
    place = Membership.objects.get(user=user)
    client.force_login(UserFactory(roles=[role]))
    start = f"/work/groups/{group.pk}/"
    pages = ["/work/groups/", "/work/groups/new/", start, f"{start}members/{place.pk}/remove/"]
    wanted = 200 if role in LOOKS_AFTER else 404
    assert [client.get(page).status_code for page in pages] == [wanted] * 4
    refused = {client.post(page).status_code for page in (start, f"{start}members/", f"{start}share/")}
    assert refused == {wanted}


@pytest.mark.parametrize("role", list(Role))
def test_my_groups_opens_for_the_two_group_roles_only(client: Client, role: Role) -> None:
    client.force_login(UserFactory(roles=[role]))
    assert client.get("/groups/").status_code == (200 if role in MEMBER_ROLES else 404)


def test_the_page_of_a_group_names_no_young_member_to_others(client: Client, group: Subgroup) -> None:
    member(group, part=Part.YOUNG_MEMBER, first_name="Canarina", email="canary@example.org")
    client.force_login(member(group))
    text = client.get(f"/groups/{group.slug}/").text
    assert "Canarina" not in text
    assert "canary@" not in text
    assert "We do not list young members by name." in text


def test_the_young_member_is_told_who_supports_them(client: Client, group: Subgroup) -> None:
    client.force_login(member(group, part=Part.YOUNG_MEMBER))
    assert "Supporter can go through each pack with you." in client.get(f"/groups/{group.slug}/").text


def without_tokens(text: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", text)
