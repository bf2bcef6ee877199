"""Whoever asks, however they ask: the same bytes."""

from itertools import product
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import Role
from participation.subgroups.domain.shelf import share_with_group
from participation.subgroups.models import Part, Subgroup
from surveys.releases.models import Release
from tests.factories.subgroups import member
from tests.subgroups.conftest import whole_release
from tests.subgroups.reading import TOKEN, address, body

pytestmark = pytest.mark.django_db


ODD = ["", "1", "-1", "13", "csv", "json", "pdf", "feed", "%00", "female", "' OR 1=1", "ar", "../../", "on"]
NAMES = [
    "format",
    "lang",
    "age_band",
    "gender",
    "age_band[]",
    "q",
    "page",
    "release",
    "form",
    "from",
    "print",
    "debug",
]


@pytest.mark.parametrize("plain", [False, True])
def test_parameters_in_the_address_change_not_one_byte(
    client: Client, group: Subgroup, release: Release, plain: bool
) -> None:
    client.force_login(member(group))
    path = address(group, release, plain)
    whole = body(client, path)
    for name, value in product(NAMES, ODD):
        assert body(client, f"{path}?{urlencode({name: value})}") == whole
    for pair in (
        "gender=female&age_band=12-15",
        "gender=a&gender=b",
        "nonsense=1&nonsense=2",
        "%ff=%fe",
        "?",
        "&&==",
    ):
        assert body(client, f"{path}?{pair}") == whole


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.dictionaries(st.text(max_size=8), st.text(max_size=8), max_size=3))
def test_no_parameter_at_all_changes_a_byte(
    client: Client, group: Subgroup, release: Release, query: dict[str, str]
) -> None:
    if "_auth_user_id" not in client.session:
        client.force_login(member(group))
    path = address(group, release)
    assert body(client, f"{path}?{urlencode(query)}") == body(client, path)


def test_other_headers_and_ways_of_asking_get_the_same_bytes(client: Client, group: Subgroup, release: Release) -> None:
    client.force_login(member(group))
    path = address(group, release)
    whole = body(client, path)
    for headers in ({"accept": "application/json"}, {"accept": "text/csv"}, {"accept-language": "ar"}):
        assert TOKEN.sub("", client.get(path, headers=headers).text) == whole
    assert client.post(path).status_code == 405


@pytest.mark.parametrize("extra", [Role.MEETING_WORKER, Role.CHAIR, Role.READER, Role.PARTICIPATION_WORKER])
def test_a_member_who_also_works_with_children_sees_exactly_what_others_see(
    client: Client, group: Subgroup, release: Release, extra: Role
) -> None:
    def main(user: object) -> str:
        client.force_login(user)
        return body(client, address(group, release)).split("<main")[1].split("</main>")[0]

    assert main(member(group)) == main(member(group, roles=(extra,)))


def test_the_young_member_has_the_same_pack_at_the_same_moment(client: Client, group: Subgroup) -> None:
    adult, young = member(group), member(group, part=Part.YOUNG_MEMBER)
    made = whole_release()

    def seen(user: object) -> list[object]:
        client.force_login(user)
        paths = (address(group, made), address(group, made, plain=True))
        found = [client.get(path) for path in paths]
        return [(one.status_code, one.text.split("<main")[1] if one.status_code == 200 else "") for one in found]

    assert [status for status, _ in seen(adult)] == [status for status, _ in seen(young)] == [404, 404]
    share_with_group(group, made, by=None, now=timezone.now())
    assert seen(adult) == seen(young)
    assert [status for status, _ in seen(young)] == [200, 200]
